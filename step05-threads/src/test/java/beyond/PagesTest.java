package beyond;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import judge.seen.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import support.Answers;

/** What the pages are, and that nothing else is one. */
class PagesTest {

  private static Sturdy server;

  @BeforeAll
  static void start() throws IOException {
    server = Sturdy.start(Small.PATIENT);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static String get(String path) throws IOException {
    return Wire.ask(
        server.port(), "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
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

    assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
    assertTrue(answer.contains("\r\nContent-Type: " + type + "\r\n"), answer);
    assertEquals(page, answer.substring(answer.indexOf("\r\n\r\n") + 4));
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
    String answer = get(path);

    assertTrue(answer.startsWith("HTTP/1.1 404 Not Found\r\n"), answer);
  }

  @DisplayName("F18 what else may be asked")
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "HEAD / HTTP/1.1, 200", "HEAD /nothing HTTP/1.1, 404", "OPTIONS * HTTP/1.1, 200",
    "GET / HTTP/1.0, 200", "GET /?x=1 HTTP/1.1, 200", "PRI * HTTP/2.0, 505",
    "GET http://a/ HTTP/1.1, 200", "POST / HTTP/1.1, 405"
  })
  void hasStatus(String requestLine, int status) throws IOException {
    String answer =
        Wire.ask(server.port(), requestLine + "\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(!requestLine.startsWith("HEAD") || answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  @DisplayName("F23 eight times no page at all")
  void aMissingPageIsTheServersFault() throws IOException {
    Handler pageless = new Pages("/nowhere");
    try (Sturdy broken = Sturdy.start(new ThreadPool(4), Small.PATIENT, pageless)) {
      for (int i = 0; i < 8; i++) {
        try (Wire wire = new Wire(broken.port())) {
          String answer = wire.send(Sturdy.GET).answer();

          assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
        }
      }
    }
  }
}
