package judge.why;

import static judge.words.Says.says;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import judge.words.Meaning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which cause is named for a response that is not the one asked for. */
class ResponsesTest {

  private static final String OK = "HTTP/1.1 200 OK";

  private static Meaning without(String... head) {
    return Responses.withoutHeader(List.of(head), "Content-Length", "5");
  }

  @TestFactory
  Stream<DynamicTest> ofAHeaderInsideAnotherLine() {
    return Stream.of(
        says("is missing", "part of it: HTTP/1.1 200 OKc", without(OK + "content-length: 5")),
        says("is missing", "before Content-Length", without(OK, "A: 1Content-Length: 5")));
  }

  @Test
  void anotherHeaderIsNoPartOfALine() {
    assertEquals(List.of(), without(OK, "X-Content-Length: 5").causes());
  }
}
