package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import project.ChapterTasks;
import project.Step;

/** The hints are those of the page, in a form that a terminal can show. */
class HintsTest {

  @ParameterizedTest
  @EnumSource
  void everyTaskHasThem(Step step) {
    ChapterTasks.read(step.page()).tasks().forEach((number, task) -> {
      List<String> hints = Hints.of(step, number);
      assertEquals(task.hints().size(), hints.size(), number);
      assertTrue(hints.stream().noneMatch(String::isBlank), number);
    });
  }

  @Test
  void belongToTheirTask() {
    String page = """
        ### 1.1 One
        <details><summary>Would you rather?</summary>

        no hint
        </details>
        <details><summary>Hint 1</summary>

        first

        ```sh
        # no heading
        ```

        </details>
        ### 1.2 Two
        <details><summary>Hint 1</summary>
        other
        </details>
        """;
    assertEquals(List.of("first\n\n```sh\n# no heading\n```"), Hints.in(page, "1.1"));
    assertEquals(List.of("other"), Hints.in(page, "1.2"));
    assertEquals(List.of(), Hints.in(page, "1.3"));
  }

  @Test
  void areWrappedButForTheirCode() {
    String hint = """
        See [the
        glossary](glossary.md#head), then:

        - one
        - two

        ```java sketch
        while (there is much to do and little room) {}
        ```""";
    assertEquals(
        List.of(
            "See the",
            "glossary, then:",
            "",
            "- one",
            "- two",
            "",
            "    while (there is much to do and little room) {}"),
        Hints.lines(hint, 16));
  }
}
