package drawn;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import book.Count;
import book.Finding;
import book.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import said.Quizzes;

/** The diagrams that tell an order of events tell the one in which they happen. */
@Execution(ExecutionMode.CONCURRENT)
class DiagramsTest {

  @AfterAll
  static void count() throws Exception {
    long charts = Page.all().stream()
        .flatMap(page -> Gantt.in(page).stream().map(Gantt::fence).distinct())
        .count();
    long sequences =
        Page.all().stream().mapToLong(page -> Sequence.in(page).size()).sum();
    Count.DIAGRAMS.add((int) (charts + sequences));
    Count.write(DiagramsTest.class);
  }

  @TestFactory
  Stream<DynamicTest> eachSequenceIsThatOfARun() {
    return Page.all().stream().flatMap(DiagramsTest::sequences);
  }

  @TestFactory
  Stream<DynamicTest> eachChartOfWaitingIsThatOfRuns() {
    return Page.all().stream()
        .flatMap(page -> Gantt.in(page).stream())
        .map(chart -> test(chart.fence().page(), chart.line(), chart::compare));
  }

  @TestFactory
  Stream<DynamicTest> theKeyOfAQuestionIsWhatHappens() {
    return Page.all().stream()
        .flatMap(page -> Quizzes.keys(page).entrySet().stream())
        .flatMap(quiz -> Keys.ALL.keySet().stream()
            .filter(quiz.getKey()::startsWith)
            .map(begin -> dynamicTest(begin, () -> {
              String found = Keys.ALL.get(begin).call();
              assertTrue(quiz.getValue().contains(found), quiz + "\nIt is: " + found);
            })));
  }

  @Test
  void eachQuestionThatIsRunIsAsked() {
    if (System.getProperty("page") == null) {
      Set<String> asked = Page.all().stream()
          .flatMap(page -> Quizzes.keys(page).keySet().stream())
          .collect(toSet());
      assertEquals(
          List.of(),
          Keys.ALL.keySet().stream()
              .filter(begin -> asked.stream().noneMatch(question -> question.startsWith(begin)))
              .toList());
    }
  }

  private static DynamicTest test(String page, int line, Callable<Optional<Finding>> proof) {
    return dynamicTest(page + ":" + line, () -> {
      try {
        proof.call().ifPresent(finding -> fail(Finding.text(List.of(finding))));
      } catch (IllegalStateException e) {
        Finding other = new Finding(page, line, "(a diagram)", e.getMessage(), "draw what happens");
        fail(Finding.text(List.of(other)), e);
      }
    });
  }

  private static Stream<DynamicTest> sequences(Page page) {
    List<Sequence> drawn = Sequence.in(page);
    var scenes = Scenes.ALL.getOrDefault(page.name(), List.of());
    assertEquals(scenes.size(), drawn.size(), page + ": each diagram has its scene in Scenes");
    return IntStream.range(0, drawn.size())
        .mapToObj(i -> test(
            page.name(),
            drawn.get(i).fence().line(),
            () -> drawn.get(i).compare(scenes.get(i).call())));
  }
}
