package proof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static proof.Planted.assertFound;
import static proof.Planted.assertTrueBlocks;

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
      ```diff from=step04-html/src/main/java/listings/Listing06.java to=step04-html/src/main/java/listings/Listing07.java
      -/** Listing 20-6: answers only GET / and hangs up on all others. */
      +/** Listing 20-7: answers 404 and 404.html to every other request. */
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
    for (String block : List.of(CODE, DIFF, CONSOLE, LAB, GREETING, MIXED, BYTES)) {
      assertTrueBlocks(block);
    }
  }

  @Test
  void aChangedCharacterInASnippet() throws Exception {
    assertFound(
        CODE.replace("while (true)", "while (True)"),
        3,
        "Listing01.java does not have",
        "-  while (True) {\n+  while (true) {");
  }

  /** As if the listing had been edited and the page had not. */
  @Test
  void aSnippetOfAnOlderListing() throws Exception {
    assertFound(CODE.replace("throws IOException", "throws Exception"), 2, "does not have");
    assertFound(DIFF.replace("only", "just"), 2, "Listing06.java does");
    assertFound(DIFF.replace("every", "any"), 3, "Listing07.java does");
  }

  @Test
  void aWrongLineInATranscript() throws Exception {
    assertFound(CONSOLE.replace("2 errors", "3 errors"), 5, "-3 errors\n+2 errors");
  }

  @Test
  void aLineTooFewInATranscript() throws Exception {
    assertFound(
        CONSOLE.replace("error: compilation failed\n", ""),
        6,
        "(the end of the block)",
        "+error: compilation failed");
  }

  @Test
  void aWrongAnswerOfJShell() throws Exception {
    assertFound(LAB.replace("=> 6", "=> 12"), 3, "-$... ==> 12\n+$... ==> 6");
  }

  @Test
  void aWrongLineAsALabBegins() throws Exception {
    assertFound(
        GREETING.replace("you talk", "you listen"), 3, "-Step 1: you listen", "+Step 1: you");
    assertFound("```jshell step=1\njshell> 1;\n$... ==> 1\n```\n", 2, "+Step 1: you talk");
  }

  @Test
  void aWrongOrderOfWhatOneThreadPrints() throws Exception {
    assertFound(MIXED.replace("a\nb", "b\na"), 3, "-b\n a\n+b");
    assertFound(MIXED.replace("c\n```", "...\n```"), 6, "whose is this line");
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
  void onlyTheNumberOfAnErrorOfCurlCounts() {
    var page = new Transcript(List.of("curl: (7) Failed to connect"));

    assertTrue(page.matches(List.of("curl: (7) Could not connect to server")));
    assertFalse(page.matches(List.of("curl: (52) Failed to connect")));
  }

  @Test
  void aWrongByte() throws Exception {
    assertFound(BYTES.replace("200 OK", "200 Ok"), 4, "-< HTTP/1.1 200 Ok\n+< HTTP/1.1 200 OK");
  }

  @Test
  void aCommandThatDoesNotExist() throws Exception {
    assertFound("```sh\njava NoSuchProgram.java\n```\n", 2, "java NoSuchProgram.java", "it fails");
    assertFound("```sh\nmvn -q -pl step09 validate\n```\n", 2, "step09");
  }

  @Test
  void aBlockThatNothingProves() throws Exception {
    assertFound("```java\nint a;\n```\n", 1, "```java", "compared with nothing");
    assertFound("```\nmvn verify\n```\n", 1, "compared with nothing");
  }
}
