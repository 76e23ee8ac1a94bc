package support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients do to a server, on purpose or not. None of it may end the server: afterwards it
 * answers the next request as before.
 *
 * <p>A step's subclass names its listings in a static method {@code listings()}.
 */
@ResourceLock(Resources.SYSTEM_OUT)
public abstract class Manners {

  protected final CapturedOutput terminal = new CapturedOutput();

  /** The step's answer to {@code GET /}, byte by byte. */
  protected abstract String answer() throws IOException;

  private void assertStillAnswers(RunningServer server) throws IOException {
    assertEquals(answer(), server.get("/"), "the next request's answer");
    // A pool, or a thread of its own, hides it when a handler dies of a NullPointerException.
    assertFalse(terminal.text().contains("java.lang."), terminal.text());
  }

  @ParameterizedTest
  @MethodSource("listings")
  void answersTwoRequestsInARow(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      assertStillAnswers(server);
      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void survivesClientsThatLeaveWithoutAWordOrHalfWay(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      for (int i = 0; i < 5; i++) {
        server.connect().close();
      }
      assertStillAnswers(server);

      for (int i = 0; i < 5; i++) {
        server.connect().send("GET / HTTP/1.1\r\nHo").close();
      }
      assertStillAnswers(server);
    }
  }

  /** The resets arrive before the server takes the connections, so its writing always fails. */
  @ParameterizedTest
  @MethodSource("listings")
  void survivesAClientThatResets(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.prepare(listing)) {
      for (int i = 0; i < 5; i++) {
        server.connect().send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").reset();
      }
      server.begin();

      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void waitsForTheRestOfARequest(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      Wire client = server.connect();
      client.send("GET / HTTP/1.1\r\nHost: loc");
      assertFalse(client.hears(50), "nothing may come before the empty line");
      client.send("alhost\r");
      assertFalse(client.hears(50), "nothing may come before the empty line");
      client.send("\n \r\n");
      assertFalse(client.hears(50), "a line with a space is not empty");
      client.send("\r\n");

      assertEquals(answer(), client.rest());
    }
  }

  /** The client is still there, and listens. */
  @ParameterizedTest
  @MethodSource("listings")
  void saysNothingToARequestThatIsCutOff(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      Wire client =
          server.connect().send("GET / HTTP/1.1\r\nHost: localhost\r\n").endOutput();

      assertEquals("", client.rest());
      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void takesAHeaderOf20Kilobytes(Listing listing) throws IOException {
    String header = "X-Long: " + "x".repeat(20 * 1024) + "\r\n";
    try (RunningServer server = RunningServer.start(listing)) {
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";

      assertEquals(answer(), server.ask(request));
      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void survivesNonsense(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      server.ask("\r\n\r\n");
      server.ask("GARBAGE\r\n\r\n");
      server.ask(" \u0000\u0016\u0003\u0001\u00ff \n\n");

      assertStillAnswers(server);
    }
  }
}
