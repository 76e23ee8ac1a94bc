package judge.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import judge.words.Meaning;
import org.junit.jupiter.api.Test;

/** What a learner reads fits into a terminal of 80 columns, but for what was sent and printed. */
class FindingsTest {

  private static final String SENTENCE = "Nothing of this request was printed, and it is a shame. ";

  @Test
  void sentencesAndTitlesFitIntoATerminal() {
    String sent = "x".repeat(120);
    Findings findings = new Findings(
        Meaning.of(SENTENCE.repeat(5).strip(), SENTENCE.repeat(3).strip()),
        List.of("client 1 sends " + sent),
        List.of(),
        List.of(),
        null);
    String title = "Print the head of a request, line by line, and hang up after its empty line";

    String text = findings.text(new Task("2.10", title, true, "test"), List.of("a hint"));

    assertEquals(
        List.of("  client 1 sends " + sent),
        text.lines().filter(line -> line.length() > 80).toList());
    String whole = text.replaceAll("\\s+", " ");
    assertEquals(0, whole.indexOf("2.10 " + title), text);
    assertEquals(8, whole.split("it is a shame\\.", -1).length - 1, text);
  }
}
