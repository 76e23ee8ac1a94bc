package listings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.stream.Stream;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import support.Listing;
import support.Manners;

class Listing03Test extends Manners {

  static Stream<Listing> listings() {
    return Listing.of(3);
  }

  /** A status line and the empty line that ends the head. */
  @Override
  protected String answer() {
    return "HTTP/1.1 200 OK\r\n\r\n";
  }

  @Test
  void answersEveryPathAlike() throws IOException {
    try (RunningServer server = RunningServer.start(Listing03::serve)) {
      assertEquals(answer(), server.get("/any?thing=1"));
    }
  }

  /** A browser shows an empty page. */
  @Test
  void givesAnHttpClientAnEmptyPage() throws IOException {
    try (RunningServer server = RunningServer.start(Listing03::serve);
        Response response = OkHttp.get(server.url("/"))) {
      assertAll(
          () -> assertEquals(200, response.code()),
          () -> assertEquals("OK", response.message()),
          () -> assertEquals(0, response.headers().size()),
          () -> assertEquals("", response.body().string()));
    }
  }

  @Test
  void saysNothingToAClientThatStopsHalfWay() throws IOException {
    try (RunningServer server = RunningServer.start(Listing03::serve)) {
      Wire client = server.connect().send("GET / HTTP/1.1\r\nHost: localhost\r\n");

      assertFalse(client.hears(100), "the empty line is missing, so the request goes on");
      client.close();
      assertEquals(answer(), server.get("/"));
    }
  }
}
