package proof;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.fail;

import book.Count;
import book.Fence;
import book.Mismatch;
import book.NotReplayed;
import book.Page;
import book.Replay;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Each block of each page is true: it is compared with what it speaks of, or replayed. */
@Execution(ExecutionMode.CONCURRENT)
class BookTest {

  private static final boolean REWRITE = System.getProperty("rewrite") != null;

  /** The longest first, so that it is not the last to end. */
  static Stream<Page> pages() {
    return Page.all().stream().sorted(comparing(page -> -page.text().length()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockIsTrue(Page page) throws Exception {
    Map<Fence, List<String>> mended = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    (page.isLab() ? Count.LABS : Count.PAGES).add(1);
    try (Replay replay = new Replay(page)) {
      for (Fence fence : page.fences()) {
        try {
          replay.prove(fence);
        } catch (Mismatch e) {
          wrong.add(fence.place() + "\n" + e.getMessage());
          mended.put(fence, e.mended());
        } catch (NotReplayed e) {
          leftOut.add(fence.place() + " is " + e.getMessage());
        }
      }
    } catch (NotReplayed e) {
      leftOut.add(page + " is " + e.getMessage());
    }
    report(page, wrong, leftOut, mended);
  }

  @AfterAll
  static void count() throws Exception {
    Count.write();
  }

  private static void report(
      Page page, List<String> wrong, List<String> leftOut, Map<Fence, List<String>> mended)
      throws Exception {
    if (REWRITE) {
      rewrite(page, mended);
    }
    if (!wrong.isEmpty()) {
      fail(wrong.stream().collect(joining("\n\n", "\n\n", "\n\n"))
          + "Mend the page, or write what was found into it, and read the difference:\n"
          + "  mvn -pl docs test-compile surefire:test@book -Drewrite -Dpage=" + page + "\n"
          + "  git diff " + page + "\n");
    }
    if (!leftOut.isEmpty()) {
      throw new TestAbortedException(String.join("\n", leftOut));
    }
  }

  /** Writes what was found into the page, the last block first, so that line numbers stay true. */
  private static void rewrite(Page page, Map<Fence, List<String>> mended) throws Exception {
    List<String> text = new ArrayList<>(page.text().lines().toList());
    List<Fence> fences = new ArrayList<>(mended.keySet());
    Collections.reverse(fences);
    for (Fence fence : fences) {
      if (!mended.get(fence).isEmpty()) {
        List<String> lines =
            text.subList(fence.line(), fence.line() + fence.lines().size());
        lines.clear();
        mended.get(fence).forEach(line -> lines.add((fence.indent() + line).stripTrailing()));
      }
    }
    Files.write(page.file(), text);
  }
}
