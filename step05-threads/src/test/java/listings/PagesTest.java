package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import judge.learner.Serve;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import okhttp3.Response;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.Answers;
import support.PageTests;

class PagesTest extends PageTests {

  static Stream<Named<Serve>> listings() {
    return MannersTest.listings();
  }

  static Stream<Class<?>> classes() {
    return Stream.of(
        Listing10.class,
        Listing11.class,
        Listing20.class,
        Listing21.class,
        Listing22.class,
        Listing23.class,
        Listing24.class,
        Listing25.class);
  }

  @ParameterizedTest
  @MethodSource("listings")
  void answers404ForEveryOtherRequest(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve);
        Response response = OkHttp.get(server.url("/foo"))) {
      String expected = Answers.withPage("404 Not Found", "404.html");

      assertEquals(expected, Wire.get(server.port(), "/sleep/"));
      assertEquals(expected, Wire.ask(server.port(), "POST / HTTP/1.1\r\n\r\n"));
      assertEquals(expected, Wire.ask(server.port(), "GET / HTTP/1.0\r\n\r\n"));
      assertEquals(404, response.code());
      assertEquals(
          new String(Answers.page("404.html"), "UTF-8"), response.body().string());
    }
  }
}
