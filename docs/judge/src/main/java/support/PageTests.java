package support;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import judge.learner.Copy;
import judge.learner.Serve;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a listing sends that has pages: hello.html for {@code /}, and nothing but its bytes.
 *
 * <p>A step's subclass names its listings in the static methods {@code listings()} and {@code
 * classes()}.
 */
@ResourceLock(Resources.SYSTEM_OUT)
public abstract class PageTests {

  private final CapturedOutput terminal = new CapturedOutput();

  /** Otherwise a Content-Length in characters would pass for one in bytes. */
  @Test
  void bothPagesHaveMoreBytesThanCharacters() throws IOException {
    for (String file : new String[] {"hello.html", "404.html"}) {
      byte[] page = Answers.page(file);
      assertTrue(page.length > new String(page, "UTF-8").length(), file);
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void sendsHelloHtmlByteByByte(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      String expected = Answers.withPage("200 OK", "hello.html");

      assertEquals(expected, Wire.get(server.port(), "/"));
    }
  }

  @ParameterizedTest
  @MethodSource("listings")
  void givesAnHttpClientThePageWithItsLengthAndType(Serve serve) throws IOException {
    byte[] page = Answers.page("hello.html");
    try (RunningServer server = RunningServer.start(serve);
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
  @MethodSource("classes")
  void answers500WhenThePageIsMissingAndLivesOn(Class<?> listing) throws Exception {
    try (RunningServer server = RunningServer.start(Copy.withoutPages(listing))) {
      assertEquals(Answers.serverError(), Wire.get(server.port(), "/"));
      assertEquals(Answers.serverError(), Wire.get(server.port(), "/"));
      assertTrue(terminal.text().contains("Page missing: hello.html"), terminal.text());
    }
  }
}
