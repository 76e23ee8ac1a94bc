package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class Listing02Test {

  private static final String END_OF_STREAM = "";

  private final CapturedOutput terminal = new CapturedOutput();
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    server = RunningServer.start(Listing02::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void printsTheRequestUpToItsEmptyLineAndHangsUp() throws IOException {
    String request = "GET /test HTTP/1.1\r\nHost: localhost\r\nX-Cafe: caf\u00e9\r\n\r\nnot this";

    assertEquals(END_OF_STREAM, Wire.ask(server.port(), request));

    String expected = "Request:\n  GET /test HTTP/1.1\n  Host: localhost\n  X-Cafe: caf\u00e9\n";
    assertEquals(expected, terminal.text());
  }

  @Test
  void printsWhatAnHttpClientAsks() {
    assertThrows(IOException.class, () -> OkHttp.get(server.url("/any?thing=1")).close());

    List<String> lines = terminal.text().lines().toList();
    assertEquals("Request:", lines.get(0));
    assertEquals("  GET /any?thing=1 HTTP/1.1", lines.get(1));
    assertTrue(lines.contains("  Host: 127.0.0.1:" + server.port()), terminal.text());
  }

  @Test
  void printsARequestThatComesInTwoPieces() throws IOException {
    try (Wire client = new Wire(server.port())) {
      client.send("GET / HTTP/1.1\r\nHost: loc");
      assertFalse(client.hears(50), "the server waits for the rest");
      client.send("alhost\r\n\r\n");
      client.rest();
    }

    assertEquals("Request:\n  GET / HTTP/1.1\n  Host: localhost\n", terminal.text());
  }

  @Test
  void waitsForAClientThatStopsHalfWay() throws IOException {
    try (Wire client = new Wire(server.port())) {
      client.send("GET / HTTP/1.1\r\nHost: localhost\r\n");

      assertFalse(client.hears(100), "the empty line is missing, so the request goes on");
    }
    terminal.await("No request.\n");
  }

  @Test
  void saysSoWhenAClientLeavesWithoutAWord() throws IOException {
    new Wire(server.port()).close();

    terminal.await("No request.\n");
  }

  @Test
  void printsAHeaderOf20Kilobytes() throws IOException {
    String header = "X-Long: " + "x".repeat(20 * 1024);

    Wire.ask(server.port(), "GET / HTTP/1.1\r\n" + header + "\r\n\r\n");

    assertEquals("Request:\n  GET / HTTP/1.1\n  " + header + "\n", terminal.text());
  }
}
