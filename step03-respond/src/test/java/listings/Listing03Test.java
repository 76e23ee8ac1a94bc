package listings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import judge.seen.RawClient;
import judge.seen.RunningServer;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import support.Http;

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
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", RawClient.get(server.port(), "/"));
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", RawClient.get(server.port(), "/any?thing=1"));
  }

  /** A browser shows an empty page. */
  @Test
  void givesAnHttpClientAnEmptyPage() throws IOException {
    try (Response response = Http.get(server.url("/"))) {
      assertAll(
          () -> assertEquals(200, response.code()),
          () -> assertEquals("OK", response.message()),
          () -> assertEquals(0, response.headers().size()),
          () -> assertEquals("", response.body().string()));
    }
  }

  @Test
  void saysNothingToAClientThatStopsHalfWay() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");

      assertTrue(client.hearsNothingFor(100), "the empty line is missing, so the request goes on");
    }
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", RawClient.get(server.port(), "/"));
  }
}
