package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Link;
import book.Mismatch;
import book.Page;
import book.Replay;
import book.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The proof itself is tried: whatever is made untrue on a page is found, and named. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class PlantedTest {

  private static final String CODE = """
      ```java file=step01-listen/src/main/java/listings/Listing01.java
      static void serve(ServerSocket listener) throws IOException {
        while (true) {
      // ...
      ```
      """;
  private static final String DIFF = """
      ```diff from=PATH/Listing06.java to=PATH/Listing07.java
      -/** Listing 20-6: answers GET / alone. */
      ```
      """;
  private static final String CONSOLE = """
      ```console
      $ java step05-threads/src/broken/java/listings/Listing12.java
      step05-threads/src/broken/java/listings/Listing12.java:37: error: cannot find symbol
      ...
      2 errors
      error: compilation failed
      ```
      """;
  private static final String LAB = """
      ```jshell
      jshell> "Привет".length()
      $... ==> 6
      ```
      """;
  private static final String GREETING = """
      ```jshell step=1

      Step 1: you talk to http://127.0.0.1:7878, byte by byte.
      ...
      ```
      """;
  private static final String MIXED = """
      ```jshell mixed
      jshell> "cab".chars().forEach(c -> System.out.println((char) c))
      a
      b

      c
      ```
      """;
  private static final String BYTES = """
      ```http listing=03
      > GET / HTTP/1.1
      >
      < HTTP/1.1 200 OK
      <
      ```
      """;

  @Test
  void whatIsTrueIsAccepted() throws Exception {
    for (String block : List.of(CODE, CONSOLE, LAB, GREETING, MIXED, BYTES)) {
      prove(block);
    }
  }

  @Test
  void aChangedCharacterInASnippet() throws Exception {
    assertFound(CODE.replace("while (true)", "while (True)"), "Listing01.java does not have");
  }

  /** As if the listing had been edited and the page had not. */
  @Test
  void aSnippetOfAnOlderListing() throws Exception {
    assertFound(CODE.replace("throws IOException", "throws Exception"), "does not have");
    assertFound(DIFF.replace("PATH", "step04-html/src/main/java/listings"), "Listing06.java does");
  }

  @Test
  void aWrongLineInATranscript() throws Exception {
    assertFound(CONSOLE.replace("2 errors", "3 errors"), "-3 errors\n+2 errors");
  }

  @Test
  void aLineTooFewInATranscript() throws Exception {
    assertFound(CONSOLE.replace("error: compilation failed\n", ""), "+error: compilation failed");
  }

  @Test
  void aWrongAnswerOfJShell() throws Exception {
    assertFound(LAB.replace("=> 6", "=> 12"), "-$... ==> 12\n", "==> 6");
  }

  @Test
  void aWrongLineAsALabBegins() throws Exception {
    assertFound(GREETING.replace("you talk", "you listen"), "-Step 1: you listen", "+Step 1: you");
    assertFound("```jshell step=1\njshell> 1;\n$... ==> 1\n```\n", "+Step 1: you talk");
  }

  @Test
  void aWrongOrderOfWhatOneThreadPrints() throws Exception {
    assertFound(MIXED.replace("a\nb", "b\na"), "-b\n a\n+b");
    assertFound(MIXED.replace("c\n```", "...\n```"), "whose is the line ...");
  }

  @Test
  void anErrorAmongLinesLeftOut() {
    var page = new Transcript(List.of("...", "the end"));

    assertTrue(page.matches(List.of("before", "the end")));
    for (String error : List.of(
        "|  Error:",
        "|  Exception java.io.IOException",
        "|  Warning:",
        "Exception in thread \"worker-0\" java.io.IOException")) {
      assertFalse(page.matches(List.of("before", error, "the end")), error);
    }
  }

  @Test
  void onlyTheOrderOfTimesCounts() {
    var page = new Transcript(List.of("   0.31 s  job 1", "   0.61 s  job 2"));

    assertTrue(page.matches(List.of("   1.07 s  job 1", "  12.00 s  job 2")));
    assertFalse(page.matches(List.of("   0.31 s  job 2", "   0.61 s  job 1")));
    assertFalse(page.matches(List.of("   soon    job 1", "   0.61 s  job 2")));
  }

  @Test
  void onlyTheNumberOfAnErrorOfCurlCounts() {
    var page = new Transcript(List.of("curl: (7) Failed to connect"));

    assertTrue(page.matches(List.of("curl: (7) Could not connect to server")));
    assertFalse(page.matches(List.of("curl: (52) Failed to connect")));
  }

  @Test
  void aWrongByte() throws Exception {
    assertFound(BYTES.replace("200 OK", "200 Ok"), "-< HTTP/1.1 200 Ok\n+< HTTP/1.1 200 OK");
  }

  @Test
  void aCommandThatDoesNotExist() throws Exception {
    assertFound("```sh\njava NoSuchProgram.java\n```\n", "java NoSuchProgram.java\nfails");
    assertFound("```sh\nmvn -q -pl step09 validate\n```\n", "step09");
  }

  @Test
  void aBlockThatNothingProves() throws Exception {
    assertFound("```java\nint a;\n```\n", "```java, to be compared with?");
    assertFound("```\nmvn verify\n```\n", "to be compared with?");
  }

  @Test
  void aDeadLink() {
    assertEquals(" is not there", Link.in(page("[a](nowhere.md)")).get(0).problem());
    String anchor = "[a](step01-listen.md#no-such-heading)";
    assertEquals(" is not in that page", Link.in(page(anchor)).get(0).problem());
    assertEquals("", Link.in(page("[a](step01-listen.md#further-tasks)")).get(0).problem());
  }

  private static Page page(String text) {
    return Page.of("docs/planted.md", text);
  }

  private static void prove(String block) throws Exception {
    Page page = page(block);
    try (Replay replay = new Replay(page)) {
      replay.prove(page.fences().get(0));
    }
  }

  private static void assertFound(String block, String... words) {
    Mismatch mismatch = assertThrows(Mismatch.class, () -> prove(block));
    for (String word : words) {
      assertTrue(mismatch.getMessage().contains(word), mismatch.getMessage());
    }
  }
}
