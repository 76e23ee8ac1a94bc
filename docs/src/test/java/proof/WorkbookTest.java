package proof;

import static java.util.Comparator.comparing;

import book.Count;
import book.Finding;
import book.NotReplayed;
import book.Page;
import book.Replay;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each block of each page is true: it is compared with what it speaks of, or replayed. */
@Execution(ExecutionMode.CONCURRENT)
class WorkbookTest {

  private static final boolean REWRITE = System.getProperty("rewrite") != null;

  /** Whether all pages are looked at; whoever mends one wants to know at once. */
  private static final boolean IS_WHOLE = System.getProperty("page") == null && !REWRITE;

  /** The longest first, so that it is not the last to end. */
  static Stream<Page> pages() {
    return Page.all().stream().sorted(comparing(page -> -page.text().length()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockIsTrue(Page page) throws Exception {
    Wrong wrong = look(page);
    if (IS_WHOLE && !wrong.findings().isEmpty()) {
      wrong = lookAgain(page, wrong);
    }
    wrong.report(REWRITE);
  }

  private static Wrong look(Page page) throws Exception {
    var wrong = new Wrong(page);
    (page.isLab() ? Count.LABS : Count.PAGES).add(1);
    try (Replay replay = new Replay(page)) {
      page.fences().forEach(fence -> wrong.look(fence, replay));
    } catch (NotReplayed e) {
      wrong.leaveOut(page.name(), e);
    }
    return wrong;
  }

  /**
   * A server of a page has limits of its own, such as five seconds for a silent client. On a busy
   * machine the reader's next line may come too late for them. What is untrue fails twice.
   */
  private static Wrong lookAgain(Page page, Wrong first) throws Exception {
    System.out.println("Once more: " + page.name() + "\n" + Finding.text(first.findings()));
    Count.isCounted(true);
    try {
      return look(page);
    } finally {
      Count.isCounted(false);
    }
  }

  @AfterAll
  static void count() throws Exception {
    Count.write(WorkbookTest.class);
  }
}
