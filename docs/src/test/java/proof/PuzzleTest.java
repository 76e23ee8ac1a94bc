package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Fence;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import project.Step;
import said.NumberWords;

/** The lines to put in order are those of an answer that passes, and two more. */
class PuzzleTest {

  private static final int WRONG_LINES = 2;
  private static final Pattern SAID =
      Pattern.compile("(\\w+) of these (\\w+) lines read and print a head; (\\w+) are wrong");
  private static final List<Fence> FENCES = Page.read(Step.STEP2.page()).fences();

  private static List<String> lines(String word) {
    return FENCES.stream()
        .filter(fence -> fence.info().contains(word))
        .flatMap(fence -> fence.lines().stream())
        .map(String::strip)
        .toList();
  }

  private static String place(String word) {
    return FENCES.stream()
        .filter(fence -> fence.info().contains(word))
        .map(Fence::place)
        .findFirst()
        .orElse("no block " + word);
  }

  @Test
  void thePuzzleHasTheLinesOfItsAnswerAndTwoMore() {
    List<String> left = new ArrayList<>(lines("puzzle"));
    List<String> answer = new ArrayList<>(lines("order"));
    assertEquals("}", answer.remove(answer.size() - 1), "the page gives this line");
    answer.forEach(line ->
        assertTrue(left.remove(line), () -> place("puzzle") + ": it lacks the line " + line));
    assertEquals(WRONG_LINES, left.size(), () -> place("puzzle") + ": wrong lines are " + left);
  }

  /**
   * Each wrong line stands in code marks where the page says why, without what opens or ends it.
   */
  @Test
  void thePageSaysWhatIsWrongWithTheOthers() {
    List<String> wrong = new ArrayList<>(lines("puzzle"));
    wrong.removeAll(lines("order"));
    String text = Page.read(Step.STEP2.page()).text();
    for (String line : wrong) {
      String said = "\n- `" + line.replaceAll(" \\{$|;$", "") + "` ";
      assertTrue(text.contains(said), () -> place("puzzle") + ": no item begins with " + said);
    }
  }

  @Test
  void thePageSaysHowManyLinesThereAre() {
    List<Double> said = SAID.matcher(Page.read(Step.STEP2.page()).text())
        .results()
        .flatMap(found -> Stream.of(1, 2, 3).map(found::group))
        .map(NumberWords::value)
        .toList();
    int right = lines("order").size() - 1; // without the last one, a brace
    double all = lines("puzzle").size();
    assertEquals(List.of((double) right, all, all - right), said, "docs/step02-read-request.md");
  }

  /** It is in the program that has the third hint of 2.1, of which the task is judged. */
  @Test
  void theAnswerPasses() {
    String program = new ThirdHints(Step.STEP2).programs().get("2.1").files().get("WebServer.java");
    String text = program.lines().map(String::strip).reduce("", (a, b) -> a + "\n" + b);
    assertTrue(
        text.contains(String.join("\n", lines("order"))),
        () -> place("order")
            + ": these lines are not in the program that passes 2.1, so put them as it has them:\n"
            + text);
  }
}
