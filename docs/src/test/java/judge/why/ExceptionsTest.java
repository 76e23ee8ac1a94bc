package judge.why;

import static judge.words.Says.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import judge.words.Meaning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an exception comes from: of this step and this line, not of another. */
class ExceptionsTest {

  private static final String OF_LINE =
      "Cannot invoke \"String.isEmpty()\" because \"line\" is null";

  private static final String OF_PAGE =
      "Cannot invoke \"java.io.InputStream.readAllBytes()\" because \"in\" is null";

  private static final String OF_JOB =
      "Cannot invoke \"java.lang.Runnable.run()\" because \"job\" is null";

  private static final String OF_POOL =
      "Cannot invoke \"exercise.ThreadPool.execute(java.lang.Runnable)\" because \"pool\" is null";

  private static String mistake(String... printed) {
    return Exceptions.mistake(List.of(printed)).orElse("");
  }

  @Test
  void nullComesFromALineOrFromAPage() {
    String line = Exceptions.cause(new NullPointerException(OF_LINE));
    String page = Exceptions.cause(new NullPointerException(OF_PAGE));
    assertTrue(line.contains("readLine"), line);
    assertFalse(line.contains("getResource"), line);
    assertTrue(page.contains("getResourceAsStream"), page);
    assertFalse(page.contains("readLine"), page);
    assertTrue(Exceptions.cause(new NullPointerException(OF_JOB)).contains("given null"));
    assertTrue(Exceptions.cause(new NullPointerException(OF_POOL)).contains("There is no pool"));
    String unknown = Exceptions.cause(new NullPointerException());
    assertTrue(unknown.contains("readLine") && unknown.contains("getResource"), unknown);
  }

  @TestFactory
  Stream<DynamicTest> ofPartsAndMemory() {
    return Stream.of(
        says("by an exception", "Here there is none", ended("Index 0 out of bounds for length 0")),
        says("by an exception", "Here there is 1,", ended("Index 1 out of bounds for length 1")),
        says("by an exception", "Here there are 2,", ended("Index 2 out of bounds for length 2")),
        says("by an exception", "nextLine", Ending.by(new NoSuchElementException("No line found"))),
        says("by an exception", "how much memory", Ending.by(new NegativeArraySizeException("-1"))),
        says("by an exception", "how much memory", Ending.by(new OutOfMemoryError("size"))));
  }

  private static Meaning ended(String message) {
    return Ending.by(new ArrayIndexOutOfBoundsException(message));
  }

  @Test
  void aMistakeIsKnownWhereItIsCaughtAndPrintedLast() {
    String index = "java.lang.ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1";
    assertTrue(mistake("Client 1", index).contains("count before you take one"));
    assertTrue(mistake(index, "at exercise.WebServer.serve(WebServer.java:7)").contains("count"));
    assertTrue(mistake("java.lang.NullPointerException: " + OF_LINE).contains("readLine"));
    assertEquals("", mistake(index, "Client 2"));
    assertEquals("", mistake());
  }

  @Test
  void whatAClientMayCauseIsNoMistake() {
    assertEquals(
        Optional.empty(),
        Exceptions.mistake(List.of("java.net.SocketTimeoutException: Read timed out")));
  }
}
