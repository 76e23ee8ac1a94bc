package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static proof.Planted.assertFound;
import static proof.Planted.assertTrueBlocks;
import static proof.Planted.proven;

import book.Page;
import book.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** No block says nothing, a claim cannot be lost, and a failure hides no other. */
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class PlantedDotsTest {

  private static final String LISTING = "step01-listen/src/main/java/listings/Listing01.java";
  private static final String SERVER = """
      ```console server
      $ java step01-listen/src/main/java/listings/Listing01.java
      Listing 01. Listening on http://127.0.0.1:7878
      ```
      """;
  private static final String CLAIM = """
      ```http listing=25 sturdy=400
      > GET / HTTP/1.1
      > Host : 127.0.0.1:7878
      >
      < HTTP/1.1 200 OK
      ...
      ```
      """;

  @Test
  void aBlockOfDotsAlone() throws Exception {
    assertFound("```java file=" + LISTING + "\n// ...\n```\n", 2, "nothing that can be compared");
    assertFound("```diff from=" + LISTING + " to=" + LISTING + "\n...\n```\n", 2, "no line");
    assertFound("```console\n$ java -version\n...\n```\n", 3, "all that is printed is left out");
    assertFound("```jshell\njshell> 1 + 1\n...\n```\n", 3, "all that is printed is left out");
    assertFound("```http listing=03\n> GET /\n>\n...\n```\n", 2, "all of the answer is left out");
    String status = "```http listing=03\n> GET /\n>\n< HTTP/1.1 ...\n<\n```\n";
    assertFound(status, 4, "a status that is left out");
    assertFound("```sh\n```\n", 2, "nothing that can be compared");
    assertFound("```java sketch\nint a;\n```\n", 1, "no reason why nothing proves it");
  }

  @Test
  void aCommandThatFailsUnseen() throws Exception {
    String silent = "```console\n$ java step01-listen/Nothing.java\n```\n";
    assertFound(silent, 2, "it ends with exit code 1");
    assertFound(
        "```console\n$ mvn -q -pl step09 validate\n...\nFor more ...\n...\n```\n",
        2,
        "it ends with exit code 1, and the block shows no error");
  }

  @Test
  void aTimeThatIsNotLikeTheOneFound() {
    var page = new Transcript(List.of("   0.31 s  job 1", "   0.61 s  job 2"));

    assertTrue(page.matches(List.of("   0.40 s  job 1", "   0.70 s  job 2")));
    assertFalse(page.matches(List.of("   0.31 s  job 2", "   0.61 s  job 1")));
    assertFalse(page.matches(List.of("   soon    job 1", "   0.61 s  job 2")));
    assertFalse(page.matches(List.of("   0.09 s  job 1", "   0.61 s  job 2")));
    assertFalse(page.matches(List.of("   0.31 s  job 1", " 100.00 s  job 2")));
  }

  @Test
  void aClaimThatIsLost() throws Exception {
    assertTrueBlocks(CLAIM);
    assertFound(CLAIM.replace("Host :", "Host:"), 1, "the sturdy server answers 200");
    assertFound(CLAIM.replace("Host :", "Host:").replace("=400", "=200"), 2, "both servers");
  }

  @Test
  void aFailureHidesNoOther() throws Exception {
    String two = "```java file=" + LISTING + "\nint a;\n```\n"
        + "```jshell step=9\n1\n```\n"
        + "```console\n$ java | wc\n$ java -version | wc\n```\n";
    assertFound(two, 2, "int a;", "to mend it:");
    assertFound(two, 4, "```jshell step=9", "ends with java.lang.ArrayIndexOutOfBounds");
    assertFound(two, 8, "java | wc");
    assertFound(two, 9, "java -version | wc");
  }

  @Test
  void aWrongLineOfAServerIsToldWhenItIsSilent() throws Exception {
    Instant start = Instant.now();
    assertFound(SERVER.replace("Listing 01", "Listing 02"), 3, "+Listing 01. Listening");
    assertFound(SERVER.replace("Listing 01", "...\nListing 02"), 4, "+Listing 01. Listening");
    assertTrue(Duration.between(start, Instant.now()).toSeconds() < 60);
  }

  /** A snippet too, a diff too; and what "..." stands for is left out afterwards as well. */
  @Test
  void whatIsMendedIsTrue() throws Exception {
    for (String lie : List.of(
        "```java file=" + LISTING + "\nstatic void serve(Socket listener) {\n// ...\n"
            + "while (false) {\n```\n",
        "```diff from=PATH/Listing06.java to=PATH/Listing07.java\n"
                .replace("PATH", "step04-html/src/main/java/listings")
            + "-/** Listing 20-6: answers all. */\n+/** Listing 20-7: answers 404. */\n```\n",
        SERVER.replace("Listing 01", "...\nListing 02"),
        "```jshell\njshell> 2 + 3\n$... ==> 6\n```\n")) {
      String mended = String.join("\n", proven(lie).mendedText());
      assertFalse(lie.strip().equals(mended.strip()), mended);
      assertTrueBlocks(mended);
      assertEquals(lie.contains("..."), mended.contains("..."), mended);
    }
  }

  @Test
  void aPageIsNamedAlone() {
    assertEquals(
        List.of("README.md"), Page.named("README.md").stream().map(Page::name).toList());
    assertEquals(1, Page.named("step01-listen").size());
  }
}
