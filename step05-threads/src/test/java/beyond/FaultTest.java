package beyond;

import static beyond.Replies.assertHeader;
import static beyond.Replies.assertStatus;
import static beyond.Sturdy.GET;
import static beyond.Sturdy.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What clients do to a server, on purpose or not, and that it answers all the same: after each
 * fault, four requests meet in its four workers.
 */
class FaultTest {

  private static final String HALF = "GET / HTTP/1.1\r\nHost: ";

  private final MeetingPages meeting = new MeetingPages();

  @AutoClose
  private final Sturdy server =
      Sturdy.start(Small.limits("headMillis", 1_000, "lingerMillis", 20_000), meeting);

  @AfterEach
  void assertIsWell() throws IOException {
    for (Wire wire : server.connect(4, get("/four"))) {
      assertStatus(200, wire.answer());
      wire.close();
    }
    meeting.open();
  }

  private void assertAnswersOthers() throws IOException {
    assertStatus(200, server.connect().send(GET).answer());
  }

  @Test
  @DisplayName("F01 eight clients that say nothing")
  void silentClients() throws IOException {
    server.connect(8, "");
    assertAnswersOthers();
  }

  @Test
  @DisplayName("F02, F26 two thousand connect and leave")
  void connectAndClose() throws IOException {
    for (int i = 0; i < Small.times(200, 2_000); i++) {
      server.connect().close();
    }

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F03 fifty half requests, then silence")
  void halfRequests() throws IOException {
    List<Wire> halves = server.connect(50, HALF);

    assertAnswersOthers();
    for (Wire half : halves) {
      assertStatus(408, half.rest());
    }
  }

  /** The time is for the whole head: an octet now and then does not begin it anew. */
  @Test
  @DisplayName("F04 four clients that send an octet now and then")
  void slowHeads() throws Exception {
    List<Wire> slow = server.connect(4, HALF);
    List<Thread> trickles = Swarm.start(4, i -> {
      while (slow.get(i).trySend("x")) {
        Wait.pause(20);
      }
    });

    assertAnswersOthers();
    trickles.forEach(Wait::end); // the server has hung up
  }

  @Test
  @DisplayName("F05 a request line of 1 MB")
  void longLine() throws IOException {
    assertStatus(414, askAsFarAsTaken(get("/" + "a".repeat(1 << 20))));
  }

  private String askAsFarAsTaken(String request) throws IOException {
    Wire wire = server.connect();
    wire.trySend(request);
    return wire.rest();
  }

  @ParameterizedTest(name = "F06 {0} headers of {1} octets")
  @CsvSource({"101, 4", "100000, 4", "1, 8193", "3, 8000"})
  void manyHeaders(int count, int octets) throws IOException {
    String header = "X:" + "x".repeat(octets - 2) + "\r\n";

    assertStatus(431, askAsFarAsTaken(HALF + "a\r\n" + header.repeat(count) + "\r\n"));
  }

  @Test
  @DisplayName("F07 an endless first line")
  void endlessLine() {
    Wire wire = server.connect();
    String part = "a".repeat(1 << 16);

    boolean isTaken = true;
    for (int parts = 0; parts < 1_000 && isTaken; parts++) {
      isTaken = wire.trySend(part);
    }

    assertFalse(isTaken, "the server has taken 64 MB");
  }

  @ParameterizedTest(name = "F08 {0}")
  @ValueSource(strings = {"GET / HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\n", "\r"})
  void cutOff(String request) throws IOException {
    assertStatus(400, server.connect().send(request).endOutput().rest());
  }

  @ParameterizedTest(name = "F09, F10, F11 {0}")
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n",
        "GET /\u00c3\u00a9 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u00c3 HTTP/1.1\r\nHost: a\r\n\r\n",
        "\u00ff\u00fe GET / HTTP/1.1\r\nHost: a\r\n\r\n"
      })
  void wrongOctets(String request) throws IOException {
    assertStatus(400, server.ask(request));
  }

  @Test
  @DisplayName("F12 a client that speaks TLS")
  void tls() throws IOException {
    assertStatus(
        408, server.ask("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003 hello"));
  }

  @Test
  @DisplayName("F13 fifty clients that leave without reading")
  void leavesWithoutReading() throws IOException {
    for (int i = 0; i < 50; i++) {
      server.connect().send(GET).close();
    }

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F14 fifty resets, and eight in the middle of an answer")
  void resets() throws Exception {
    for (int i = 0; i < 50; i++) {
      server.connect().send(GET).reset();
    }
    List<Wire> waiting = server.connect(8, get("/wait"));
    meeting.await(4);
    waiting.forEach(Wire::reset);
    meeting.open();

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F15 two pipelined requests")
  void pipelined() throws IOException {
    Wire wire = server.connect().send(GET + GET);

    assertStatus(200, wire.answer());
    assertStatus(200, wire.answer());
  }

  @Test
  @DisplayName("F16 twenty times a body of 1 MB that nobody wants")
  void unwantedBody() throws IOException {
    String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      String answer = server.ask(head + "x".repeat(1 << 20));

      assertStatus(405, answer);
      assertHeader("Allow: GET, HEAD, OPTIONS", answer);
    }
  }

  @Test
  @DisplayName("F19 eight jobs that fail")
  void failingJobs() throws IOException {
    for (int i = 0; i < 8; i++) {
      assertStatus(500, server.connect().send(get("/fail")).answer());
    }
  }

  @Test
  @DisplayName("F24 ten thousand requests, fifty at a time")
  void load() throws Exception {
    Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    Swarm.run(50, client -> {
      try {
        for (int i = 0; i < Small.times(20, 200); i++) {
          assertStatus(200, server.ask("GET / HTTP/1.0\r\n\r\n"));
        }
      } catch (IOException | AssertionError e) {
        wrong.add(e);
      }
    });

    assertEquals(List.of(), List.copyOf(wrong));
  }

  @Test
  @DisplayName("F25 four slow requests, and a fifth")
  void slowRequests() throws Exception {
    List<Wire> five = server.connect(4, get("/wait"));
    meeting.await(4);
    five.add(server.connect().send(GET));
    server.awaitQueue(1);

    meeting.open();

    for (Wire wire : five) {
      assertStatus(200, wire.answer());
    }
  }

  /** What they ask for fills all buffers on the way, so the server's writing comes to a halt. */
  @Test
  @DisplayName("F27 twenty clients that never read")
  void neverRead() throws IOException {
    try (Sturdy hasty = Sturdy.start(Small.patient("writeMillis", 200), meeting)) {
      hasty.connect(20, get("/big"));

      assertStatus(200, hasty.connect().send(GET).answer());
    }
  }
}
