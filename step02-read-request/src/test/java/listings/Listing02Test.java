package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import support.Listing;
import support.Manners;

class Listing02Test extends Manners {

  private static final String END_OF_STREAM = "";

  @AutoClose
  private RunningServer server;

  static Stream<Listing> listings() {
    return Listing.of(2);
  }

  /** The server hangs up without an answer. */
  @Override
  protected String answer() {
    return END_OF_STREAM;
  }

  @BeforeEach
  void start() throws IOException {
    server = RunningServer.start(Listing02::serve);
  }

  @Test
  void printsTheRequestUpToItsEmptyLineAndHangsUp() throws IOException {
    String request = "GET /test HTTP/1.1\r\nHost: localhost\r\nX-Cafe: caf\u00e9\r\n\r\nnot this";

    assertEquals(END_OF_STREAM, server.ask(request));

    String expected = "Request:\n  GET /test HTTP/1.1\n  Host: localhost\n  X-Cafe: caf\u00e9\n";
    assertEquals(expected, terminal.text());
  }

  @Test
  void printsWhatAnHttpClientAsks() {
    assertThrows(IOException.class, () -> OkHttp.get(server.url("/any?thing=1")).close());

    List<String> lines = terminal.lines();
    assertEquals("Request:", lines.get(0));
    assertEquals("  GET /any?thing=1 HTTP/1.1", lines.get(1));
    assertTrue(lines.contains("  Host: 127.0.0.1:" + server.port()), terminal.text());
  }

  @Test
  void printsARequestThatComesInTwoPieces() throws IOException {
    Wire client = server.connect().send("GET / HTTP/1.1\r\nHost: loc");
    assertFalse(client.hears(50), "the server waits for the rest");

    client.send("alhost\r\n\r\n").rest();

    assertEquals("Request:\n  GET / HTTP/1.1\n  Host: localhost\n", terminal.text());
  }

  @Test
  void waitsForAClientThatStopsHalfWay() throws IOException {
    Wire client = server.connect().send("GET / HTTP/1.1\r\nHost: localhost\r\n");
    assertFalse(client.hears(100), "the empty line is missing, so the request goes on");

    client.close();

    terminal.await("No request.\n");
  }

  @Test
  void saysSoWhenAClientLeavesWithoutAWord() throws IOException {
    server.connect().close();

    terminal.await("No request.\n");
  }

  @Test
  void printsAHeaderOf20Kilobytes() throws IOException {
    String header = "X-Long: " + "x".repeat(20 * 1024);

    server.ask("GET / HTTP/1.1\r\n" + header + "\r\n\r\n");

    assertEquals("Request:\n  GET / HTTP/1.1\n  " + header + "\n", terminal.text());
  }
}
