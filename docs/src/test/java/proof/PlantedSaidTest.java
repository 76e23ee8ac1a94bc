package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static proof.Planted.assertFound;
import static proof.Planted.page;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import said.Said;

/** What is untrue in a sentence is found, and named. */
@Execution(ExecutionMode.CONCURRENT)
class PlantedSaidTest {

  private static void assertTrueSentence(String text) {
    assertEquals(List.of(), Said.wrong(page(text)));
  }

  private static void assertSaid(String text, int line, String... words) {
    assertFound(Said.wrong(page(text)), line, words);
  }

  @Test
  void aDeadLink() {
    assertTrueSentence("[a](step01-listen.md#further-tasks)");
    assertSaid("\n[a](nowhere.md)", 2, "there is no", "docs/nowhere.md");
    assertSaid("[a](step01-listen.md#further-task)", 1, "such as further-tasks");
    assertSaid("# One\n\n[a](#two)", 3, "no heading two, but one");
    assertSaid("[a](<step 1.md>)", 1, "no address");
  }

  @Test
  void aReferenceThatIsNotDefined() {
    assertTrueSentence("[a][b] and [b], not `[c]`\n\n[b]: step01-listen.md");
    assertSaid("[a][c]\n\n[b]: step01-listen.md", 1, "defines no [c], but [b]");
    assertSaid("[a][c]\n\n[b]: step01-listen.md", 3, "nothing on the page uses it");
    assertSaid("see\n[4.9]", 2, "defines no [4.9]");
  }

  @Test
  void aSectionThatThereIsNot() {
    assertTrueSentence(
        "If no request line comes (RFC 9112, sections 3 and 2.2), there is no query.");
    assertSaid("So says\n(RFC 9112, section 2.9).", 2, "RFC 9112 has no section 2.9");
    assertSaid("RFC 9110, sections 9.3 and 99.", 1, "RFC 9110 has no section 99");
    assertSaid("| a | b |\n|---|---|\n| c | 9112, 3.2.9 |", 3, "RFC 9112 has no section 3.2.9");
    assertSaid("`405 Not Allowed` (RFC 9110, section 15.5.5)", 1, "is about 404 Not Found");
  }

  @Test
  void anAddressOfAnotherSection() {
    String link =
        "`Host`: [RFC 9112, section 3.2](https://www.rfc-editor.org/rfc/rfc9112#section-3.2)";
    assertTrueSentence(link);
    assertSaid(link.replace("#section-3.2", "#section-3.3"), 1, "leads to section 3.3");
    assertSaid(link.replace("/rfc9112", "/rfc9110"), 1, "leads to RFC 9110");
    String title = link.replace(")", " \"Request Target\")");
    assertTrueSentence(title);
    assertSaid(title.replace("Request T", "T"), 1, "that section is: Request Target");
    String byName = "`Host`: [RFC 9112, section 3.2]\n\n[RFC 9112, section 3.2]: "
        + "https://www.rfc-editor.org/rfc/rfc9112#section-3.2 \"Request Target\"\n";
    assertTrueSentence(byName);
    assertSaid(byName.replaceFirst("3\\.2", "3.1"), 1, "defines no [rfc 9112, section 3.1]");
    assertSaid(byName.replace("3.2", "3.1"), 3, "that section is: Method");
  }

  @Test
  void aNumberOfAnotherSubject() {
    String section = "With a blank before the colon\nit is a 400 (RFC 9112, section 5.1).";
    assertTrueSentence(section);
    assertSaid(section.replace("5.1", "5.2"), 2, "nobody has said what that is about");
    assertSaid(section.replace("5.1", "6.3"), 2, "that is about: Content-Length");
    String task = "| `DELETE` | 405 | [4.6] |\n|---|---|---|\n\n"
        + "[4.6]: step04-html.md#46-refuse-other-methods-with-405-and-let-allow-say-the-truth\n";
    assertTrueSentence(task);
    assertSaid(task.replaceFirst("405", "503"), 1, "that is about: 405");
  }

  @Test
  void wordsThatAPictureDoesNotShow() {
    assertTrueSentence("![At /tea the browser shows Oops!](images/step04-404.png)");
    assertSaid("![At /teapot it shows Oops!](images/step04-404.png)", 1, "the address /tea");
    assertSaid("![At /tea it shows Hello!](images/step04-404.png)", 1, "the picture shows: Oops!");
    assertSaid("![](images/step04-404.png)", 1, "no words in its place");
  }

  @Test
  void aQuestionWithoutOneRightAnswer() {
    String quiz = """
        <details><summary>A: red</summary>

        No. It is not.

        </details>
        <details><summary>B: green</summary>

        Yes. It is.

        </details>
        """;
    assertTrueSentence(quiz);
    assertSaid(quiz.replace("No.", "Yes."), 1, "2 of them begin with \"Yes\"");
    assertSaid(quiz.replace("Yes.", "No."), 1, "0 of them begin with \"Yes\"");
    assertSaid(quiz.replace("B: ", "C: "), 6, "the next option is B");
  }

  @Test
  void aNumberOutOfOrder() {
    String text = "**1. Why?**\n\n**2. How?**\n\n"
        + "<details><summary>Hint 1</summary>\n\n</details>\n"
        + "<details><summary>Hint 2</summary>\n\n</details>\n";
    assertTrueSentence(text);
    assertSaid(text.replace("2. How", "3. How"), 3, "the next is 2");
    assertSaid(text.replace("Hint 2", "Hint 3"), 8, "the next is 2");
  }

  @Test
  void aNumberThatTheProjectHasOtherwise() {
    assertTrueSentence("`hello.html` has 239 characters; not more.");
    assertSaid("`hello.html`\nhas 240 characters;", 2, "it is 239", "numbers.txt:");
    assertSaid("so the workbook uses 7879: spell", 1, "it is 7878");
  }

  @Test
  void aTimeThatTheChapterDoesNotComeTo() {
    String row = "| [3](step03-respond.md) | it answers | 1.5 h |\n";
    assertTrueSentence(row);
    assertSaid(row.replace("1.5", "2.5"), 1, "come to 1.5 h");
    assertSaid(row.replace("answers", "reads"), 1, "docs/README.md says of it: it answers");
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void aCommandThatDoesNotWork() {
    assertTrueSentence("`mvn -pl step01-listen exec:java -Dlisting=01`, `curl -i`");
    assertSaid("`mvn -pl step1 exec:java`", 1, "there is no module step1");
    assertSaid("`mvn -pl step01-listen exec:java -Dlisting=02`", 1, "has no listing 02");
    assertSaid("`mvn -pl step01-listen exec:java@yours`", 1, "no goal or option exec:java@yours");
    assertSaid("`mvn -pl step01-listen test -Dtask=1`, `mvn verify -Dtests=X`", 1, "-Dtests");
    assertSaid("`mvn -pl step01-listen test -Dtest=Exercise#no`", 1, "no task of this name");
    assertSaid(
        "`java step01-listen/src/Listing1.java`", 1, "there is no step01-listen/src/Listing1");
    assertSaid("`curl --no-such-option`", 1, "it ends with exit code 2");
    assertSaid("`git diff --no-index step01-listen/x README.md`", 1, "there is no step01-listen/x");
    assertSaid("`git commit -a -m \"Step 1: task 1.8\"`", 1, "Step 1 has no task 1.8");
    assertSaid("`javap -unknown a.class`", 1, "it ends with exit code");
    assertSaid("`jcmd PID Thread.printed`", 1, "it ends with exit code");
  }

  @Test
  void aCallOfWhatThereIsNot() {
    assertTrueSentence("`together(\"/\", \"/tea\")`, `readLine()`");
    assertSaid("`readLines(1)` and `readlin()`", 1, "the JDK's class has readlin");
  }
}
