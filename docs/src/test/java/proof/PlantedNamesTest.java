package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static proof.Planted.assertFound;
import static proof.Planted.page;

import book.Finding;
import book.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import said.Said;
import said.Sources;

/** What a sentence names and is not there is found: a word of code, a file, a number, a place. */
@Execution(ExecutionMode.CONCURRENT)
class PlantedNamesTest {

  private static void assertTrueSentence(String text) {
    assertEquals(List.of(), Said.wrong(page(text)));
  }

  private static void assertSaid(String text, int line, String... words) {
    assertFound(Said.wrong(page(text)), line, words);
  }

  @Test
  void aWordOfCodeThatThereIsNot() {
    assertTrueSentence("`setSoTimeout`, `SocketTimeoutException`, `unwrap`, `If-None-Match`");
    assertSaid("call\n`setSoTimeouts` twice", 2, "nor a proven block has setSoTimeouts");
    assertSaid("a `SocketTimedOutException`", 1, "has SocketTimedOutException");
    assertSaid("it makes a `Schedule`,", 1, "has Schedule");
  }

  @Test
  void aMemberThatItsClassDoesNotHave() {
    assertTrueSentence(
        "`Character.isISOControl`, `Connection.run`, `Wire.limit`, `Files.readString`");
    assertSaid("`Character.isControl`", 1, "isControl");
    assertSaid("`ServerSocket.read`", 1, "ServerSocket has nothing of the name read");
    assertSaid("`SturdyServer.readLine`", 1, "SturdyServer has nothing of the name readLine");
  }

  @Test
  void aPackageThatThereIsNot() {
    assertTrueSentence(
        "`java.nio.charset.StandardCharsets`, `judge.verdict`, `java.util.concurrent`");
    assertSaid("`java.nio.charset.InputStream`", 1, "no class java.nio.charset.InputStream");
    assertSaid("`judge.live`", 1, "there is no package judge.live");
  }

  @Test
  void codeThatDoesNotCompile() {
    assertTrueSentence("`new ServerSocket(port)`, `while (jobs.isEmpty())`, `line.indexOf(':')`");
    assertSaid("`new ServerSocket(\"7878\")`", 1, "String cannot be converted to int");
    assertSaid("a\n`\"a b\".split(\" \").length()`", 2, "cannot find symbol", "length()");
    assertSaid("`socket.setSoTimeout(1_000`", 1, "expected");
  }

  @Test
  void aValueThatJavaDoesNotGive() {
    assertTrueSentence("`\"✓\".length()` is 1");
    assertSaid("`\"✓\".length()`\nis 3", 1, "it is 1");
    assertSaid("the bytes 10 and 10, `\\r\\n` in Java", 1, "it is 13", "numbers.txt:");
    assertSaid("Six experiments. Predict", 1, "it is 5");
    assertSaid("| `.css` | `text/style` |", 1, "it is text/css; charset=utf-8");
  }

  @Test
  void aFileThatThereIsNot() {
    assertTrueSentence(
        "`server.png`, `src/broken`, `docs/src/test/hints/stepNN.md`, `step04-html`");
    assertSaid("the picture `page.png`", 1, "no such file or folder");
    assertSaid("`src/main/java/exercise/WebServer.md`", 1, "no such file or folder");
    assertSaid("`step04-html/target/live/`", 1, "no such file or folder");
  }

  @Test
  void anOptionThatThereIsNot() {
    assertTrueSentence("`-Dtest=Exercise -Dgroups=core`, `-Dgrace=2`, `-Dopen=no`");
    assertSaid("`-Dtest=Exercise -Dgroup=core`", 1, "nothing in the project reads -Dgroup");
  }

  @Test
  void wordsOfALinkThatNameAnotherPlace() {
    assertTrueSentence("[Step 1](step01-listen.md), [reset](glossary.md#reset)");
    assertSaid("[Step 2](step01-listen.md)", 1, "it leads to step01-listen.md");
    assertSaid("[reset](glossary.md#race)", 1, "leads to \"race\", and that page has \"reset\"");
    String task = "(step01-listen.md#11-take-one-connection-after-another-and-close-each)";
    assertTrueSentence("[task 1.1]" + task);
    assertSaid("[1.2]" + task, 1, "it leads to 11-take-one");
    String range = "](step05-threads.md#your-turn-the-pool)";
    assertTrueSentence("[5.2 to 5.6" + range);
    assertSaid("[5.2 to 5.9" + range, 1, "below that heading are 5.2 to 5.6");
    String listing = "[Listing14.java](../step05-threads/src/main/java/listings/Listing14.java)";
    assertTrueSentence(listing);
    assertSaid(listing.replaceFirst("14", "15"), 1, "listings/Listing14.java");
    assertSaid(
        "## 20-17: a queue\n\n[in the chapter](step05-threads.md#20-20-workers-that-wait)",
        3,
        "under 20-17 it leads to 20-20");
  }

  @Test
  void somethingWithANumberThatThereIsNot() {
    assertTrueSentence("Task 1.4, tasks 5.8 and 5.9, listing 25, 20-12 to 20-21, steps 1 and 2.");
    assertSaid("The further task 2.9 does.", 1, "there is no such task");
    assertSaid("tasks 5.11 and 5.13", 1, "there is no such task");
    assertSaid("as in listing 26", 1, "the last listing is 25");
    assertSaid("20-12 to 20-26", 1, "the last listing is 20-25");
    assertSaid("**1. Why?**\n\nQuestions 1 to 2 of it", 3, "the last question is 1");
  }

  @Test
  void aPredictionThatNobodyMakes() {
    String text = "# A\n\n## Predict\n\n1. How many?\n\n## Run\n\nTwo (prediction 1).";
    Page page = Page.of("docs/step01-listen.md", text.replace("(prediction 1)", "(prediction 2)"));
    List<String> found =
        Said.wrong(page).stream().map(finding -> finding.found()).toList();
    assertEquals(List.of("the predictions are [1]", "no sentence says (prediction 1)"), found);
  }

  @Test
  void aNumberWithTheWordsOfAnother() {
    assertTrueSentence("`404 Not Found`, `HTTP/1.1 503 Service Unavailable`, (52) is empty");
    assertSaid("`501 Not Supported`", 1, "the reason of 501 is Not Implemented");
    assertSaid("| a | b |\n|---|---|\n| (56) empty reply | c |", 3, "speaks of: connection reset");
    assertSaid("`curl: (52) Connection refused`", 1, "speaks of: empty reply");
  }

  @Test
  void codeThatNoBlockHas() {
    assertSaid("So:\n\n    int a = 1;\n", 3, "outside of a fenced block");
    assertSaid("<details><summary>A</summary>\n```java\nint a;\n```\n</details>", 1, "outside of");
  }

  @Test
  void aFileTakenAlongFromElsewhere() {
    String block = "\n\n```sh\ncp step01-listen/src/main/java/exercise/WebServer.java"
        + " step02-read-request/src/main/java/exercise/\n```\n";
    assertTrueSentence("your own server of step 1:" + block);
    assertSaid("your own server\nof step 2:" + block, 5, "the text says: server of step 2");
    assertSaid("From step 2 to step 3" + block, 4, "the text says: From step 2");
    assertSaid("Copy:" + block.replace("step02-read-request", "step03-respond"), 4, "to step 3");
  }

  @Test
  void whatAProgramDoesNotSay() {
    assertTrueSentence("`The core of this step is done`, `Worker 0 got a job; executing.`");
    assertSaid(
        "`Worker 0 got a task; executing.`", 1, "nothing in the project says \"got a task\"");
  }

  @Test
  void neighborsThatAreStrangers() {
    String link = "[Listing13.java](../step05-threads/src/main/java/listings/Listing13.java)";
    assertTrueSentence("Listing 20-13, " + link);
    assertSaid("Listing 20-14, " + link, 1, "beside 14 there is 13");
    assertSaid("### 20-14: b\n\n" + link + "\n", 1, "under 20-14 there is Listing13.java");
    assertSaid("| [1](step01-listen.md) | `mvn -pl step02-read-request test` |", 1, "beside 1");
    assertSaid("| [2](step01-listen.md) | a |", 1, "it leads to step01-listen.md");
    assertSaid("Open http://127.0.0.1:7879/tea", 1, "the pages have the ports");
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void anOptionOfCurlThatSendsAnother() {
    assertTrueSentence("`curl -I` sends `HEAD`, `curl -d` sends `POST`");
    assertSaid("`curl -d` sends `PUT`", 1, "it sends POST");
  }

  @Test
  void aWordOrNumberOfADiagram() {
    String text = "```mermaid\nsequenceDiagram\n  participant O as Operating system\n"
        + "  S->>O: port 7878 is mine\n  activate T\n  Note over T: sleeps 5 s\n```\n";
    assertTrueSentence(text);
    assertSaid(text.replace("Operating system", "Browser"), 3, "O stands for: operating system");
    assertSaid(text.replace("7878", "7879"), 4, "it is 7878");
    assertSaid(text.replace("5 s", "3 s"), 6, "it is 5");
    String works = text.replace("  Note", "  T-->>O: takes A, x\n  Note");
    assertTrueSentence(works);
    assertSaid(works.replace("over T: sleeps", "over O: sleeps"), 7, "[T] work, with {T=A}");
    assertSaid(works.replace("sleeps", "runs B,"), 7, "[T] work, with {T=A}");
    assertSaid("```mermaid\ngantt\n  section 20-20, pool of five\n```", 3, "it is 4");
  }

  @Test
  void aFlowchartThatLeadsElsewhere() {
    String text = "```mermaid\nflowchart TD\n  R[\"a\"] --> Q{\"GET / HTTP/1.1?\"}\n"
        + "  Q -- yes --> H[\"200 OK<br>hello.html\"]\n"
        + "  Q -- no --> N[\"404 Not Found<br>404.html\"]\n  H --> C[\"b\"]\n  N --> C\n"
        + "  C --> E[\"e\"]\n```\n";
    assertTrueSentence(text);
    assertSaid(text.replace("yes", "x").replace("no", "yes"), 1, "listing 9 chooses otherwise");
    assertSaid(
        text.replace("N --> C", "C --> N"),
        1,
        "it begins at [a] and ends at [404 Not Found<br>404.html, e]");
    assertSaid(
        "```mermaid\nflowchart LR\n  q[\"x\"] -- \"y\" --> w[\"worker 0\"]\n```",
        1,
        "the pool has 4 workers");
  }

  @Test
  void aCommentOfASourceThatNamesAnother() {
    String file = "step04-html/src/main/java/listings/Listing07.java";
    String text = "\n/** Listing 20-7: answers 404 (RFC 9110,\n * section 15.5.5). */\n";
    assertEquals(List.of(), Sources.wrong(file, text));
    assertTold(Sources.wrong(file, text.replace("20-7", "20-6")), "2: it is listing 20-07");
    assertTold(Sources.wrong(file, text.replace("15.5.5", "15.9")), "2: RFC 9110 has no section");
    assertTold(Sources.wrong(file, "// see task 1.9\n"), "1: there is no such task");
  }

  private static void assertTold(List<Finding> findings, String told) {
    assertEquals(1, findings.size(), findings::toString);
    String found = findings.get(0).line() + ": " + findings.get(0).found();
    assertTrue(found.startsWith(told), found);
  }
}
