package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.stream.Stream;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import support.Answers;
import support.Listing;
import support.PageTests;

class PagesTest extends PageTests {

  static Stream<Listing> listings() {
    return Listing.of(5, 6, 7, 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/something-else", "/?x=1", "/hello.html"})
  void listing05SendsTheSamePageForEveryPath(String path) throws IOException {
    try (RunningServer server = RunningServer.start(Listing05::serve)) {
      assertEquals(Answers.hello(), server.get(path));
    }
  }

  @Test
  void listing06HangsUpOnEveryOtherRequest() throws IOException {
    try (RunningServer server = RunningServer.start(Listing06::serve)) {
      assertEquals("", server.get("/something-else"));
      assertEquals("", server.ask("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      assertEquals("", server.ask("get / http/1.1\r\n\r\n"));
      assertThrows(
          IOException.class, () -> OkHttp.get(server.url("/something-else")).close());
    }
  }

  static Stream<Listing> with404() {
    return Listing.of(7, 9);
  }

  @ParameterizedTest
  @MethodSource("with404")
  void answers404ForEveryOtherRequest(Listing listing) throws IOException {
    assertAnswers404(listing);
  }
}
