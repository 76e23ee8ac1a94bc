package support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import judge.learner.Copy;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listing sends that has pages: hello.html for {@code /}, and nothing but its bytes. */
public abstract class PageTests extends Manners {

  @Override
  protected String answer() throws IOException {
    return Answers.hello();
  }

  /** Otherwise a Content-Length in characters would pass for one in bytes. */
  @Test
  void bothPagesHaveMoreBytesThanCharacters() throws IOException {
    for (String file : List.of("hello.html", "404.html")) {
      byte[] page = Answers.page(file);
      assertTrue(page.length > new String(page, "UTF-8").length(), file);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void givesAnHttpClientThePageWithItsLengthAndType(Listing listing) throws IOException {
    byte[] page = Answers.page("hello.html");
    try (RunningServer server = RunningServer.start(listing);
        Response response = OkHttp.get(server.url("/"))) {
      byte[] body = response.body().bytes();

      assertAll(
          () -> assertEquals(200, response.code()),
          () -> assertEquals("OK", response.message()),
          () -> assertEquals("" + page.length, response.header("Content-Length")),
          () -> assertEquals("text/html; charset=utf-8", response.header("Content-Type")),
          () -> assertEquals("close", response.header("Connection")),
          () -> assertArrayEquals(page, body));
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void answers500WhenThePageIsMissingAndLivesOn(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(Copy.withoutPages(listing.type()))) {
      assertEquals(Answers.serverError(), server.get("/"));
      assertEquals(Answers.serverError(), server.get("/"));
      assertTrue(terminal.text().contains("Page missing: hello.html"), terminal.text());
    }
  }

  /** Checks that the listing answers 404 to everything but {@code GET /}. */
  protected static void assertAnswers404(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing);
        Response response = OkHttp.get(server.url("/foo"))) {
      String expected = Answers.withPage("404 Not Found", "404.html");

      for (String path : List.of("/foo", "/favicon.ico", "/sleep/")) {
        assertEquals(expected, server.get(path));
      }
      for (String line : List.of("DELETE / HTTP/1.1", "POST / HTTP/1.1", "GET / HTTP/1.0")) {
        assertEquals(expected, server.ask(line + "\r\n\r\n"));
      }
      assertEquals(404, response.code());
      assertEquals(
          new String(Answers.page("404.html"), "UTF-8"), response.body().string());
    }
  }
}
