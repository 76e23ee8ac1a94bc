package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static proof.Planted.assertFound;
import static proof.Planted.page;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import said.Said;

/** What Java throws, the place of a heading, a rate of a table: said otherwise, it is found. */
@Execution(ExecutionMode.CONCURRENT)
class PlantedNumbersTest {

  private static void assertCompared(String text, String right, String other) {
    assertEquals(List.of(), Said.wrong(page(text)));
    assertFound(
        Said.wrong(page("\n" + text.replace(right, other))),
        2,
        "it is " + right.replace("`", ""),
        "numbers.txt:");
  }

  @Test
  void anExceptionThatNothingThrows() {
    assertCompared(
        "`URLDecoder` throws an `IllegalArgumentException` for `%zz`.",
        "`IllegalArgumentException`", "`UnsupportedEncodingException`");
    assertCompared(
        "`execute` then throws a `RejectedExecutionException`.",
        "`RejectedExecutionException`",
        "`IllegalStateException`");
  }

  @Test
  void aTextThatJavaDoesNotMake() {
    assertCompared("and `a%26b%3D%2B` is `a&b=+`.", "`a&b=+`", "`a=b&+`");
  }

  @Test
  void aNumberBelowZero() {
    assertCompared("A read then returns -1, and `readLine`", "-1", "0");
  }

  @Test
  void aPlaceInAnotherOrder() {
    String text = "the third experiment below shows what closing it does";
    assertEquals(List.of(), Said.wrong(page(text)));
    assertFound(Said.wrong(page(text.replace("third", "second"))), 1, "it is 3");
  }

  @Test
  void aRateThatATableDoesNotComeTo() {
    String text = "the sturdy server gives four times as many,";
    assertEquals(List.of(), Said.wrong(page(text)));
    assertFound(Said.wrong(page(text.replace("four", "six"))), 1, "it is 4");
    String gain = "write and no time limit, come out 5 percent lower";
    assertEquals(List.of(), Said.wrong(page(gain)));
    assertFound(Said.wrong(page(gain.replace("5", "15"))), 1, "it is 5");
  }

  /** As when a unit beside the number is another one. */
  @Test
  void aSentenceThatIsGone() {
    String text = "\nthe client must see the end of the stream\nwithin 2 minutes";
    assertFound(Said.unsaid(List.of(page(text))), 2, "the end of the stream within {} seconds");
  }

  @Test
  void aBlockOfAnotherListing() {
    String text = "Start listing 20-10:\n\n"
        + "```console\n$ mvn -pl step05-threads exec:java -Dlisting=10\n```\n";
    assertEquals(List.of(), Said.wrong(page(text)));
    assertFound(Said.wrong(page(text.replace("20-10", "20-11"))), 3, "has listing [10]");
  }
}
