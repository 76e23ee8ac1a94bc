package proof;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import book.Count;
import book.Finding;
import book.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import said.Said;
import said.Sources;

/** What the pages say beside their blocks, as far as it can be compared with something. */
@Execution(ExecutionMode.CONCURRENT)
class SaidTest {

  @AfterAll
  static void count() throws Exception {
    Count.write(SaidTest.class);
  }

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everySentenceThatCanBeComparedIsTrue(Page page) {
    Said.count(page);
    List<Finding> wrong = Said.wrong(page);
    if (!wrong.isEmpty()) {
      fail(Finding.text(wrong));
    }
  }

  @Test
  void everyCommentOfASourceNamesWhatThereIs() {
    List<Finding> wrong = Sources.wrong();
    assertTrue(wrong.isEmpty(), () -> Finding.text(wrong));
  }

  @Test
  void everyNumberThatIsComparedIsSaid() {
    if (System.getProperty("page") == null) {
      List<Finding> unsaid = Said.unsaid(Page.all());
      assertTrue(unsaid.isEmpty(), () -> Finding.text(unsaid));
    }
  }
}
