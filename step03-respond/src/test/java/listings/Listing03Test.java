package listings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Listing03Test {

  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    server = RunningServer.start(Listing03::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void answersEveryPathWithTheShortestResponse() throws IOException {
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", Wire.get(server.port(), "/"));
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", Wire.get(server.port(), "/any?thing=1"));
  }

  /** A browser shows an empty page. */
  @Test
  void givesAnHttpClientAnEmptyPage() throws IOException {
    try (Response response = OkHttp.get(server.url("/"))) {
      assertAll(
          () -> assertEquals(200, response.code()),
          () -> assertEquals("OK", response.message()),
          () -> assertEquals(0, response.headers().size()),
          () -> assertEquals("", response.body().string()));
    }
  }

  @Test
  void saysNothingToAClientThatStopsHalfWay() throws IOException {
    try (Wire client = new Wire(server.port())) {
      client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");

      assertFalse(client.hears(100), "the empty line is missing, so the request goes on");
    }
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", Wire.get(server.port(), "/"));
  }
}
