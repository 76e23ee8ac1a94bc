package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.stream.Stream;
import judge.learner.Serve;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import okhttp3.Response;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import support.Answers;
import support.PageTests;

class PagesTest extends PageTests {

  static Stream<Named<Serve>> listings() {
    return MannersTest.listings();
  }

  static Stream<Class<?>> classes() {
    return ProgramsTest.listings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/something-else", "/?x=1", "/hello.html"})
  void listing05SendsTheSamePageForEveryPath(String path) throws IOException {
    try (RunningServer server = RunningServer.start(Listing05::serve)) {
      assertEquals(Answers.withPage("200 OK", "hello.html"), Wire.get(server.port(), path));
    }
  }

  @Test
  void listing06HangsUpOnEveryOtherRequest() throws IOException {
    try (RunningServer server = RunningServer.start(Listing06::serve)) {
      assertEquals("", Wire.get(server.port(), "/something-else"));
      assertEquals("", Wire.ask(server.port(), "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      assertEquals("", Wire.ask(server.port(), "get / http/1.1\r\n\r\n"));
      assertThrows(
          IOException.class, () -> OkHttp.get(server.url("/something-else")).close());
    }
  }

  @Test
  void listing07Answers404ForEveryOtherRequest() throws IOException {
    assertAnswers404(Listing07::serve);
  }

  @Test
  void listing09Answers404ForEveryOtherRequest() throws IOException {
    assertAnswers404(Listing09::serve);
  }

  private static void assertAnswers404(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      String expected = Answers.withPage("404 Not Found", "404.html");

      assertEquals(expected, Wire.get(server.port(), "/foo"));
      assertEquals(expected, Wire.get(server.port(), "/favicon.ico"));
      assertEquals(expected, Wire.ask(server.port(), "DELETE / HTTP/1.1\r\n\r\n"));
      assertEquals(expected, Wire.ask(server.port(), "GET / HTTP/1.0\r\n\r\n"));
      try (Response response = OkHttp.get(server.url("/foo"))) {
        assertEquals(404, response.code());
        assertEquals(
            new String(Answers.page("404.html"), "UTF-8"), response.body().string());
      }
    }
  }
}
