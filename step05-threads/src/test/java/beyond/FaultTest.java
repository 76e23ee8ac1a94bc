package beyond;

import static beyond.Sturdy.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  private final Meeting meeting = new Meeting();
  private final List<Wire> wires = new ArrayList<>();
  private Sturdy server;

  @BeforeEach
  void start() throws IOException {
    Limits quick = Small.limits("headMillis", 1_000, "writeMillis", 200, "lingerMillis", 200);
    server = Sturdy.start(new ThreadPool(4), quick, meeting);
  }

  @AfterEach
  void assertIsWell() throws IOException {
    List<Wire> four = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      four.add(new Wire(server.port()).send("GET /four HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    for (Wire wire : four) {
      assertStatus(200, wire.answer());
      wire.close();
    }
    meeting.open();
    for (Wire wire : wires) {
      wire.close();
    }
    server.close();
  }

  private Wire wire() throws IOException {
    Wire wire = new Wire(server.port());
    wires.add(wire);
    return wire;
  }

  private String ask(String request) throws IOException {
    return wire().send(request).rest();
  }

  private static void assertStatus(int status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
  }

  private void assertAnswersOthers() throws IOException {
    assertStatus(200, wire().send(GET).answer());
  }

  @Test
  @DisplayName("F01 eight clients that say nothing")
  void silentClients() throws IOException {
    for (int i = 0; i < 8; i++) {
      wire();
    }

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F02, F26 two thousand connect and leave")
  void connectAndClose() throws IOException {
    for (int i = 0; i < Small.times(200, 2_000); i++) {
      new Wire(server.port()).close();
    }

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F03 fifty half requests, then silence")
  void halfRequests() throws IOException {
    for (int i = 0; i < 50; i++) {
      wire().send(HALF);
    }

    assertAnswersOthers();
    for (Wire half : wires.subList(0, 50)) {
      assertStatus(408, half.rest());
    }
  }

  /** The time is for the whole head: an octet now and then does not begin it anew. */
  @Test
  @DisplayName("F04 four clients that send an octet now and then")
  void slowHeads() throws Exception {
    List<Thread> slow = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Wire wire = wire().send(HALF);
      Thread trickle = new Thread(() -> trickle(wire));
      trickle.start();
      slow.add(trickle);
    }

    assertAnswersOthers();
    for (Thread trickle : slow) {
      Wait.end(trickle); // the server has hung up
    }
  }

  private static void trickle(Wire wire) {
    try {
      while (true) {
        wire.send("x");
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      // the server has hung up
    }
  }

  @Test
  @DisplayName("F05 a request line of 1 MB")
  void longLine() throws IOException {
    Wire wire = wire();

    wire.trySend("GET /" + "a".repeat(1 << 20) + " HTTP/1.1\r\nHost: a\r\n\r\n");

    assertStatus(414, wire.rest());
  }

  @ParameterizedTest(name = "F06 {0} headers of {1} octets")
  @CsvSource({"101, 4", "100000, 4", "1, 8193", "3, 8000"})
  void manyHeaders(int count, int octets) throws IOException {
    Wire wire = wire();

    wire.trySend(HALF + "a\r\n" + ("X:" + "x".repeat(octets - 2) + "\r\n").repeat(count) + "\r\n");

    assertStatus(431, wire.rest());
  }

  @Test
  @DisplayName("F07 an endless first line")
  void endlessLine() throws IOException {
    Wire wire = wire();
    String part = "a".repeat(1 << 16);

    int parts = 0;
    try {
      while (parts < 1_000) {
        wire.send(part);
        parts++;
      }
    } catch (IOException e) {
      // cut, as it should be
    }

    assertTrue(parts < 1_000, "the server has taken 64 MB");
  }

  @ParameterizedTest(name = "F08 {0}")
  @ValueSource(strings = {"GET / HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\n", "\r"})
  void cutOff(String request) throws IOException {
    assertStatus(400, wire().send(request).endOutput().rest());
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
    assertStatus(400, ask(request));
  }

  @Test
  @DisplayName("F12 a client that speaks TLS")
  void tls() throws IOException {
    assertStatus(408, ask("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003 hello"));
  }

  @Test
  @DisplayName("F13 fifty clients that leave without reading")
  void leavesWithoutReading() throws IOException {
    for (int i = 0; i < 50; i++) {
      new Wire(server.port()).send(GET).close();
    }

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F14 fifty resets, and eight in the middle of an answer")
  void resets() throws Exception {
    for (int i = 0; i < 50; i++) {
      new Wire(server.port()).send(GET).reset();
    }
    List<Wire> waiting = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      waiting.add(new Wire(server.port()).send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    meeting.await(4);
    for (Wire wire : waiting) {
      wire.reset();
    }
    meeting.open();

    assertAnswersOthers();
  }

  @Test
  @DisplayName("F15 two pipelined requests")
  void pipelined() throws IOException {
    Wire wire = wire().send(GET + GET);

    assertStatus(200, wire.answer());
    assertStatus(200, wire.answer());
  }

  @Test
  @DisplayName("F16 twenty times a body of 1 MB that nobody wants")
  void unwantedBody() throws IOException {
    String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      Wire wire = wire();

      wire.send(head + "x".repeat(1 << 20));

      String answer = wire.rest();
      assertStatus(405, answer);
      assertTrue(answer.contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"), answer);
    }
  }

  @Test
  @DisplayName("F19 eight jobs that fail")
  void failingJobs() throws IOException {
    for (int i = 0; i < 8; i++) {
      assertStatus(500, wire().send("GET /fail HTTP/1.1\r\nHost: a\r\n\r\n").answer());
    }
  }

  @Test
  @DisplayName("F24 ten thousand requests, fifty at a time")
  void load() throws Exception {
    int each = Small.times(20, 200);
    List<Thread> clients = new ArrayList<>();
    List<String> wrong = new java.util.concurrent.CopyOnWriteArrayList<>();
    for (int i = 0; i < 50; i++) {
      Thread client = new Thread(() -> {
        for (int n = 0; n < each; n++) {
          String answer = tryToAsk("GET / HTTP/1.0\r\n\r\n");
          if (!answer.startsWith("HTTP/1.1 200 ")) {
            wrong.add(answer);
          }
        }
      });
      client.start();
      clients.add(client);
    }
    for (Thread client : clients) {
      client.join();
    }

    assertEquals(List.of(), wrong);
  }

  private String tryToAsk(String request) {
    try {
      return Wire.ask(server.port(), request);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  @DisplayName("F25 four slow requests, and a fifth")
  void slowRequests() throws Exception {
    for (int i = 0; i < 4; i++) {
      wire().send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    meeting.await(4);
    Wire fifth = wire().send(GET);
    server.awaitQueue(1);

    meeting.open();

    assertStatus(200, fifth.answer());
    for (Wire wire : wires.subList(0, 4)) {
      assertStatus(200, wire.answer());
    }
  }

  /** What they ask for fills all buffers on the way, so the server's writing comes to a halt. */
  @Test
  @DisplayName("F27 twenty clients that never read")
  void neverRead() throws IOException {
    for (int i = 0; i < 20; i++) {
      Wire wire = new Wire(server.port(), Wire.PATIENCE, 4_096);
      wires.add(wire);
      wire.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    assertAnswersOthers();
  }
}
