package beyond;

import static beyond.Sturdy.GET;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What well-formed requests get, and what becomes of their connection. */
class ExchangeTest {

  private static Sturdy server;

  @BeforeAll
  static void start() throws IOException {
    server = Sturdy.start(new ThreadPool(4), Small.PATIENT, new Echo());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private String ask(String request) throws IOException {
    return Wire.ask(server.port(), request);
  }

  @Test
  void aConnectionGoesOnByDefault() throws IOException {
    try (Wire wire = new Wire(server.port())) {
      for (int i = 0; i < 3; i++) {
        String answer = wire.send("GET /" + i + " HTTP/1.1\r\nHost: a\r\n\r\n").answer();

        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertFalse(answer.contains("\r\nConnection:"), answer);
        assertEquals("/" + i + " ", body(answer));
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    String requests = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
        + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nGET"
        + "GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    try (Wire wire = new Wire(server.port())) {
      wire.send(requests);

      assertEquals("/1 ", body(wire.answer()));
      assertEquals("/2 GET", body(wire.answer()));
      assertEquals("/3 ", body(wire.answer()));
      assertEquals("", wire.rest());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "Close", "x, close", "close ,x", "keep-alive, close"})
  void theClientMayEndTheConnection(String connection) throws IOException {
    String answer = ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: " + connection + "\r\n\r\n");

    assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
  }

  @Test
  void http10EndsTheConnectionUnlessAsked() throws IOException {
    String answer = ask("GET / HTTP/1.0\r\n\r\n");
    assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);

    try (Wire wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
      assertTrue(wire.answer().contains("\r\nConnection: keep-alive\r\n"));
      assertEquals("/ ", body(wire.send(GET).answer()));
    }
  }

  @Test
  void aMinorVersionOfTheFutureIsTakenFor11() throws IOException {
    try (Wire wire = new Wire(server.port())) {
      assertEquals("/ ", body(wire.send("GET / HTTP/1.7\r\nHost: a\r\n\r\n").answer()));
    }
  }

  @Test
  void headGetsTheHeadOfTheAnswerToGet() throws IOException {
    try (Wire wire = new Wire(server.port())) {
      String head = wire.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").head();
      String next = wire.send(GET).answer();

      assertTrue(head.contains("\r\nContent-Length: 2\r\n"), head);
      assertTrue(next.startsWith("HTTP/1.1 200 OK\r\n"), next);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "/", "http://a/"})
  void optionsGetsTheMethods(String target) throws IOException {
    try (Wire wire = new Wire(server.port())) {
      String answer =
          wire.send("OPTIONS " + target + " HTTP/1.1\r\nHost: a\r\n\r\n").answer();

      assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
      assertTrue(answer.contains("\r\nAllow: GET, HEAD, POST, OPTIONS\r\n"), answer);
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/a/b.html, /a/b.html",
    "/?x=1, /",
    "/a?b?c, /a",
    "/%41%2f, /A/",
    "http://a, /",
    "http://a?x, /",
    "HTTP://a:80/b?c, /b",
    "http://[::1]/b, /b",
    "//a, //a"
  })
  void theTargetNamesAPath(String target, String path) throws IOException {
    try (Wire wire = new Wire(server.port())) {
      wire.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");

      assertEquals(path + " ", body(wire.answer()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:80", "a:", "127.0.0.1:7878", "[::1]:80", "a_b.c-d~"})
  void theseAreHosts(String host) throws IOException {
    try (Wire wire = new Wire(server.port())) {
      wire.send("GET / HTTP/1.1\r\nhOST:\t" + host + " \t\r\n\r\n");

      assertEquals("/ ", body(wire.answer()));
    }
  }

  @Test
  void anEmptyLineBeforeARequestIsSkipped() throws IOException {
    try (Wire wire = new Wire(server.port())) {
      assertEquals("/ ", body(wire.send("\r\n" + GET).answer()));
      assertEquals("/ ", body(wire.send("\r\n" + GET).answer()));
    }
  }

  @Test
  void aRequestMayComeOctetByOctet() throws IOException {
    try (Wire wire = new Wire(server.port())) {
      for (char octet : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi".toCharArray()) {
        wire.send("" + octet);
      }

      assertEquals("/ hi", body(wire.answer()));
    }
  }

  @Test
  void everyAnswerHasADateATypeAndALength() throws IOException {
    String answer = ask("GET / HTTP/1.0\r\n\r\n");

    String date = "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";
    assertAll(
        () -> assertTrue(answer.matches("(?s).*\r\nDate: " + date + "\r\n.*"), answer),
        () -> assertTrue(answer.contains("\r\nContent-Type: text/plain\r\n")),
        () -> assertTrue(answer.contains("\r\nContent-Length: 2\r\n")));
  }

  /** RFC_1123_DATE_TIME of the JDK says "1 Jan". */
  @Test
  void aDayHasTwoDigits() {
    assertEquals("Thu, 01 Jan 1970 00:00:01 GMT", Response.date(Instant.ofEpochSecond(1)));
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", Response.date(Instant.ofEpochSecond(784111777)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2\r\nhi\r\n0\r\n\r\n",
        "1\r\nh\r\n1\r\ni\r\n0\r\n\r\n",
        "0002\r\nhi\r\n000\r\n\r\n",
        "2;a=b;c=\"d;\\\"\"\r\nhi\r\n0\r\n\r\n",
        "2 ;a\r\nhi\r\n0;last\r\n\r\n",
        "2\r\nhi\r\n0\r\nX-Sum: 1\r\nY: 2\r\n\r\n"
      })
  void chunksMakeABody(String chunks) throws IOException {
    try (Wire wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n" + chunks + GET);

      assertEquals("/ hi", body(wire.answer()));
      assertEquals("/ ", body(wire.answer()));
    }
  }

  @Test
  void aBodyMayBeAsLargeAsItsLimit() throws IOException {
    String body = "x".repeat(Limits.DEFAULT.bodyBytes());
    String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n";
    try (Wire wire = new Wire(server.port())) {
      assertEquals("/ " + body, body(wire.send(head + body).answer()));
      assertEquals("/ ", body(wire.send(GET).answer()));
    }
  }

  @Test
  void aClientThatWaitsToSendItsBodyIsToldToGoOn() throws IOException {
    try (Wire wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");

      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", wire.answer());
      assertEquals("/ hi", body(wire.send("hi").answer()));
    }
  }

  @Test
  void aBodyThatWouldBeRefusedIsNotAskedFor() throws IOException {
    String head = " / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";

    String tooLarge = ask("POST" + head + "65537\r\n\r\n");
    String notAllowed = ask("DELETE" + head + "1\r\n\r\n");

    assertTrue(tooLarge.startsWith("HTTP/1.1 413 "), tooLarge);
    assertTrue(notAllowed.startsWith("HTTP/1.1 405 "), notAllowed);
  }

  @Test
  void noConnectionGoesOnForEver() throws IOException {
    try (Sturdy strict = Sturdy.start(Small.patient("requests", 2));
        Wire wire = new Wire(strict.port())) {
      assertFalse(wire.send(GET).answer().contains("\r\nConnection:"));
      assertTrue(wire.send(GET).answer().contains("\r\nConnection: close\r\n"));
      assertEquals("", wire.rest());
    }
  }

  @Test
  void anIdleConnectionIsClosedWithoutAWord() throws IOException {
    try (Sturdy strict = Sturdy.start(Small.patient("idleMillis", 50));
        Wire wire = new Wire(strict.port())) {
      wire.send(GET).answer();

      assertEquals("", wire.rest());
    }
  }

  @Test
  void theLogHasALineForEachRequestAndShowsControlCharacters() throws IOException {
    try (Sturdy logging = Sturdy.start(Small.PATIENT)) {
      Wire.ask(logging.port(), "GET /a?b HTTP/1.0\r\n\r\n");
      Wire.ask(logging.port(), "GET /\u001b[31m\" HTTP/1.0\r\n\r\n");

      assertEquals(2, logging.log().size(), logging.log()::toString);
      assertEquals("127.0.0.1 \"GET /a?b HTTP/1.0\" 404 544", logging.log().get(0));
      String visible = "127.0.0.1 \"GET /\\x1b[31m\\x22 HTTP/1.0\" 400 ";
      assertTrue(logging.log().get(1).startsWith(visible), logging.log()::toString);
    }
  }

  @Test
  void aHandlerThatFailsIsA500AndTheConnectionGoesOn() throws IOException {
    Handler failing = request -> {
      if (Thread.currentThread().isInterrupted()) {
        return Response.text("200 OK", "an interrupt is left over", "");
      }
      Thread.currentThread().interrupt();
      if (request.path().equals("/error")) {
        throw new AssertionError();
      }
      throw new IllegalStateException();
    };
    try (Sturdy broken = Sturdy.start(new ThreadPool(1), Small.PATIENT, failing);
        Wire wire = new Wire(broken.port())) {
      for (String path : new String[] {"/", "/error", "/"}) {
        String answer =
            wire.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").answer();

        assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
      }
    }
  }

  /** With one worker, and others waiting for it, each connection has one request's turn. */
  @Test
  void aTurnEndsWhileOthersWait() throws Exception {
    var paths = new ConcurrentLinkedQueue<String>();
    var hasBegun = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    Handler slow = request -> {
      paths.add(request.path());
      hasBegun.countDown();
      mayGoOn.await();
      return Response.text("200 OK", "", "");
    };
    try (Sturdy single = Sturdy.start(new ThreadPool(1), Small.PATIENT, slow);
        Wire first = new Wire(single.port());
        Wire second = new Wire(single.port())) {
      first.send(get("/1") + get("/3") + get("/5"));
      hasBegun.await();
      second.send(get("/2") + get("/4") + get("/6"));
      single.awaitQueue(1);

      mayGoOn.countDown();

      for (Wire wire : List.of(first, second, first, second, first, second)) {
        assertFalse(wire.answer().contains("\r\nConnection: close\r\n"));
      }
      assertEquals(List.of("/1", "/2", "/3", "/4", "/5", "/6"), List.copyOf(paths));
    }
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  private static void closeAll(List<Wire> wires) throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
  }

  /** Four workers, and forty connections that stay open: none is in the way of another. */
  @Test
  void idleConnectionsMakeRoomForThoseThatAskAndStayOpen() throws IOException {
    List<Wire> idle = new ArrayList<>();
    try (Sturdy patient = Sturdy.start(Small.patient("idleMillis", 60_000))) {
      for (int i = 0; i < 40; i++) {
        idle.add(new Wire(patient.port()));
        idle.get(i).send(GET).answer();
      }
      for (Wire wire : idle) {
        assertTrue(wire.send(GET).answer().startsWith("HTTP/1.1 200 OK\r\n"));
      }
    } finally {
      closeAll(idle);
    }
  }

  /** One worker, who comes round seldom: then, too, a client that was refused is cut in the end. */
  @Test
  void whoIsRefusedCannotGoOnForEver() throws Exception {
    List<Wire> idle = new ArrayList<>();
    Limits brief = Small.patient("idleMillis", 60_000, "lingerMillis", 100);
    try (Sturdy crowded = Sturdy.start(new ThreadPool(1), brief, new Echo())) {
      for (int i = 0; i < 20; i++) {
        idle.add(new Wire(crowded.port()));
        idle.get(i).send(GET).answer();
      }
      Wire refused = new Wire(crowded.port());
      idle.add(refused.send("BAD\r\n\r\n"));

      Wait.until("the server hangs up", () -> {
        try {
          refused.send("x");
          return false;
        } catch (IOException e) {
          return true;
        }
      });
    } finally {
      closeAll(idle);
    }
  }

  /** More than half of the queue is taken: who says nothing is closed, who asks is answered. */
  @Test
  void idleConnectionsEndWhenTheQueueFillsUp() throws IOException {
    List<Wire> idle = new ArrayList<>();
    Limits few = Small.patient("idleMillis", 60_000, "queue", 8);
    try (Sturdy crowded = Sturdy.start(few)) {
      for (int i = 0; i < 40; i++) {
        idle.add(new Wire(crowded.port()));
        String answer = idle.get(i).send(GET).answer();
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
      }

      Wait.until("most are closed", () -> crowded.connections() <= 4 + 8);
    } finally {
      closeAll(idle);
    }
  }
}
