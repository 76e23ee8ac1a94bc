package beyond;

import static beyond.Replies.assertHeader;
import static beyond.Replies.assertStatus;
import static beyond.Replies.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import judge.seen.Wire;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import support.Answers;

/** What the pages are, and that nothing else is one. */
class PageFilesTest {

  @AutoClose
  private static final Sturdy SERVER = Sturdy.start(Small.PATIENT);

  private static String get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1");
  }

  private static String ask(String requestLine) throws IOException {
    return SERVER.ask(requestLine + "\r\nHost: a\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/, hello.html, text/html; charset=utf-8",
    "/?x=1, hello.html, text/html; charset=utf-8",
    "/hello.html, hello.html, text/html; charset=utf-8",
    "/%68ello.html, hello.html, text/html; charset=utf-8",
    "/style.css, style.css, text/css; charset=utf-8",
    "/server.png, server.png, image/png",
    "/sub/one.html, sub/one.html, text/html; charset=utf-8"
  })
  void isAPage(String path, String file, String type) throws IOException {
    String page = new String(Answers.page("pages/" + file), "ISO-8859-1");

    String answer = get(path);

    assertStatus("200 OK", answer);
    assertHeader("Content-Type: " + type, answer);
    assertEquals(page, body(answer));
  }

  @DisplayName("F17 there is no way out of the folder")
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/../hello.html",
        "/../beyond/Pages.class",
        "/..%2fhello.html",
        "/%2e%2e/hello.html",
        "/%252e%252e/hello.html",
        "/sub/../../hello.html",
        "/..\\hello.html",
        "/..%5chello.html",
        "/%c0%ae%c0%ae/hello.html",
        "/./hello.html",
        "/sub",
        "/sub/",
        "/hello.html/",
        "/hello.html%00.png",
        "/hello.html;x=1",
        "/file:/etc/passwd",
        "//etc/passwd",
        "/.html",
        "/nothing.html"
      })
  void isNoPage(String path) throws IOException {
    assertStatus("404 Not Found", get(path));
  }

  @DisplayName("F18 what else may be asked")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "HEAD / HTTP/1.1, 200", "HEAD /nothing HTTP/1.1, 404", "OPTIONS * HTTP/1.1, 200",
    "GET / HTTP/1.0, 200", "GET /?x=1 HTTP/1.1, 200", "PRI * HTTP/2.0, 505",
    "GET http://a/ HTTP/1.1, 200", "POST / HTTP/1.1, 405"
  })
  void hasStatus(String requestLine, int status) throws IOException {
    String answer = ask(requestLine);

    assertStatus(status, answer);
    assertTrue(!requestLine.startsWith("HEAD") || answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  @DisplayName("F23 eight times no page at all")
  void aMissingPageIsTheServersFault() throws IOException {
    try (Sturdy broken = Sturdy.start(Small.PATIENT, new Pages("/nowhere"))) {
      for (Wire wire : broken.connect(8, Sturdy.GET)) {
        assertStatus(500, wire.answer());
      }
    }
  }
}
