package support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import judge.http.Head;
import judge.learner.Serve;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import org.junit.jupiter.api.Named;
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

  private static final String REQUEST = Head.asking("/").text();

  private final CapturedOutput terminal = new CapturedOutput();

  /** The step's answer to {@code GET /}, byte by byte. */
  protected abstract String answer() throws IOException;

  /** A listing as a parameter, shown by its number. */
  public static Named<Serve> listing(String number, Serve serve) {
    return Named.of("listing " + number, serve);
  }

  private void assertStillAnswers(RunningServer server) throws IOException {
    assertEquals(answer(), Wire.ask(server.port(), REQUEST), "the next request's answer");
    // A pool, or a thread of its own, hides it when a handler dies of a NullPointerException.
    assertFalse(terminal.text().contains("java.lang."), terminal.text());
  }

  @ParameterizedTest
  @MethodSource("listings")
  void answersTwoRequestsInARow(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      assertStillAnswers(server);
      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void survivesAClientThatLeavesWithoutAWord(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      for (int i = 0; i < 5; i++) {
        new Wire(server.port()).close();
      }

      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void survivesAClientThatLeavesHalfWay(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      for (int i = 0; i < 5; i++) {
        try (Wire client = new Wire(server.port())) {
          client.send("GET / HTTP/1.1\r\nHo");
        }
      }

      assertStillAnswers(server);
    }
  }

  /** The resets arrive before the server takes the connections, so its writing always fails. */
  @ParameterizedTest
  @MethodSource("listings")
  void survivesAClientThatResets(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.prepare(serve)) {
      for (int i = 0; i < 5; i++) {
        Wire client = new Wire(server.port());
        client.send(REQUEST);
        client.reset();
      }
      server.begin();

      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void waitsForTheRestOfARequest(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve);
        Wire client = new Wire(server.port())) {
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
  void saysNothingToARequestThatIsCutOff(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve);
        Wire client = new Wire(server.port())) {
      client.send(Head.asking("/").begun());
      client.endOutput();

      assertEquals("", client.rest());
      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void takesAHeaderOf20Kilobytes(Serve serve) throws IOException {
    String header = "X-Long: " + "x".repeat(20 * 1024) + "\r\n";
    try (RunningServer server = RunningServer.start(serve)) {
      String request = Head.asking("/").begun() + header + "\r\n";

      assertEquals(answer(), Wire.ask(server.port(), request));
      assertStillAnswers(server);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void survivesNonsense(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      Wire.ask(server.port(), "\r\n\r\n");
      Wire.ask(server.port(), "GARBAGE\r\n\r\n");
      Wire.ask(server.port(), " \u0000\u0016\u0003\u0001\u00ff \n\n");

      assertStillAnswers(server);
    }
  }
}
