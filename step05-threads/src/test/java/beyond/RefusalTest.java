package beyond;

import static beyond.Replies.assertHeader;
import static beyond.Replies.assertIsLast;
import static beyond.Replies.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are refused: with which status, and that the connection ends with it. */
class RefusalTest {

  @AutoClose
  private static final Sturdy SERVER = Sturdy.start(Small.PATIENT, new Echo());

  /** In the table, | is CRLF, ^ a CR, _ an LF, ~ a NUL, \t a tab. */
  private static String octets(String row) {
    return row.replace("|", "\r\n")
        .replace("^", "\r")
        .replace("_", "\n")
        .replace("~", "\0")
        .replace("\\t", "\t");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '!',
      value = {
        // the request line, RFC 9112, section 3
        "'GET /|Host: a||' ! 400",
        "'GET  / HTTP/1.1|Host: a||' ! 400",
        "'GET /  HTTP/1.1|Host: a||' ! 400",
        "' GET / HTTP/1.1|Host: a||' ! 400",
        "'GET / HTTP/1.1 |Host: a||' ! 400",
        "'GET\\t/\\tHTTP/1.1|Host: a||' ! 400",
        "'GET / x HTTP/1.1|Host: a||' ! 400",
        "'G(T / HTTP/1.1|Host: a||' ! 400",
        "'|| |GET / HTTP/1.1|Host: a||' ! 400",
        "'GET / http/1.1|Host: a||' ! 400",
        "'GET / HTTP/1.10|Host: a||' ! 400",
        "'GET / HTTP/1|Host: a||' ! 400",
        "'GET / HTTP/0.9|Host: a||' ! 505",
        "'GET / HTTP/9.9|Host: a||' ! 505",
        "'PRI * HTTP/2.0||SM||' ! 505",
        "'get / HTTP/1.1|Host: a||' ! 501",
        "'BREW / HTTP/1.1|Host: a||' ! 501",
        "'DELETE / HTTP/1.1|Host: a||' ! 405",
        "'CONNECT a:80 HTTP/1.1|Host: a||' ! 405",
        // the target, section 3.2
        "'GET hello.html HTTP/1.1|Host: a||' ! 400",
        "'GET * HTTP/1.1|Host: a||' ! 400",
        "'GET /#top HTTP/1.1|Host: a||' ! 400",
        "'GET /%4 HTTP/1.1|Host: a||' ! 400",
        "'GET /%xy HTTP/1.1|Host: a||' ! 400",
        "'GET /~ HTTP/1.1|Host: a||' ! 400",
        "'GET /\u00e9 HTTP/1.1|Host: a||' ! 400",
        "'GET https://a/ HTTP/1.1|Host: a||' ! 400",
        "'GET http:/// HTTP/1.1|Host: a||' ! 400",
        "'GET http://u@a/ HTTP/1.1|Host: a||' ! 400",
        // the end of a line, section 2.2
        "'GET / HTTP/1.1_Host: a__' ! 400",
        "'GET / HTTP/1.1|Host: a_|' ! 400",
        "'GET / HTTP/1.1|X: a^b|Host: a||' ! 400",
        "'GET / HTTP/1.1^Host: a^^' ! 400",
        // headers, section 5
        "'GET / HTTP/1.1|Host: a|X : b||' ! 400",
        "'GET / HTTP/1.1|Host : a||' ! 400",
        "'GET / HTTP/1.1| Host: a||' ! 400",
        "'GET / HTTP/1.1|Host: a|X: b| c||' ! 400",
        "'GET / HTTP/1.1|Host: a|X: b|\\tc||' ! 400",
        "'GET / HTTP/1.1|Host: a|: b||' ! 400",
        "'GET / HTTP/1.1|Host: a|X||' ! 400",
        "'GET / HTTP/1.1|Host: a|X: ~||' ! 400",
        "'GET / HTTP/1.1|Host: a|X\u00e9: b||' ! 400",
        // Host, section 3.2
        "'GET / HTTP/1.1||' ! 400",
        "'GET / HTTP/1.1|Host: a|Host: a||' ! 400",
        "'GET / HTTP/1.1|Host:||' ! 400",
        "'GET / HTTP/1.1|Host: a b||' ! 400",
        "'GET / HTTP/1.1|Host: a/b||' ! 400",
        "'GET / HTTP/1.1|Host: u@a||' ! 400",
        "'GET / HTTP/1.1|Host: a, b||' ! 400",
        "'GET / HTTP/1.1|Host: a:b||' ! 400",
        "'GET / HTTP/1.0|Host: a|Host: b||' ! 400",
        // the body's length, section 6
        "'POST / HTTP/1.1|Host: a|Content-Length: 1|Transfer-Encoding: chunked||0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 1||x' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length: 1, 1||x' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length: +1||x' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length: -1||x' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length: 0x1||x' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length:||x' ! 400",
        "'POST / HTTP/1.1|Host: a|Content-Length: 65537||x' ! 413",
        "'POST / HTTP/1.1|Host: a|Content-Length: 99999999999999999999||x' ! 413",
        "'POST / HTTP/1.0|Transfer-Encoding: chunked||0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked||0||' ! 501",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked, gzip||0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked, chunked||0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: xchunked||0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: identity||0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding:||0||' ! 400",
        // chunks, section 7.1
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||x|' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||-1|x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||0x1|x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1 |x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1_x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1|xy|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1;|x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1;a[=b|x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1;a=\"b|x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1;a=~|x|0||' ! 400",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||10001|x' ! 413",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||ffffffffffffffff|x' ! 413",
        "'POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||0|X : y||' ! 400",
        // what is wrong with the framing matters more than the method
        "'DELETE / HTTP/1.1|Host: a|Content-Length: x||' ! 400",
        "'BREW / HTTP/1.1|Host: a|Transfer-Encoding: x||' ! 400",
        // Expect, RFC 9110, section 10.1.1
        "'POST / HTTP/1.1|Host: a|Expect: miracles|Content-Length: 1||x' ! 417",
      })
  void isRefused(String row, int status) throws IOException {
    String answer = SERVER.ask(octets(row));

    assertStatus(status, answer);
    assertIsLast(answer);
    assertEquals(answer.indexOf("HTTP/1.1 "), answer.lastIndexOf("HTTP/1.1 "), answer);
  }

  @Test
  void aMethodThatIsNotAllowedIsToldWhichAre() throws IOException {
    String answer = SERVER.ask("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");

    assertHeader("Allow: GET, HEAD, POST, OPTIONS", answer);
  }

  @Test
  void aRefusalRepeatsNothingThatTheClientSent() throws IOException {
    String answer = SERVER.ask("GET /<script> <script>/1.1\r\n<script>\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 400 ") && !answer.contains("<script>"), answer);
  }
}
