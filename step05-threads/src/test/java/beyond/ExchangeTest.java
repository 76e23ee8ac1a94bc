package beyond;

import static beyond.Replies.assertHeader;
import static beyond.Replies.assertIsLast;
import static beyond.Replies.assertIsNotLast;
import static beyond.Replies.assertStatus;
import static beyond.Replies.body;
import static beyond.Sturdy.GET;
import static beyond.Sturdy.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import judge.seen.Wire;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What well-formed requests get. */
class ExchangeTest {

  @AutoClose
  private static final Sturdy SERVER = Sturdy.start(Small.PATIENT, new Echo());

  @AutoClose
  private final Wire wire = SERVER.connect();

  @Test
  void aConnectionGoesOnByDefault() throws IOException {
    for (int i = 0; i < 3; i++) {
      String answer = wire.send(get("/" + i)).answer();

      assertStatus("200 OK", answer);
      assertIsNotLast(answer);
      assertEquals("/" + i + " ", body(answer));
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    wire.send(get("/1")
        + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nGET"
        + "GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertEquals("/1 ", body(wire.answer()));
    assertEquals("/2 GET", body(wire.answer()));
    assertEquals("/3 ", body(wire.answer()));
    assertEquals("", wire.rest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "Close", "x, close", "close ,x", "keep-alive, close"})
  void theClientMayEndTheConnection(String connection) throws IOException {
    assertIsLast(SERVER.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: " + connection + "\r\n\r\n"));
  }

  @Test
  void http10EndsTheConnectionUnlessAsked() throws IOException {
    assertIsLast(SERVER.ask("GET / HTTP/1.0\r\n\r\n"));

    wire.send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
    assertHeader("Connection: keep-alive", wire.answer());
    assertEquals("/ ", body(wire.send(GET).answer()));
  }

  @Test
  void aMinorVersionOfTheFutureIsTakenFor11() throws IOException {
    assertEquals("/ ", body(wire.send("GET / HTTP/1.7\r\nHost: a\r\n\r\n").answer()));
  }

  @Test
  void headGetsTheHeadOfTheAnswerToGet() throws IOException {
    assertHeader(
        "Content-Length: 2", wire.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").head());
    assertStatus("200 OK", wire.send(GET).answer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "/", "http://a/"})
  void optionsGetsTheMethods(String target) throws IOException {
    String answer =
        wire.send("OPTIONS " + target + " HTTP/1.1\r\nHost: a\r\n\r\n").answer();

    assertStatus("200 OK", answer);
    assertHeader("Allow: GET, HEAD, POST, OPTIONS", answer);
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
    assertEquals(path + " ", body(wire.send(get(target)).answer()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:80", "a:", "127.0.0.1:7878", "[::1]:80", "a_b.c-d~"})
  void theseAreHosts(String host) throws IOException {
    wire.send("GET / HTTP/1.1\r\nhOST:\t" + host + " \t\r\n\r\n");

    assertEquals("/ ", body(wire.answer()));
  }

  @Test
  void anEmptyLineBeforeARequestIsSkipped() throws IOException {
    assertEquals("/ ", body(wire.send("\r\n" + GET).answer()));
    assertEquals("/ ", body(wire.send("\r\n" + GET).answer()));
  }

  @Test
  void aRequestMayComeOctetByOctet() throws IOException {
    for (char octet : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi".toCharArray()) {
      wire.send("" + octet);
    }

    assertEquals("/ hi", body(wire.answer()));
  }

  @Test
  void everyAnswerHasADateATypeAndALength() throws IOException {
    String answer = SERVER.ask("GET / HTTP/1.0\r\n\r\n");

    String date = "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";
    assertTrue(answer.matches("(?s).*\r\nDate: " + date + "\r\n.*"), answer);
    assertHeader("Content-Type: text/plain", answer);
    assertHeader("Content-Length: 2", answer);
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
    wire.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n" + chunks + GET);

    assertEquals("/ hi", body(wire.answer()));
    assertEquals("/ ", body(wire.answer()));
  }

  @Test
  void aBodyMayBeAsLargeAsItsLimit() throws IOException {
    String body = "x".repeat(Limits.DEFAULT.bodyBytes());
    String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n";

    assertEquals("/ " + body, body(wire.send(head + body).answer()));
    assertEquals("/ ", body(wire.send(GET).answer()));
  }

  @Test
  void aClientThatWaitsToSendItsBodyIsToldToGoOn() throws IOException {
    wire.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n");

    assertEquals("HTTP/1.1 100 Continue\r\n\r\n", wire.answer());
    assertEquals("/ hi", body(wire.send("hi").answer()));
  }

  @Test
  void aBodyThatWouldBeRefusedIsNotAskedFor() throws IOException {
    String head = " / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";

    assertStatus(413, SERVER.ask("POST" + head + "65537\r\n\r\n"));
    assertStatus(405, SERVER.ask("DELETE" + head + "1\r\n\r\n"));
  }

  @Test
  void theLogHasALineForEachRequestAndShowsControlCharacters() throws IOException {
    try (Sturdy logging = Sturdy.start(Small.PATIENT)) {
      logging.ask("GET /a?b HTTP/1.0\r\n\r\n");
      logging.ask("GET /\u001b[31m\" HTTP/1.0\r\n\r\n");

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
    try (Sturdy broken = Sturdy.start(new ThreadPool(1), Small.PATIENT, failing)) {
      Wire client = broken.connect();
      for (String path : new String[] {"/", "/error", "/"}) {
        assertStatus(500, client.send(get(path)).answer());
      }
    }
  }
}
