package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import judge.seen.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;

/** No trick with methods and bodies gets past the guard, and every response guards the page. */
class TricksTest {

  private LiveSite site;

  @BeforeEach
  void start() throws Exception {
    site = new LiveSite(Project.ROOT);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1",
        "Content-Length: 9223372036854775807",
        "Content-Length: -1",
        "Content-Length: 0\r\nContent-Length: 5",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 0",
        "Transfer-Encoding: identity",
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5"
      })
  void refusesABody(String header) throws Exception {
    try (Wire wire = new Wire(site.port())) {
      wire.trySend(site.action(LiveSite.ACTION, header + "\r\n") + "\r\n0\r\n\r\n");
      site.assertRefusal(wire.receive(Wire.PATIENCE).text());
    }
  }

  /** What follows a refused body is no second request. */
  @Test
  void readsNoRequestOutOfABody() throws Exception {
    String inner = site.action() + "\r\n";
    String outer = site.action("/nothing", "Content-Length: " + inner.length() + "\r\n");
    try (Wire wire = new Wire(site.port())) {
      wire.trySend(outer.replace("Connection: close\r\n", "") + "\r\n" + inner);
      String all = wire.receive(Wire.PATIENCE).text();
      site.assertRefusal(all);
      assertTrue(all.split("HTTP/1.1 ", -1).length <= 2, all);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "post", "FOO"})
  void refusesOtherMethods(String method) throws Exception {
    site.assertRefused(site.action().replaceFirst("POST", method));
    site.assertRefused(site.state().replaceFirst("GET", method));
  }

  @Test
  void takesNoMethodFromAHeader() throws Exception {
    String wanted = "X-HTTP-Method-Override: POST\r\nX-Method-Override: POST\r\n";
    site.assertRefused(site.action().replaceFirst("POST", "GET") + wanted);
  }

  @Test
  void takesATextFromItsHeaderAlone() throws Exception {
    String text = "X-Workbook-Text: GET%20%2F+%5Cr%5Cn%D0%9F\r\n";
    assertEquals("204", site.status(site.action(LiveSite.ACTION, text)));
    assertEquals(List.of(LiveSite.ACTION + "GET /+\\r\\n\u041f"), site.done);
    site.done.clear();
    site.assertRefused(
        site.own("POST", LiveSite.ACTION) + "Origin: " + site.origin() + "\r\n" + text);
    site.assertRefused(site.action().replace("Origin: ", "X-Origin: ") + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "LONG"})
  void refusesATextThatCannotBe(String text) throws Exception {
    String typed = text.replace("LONG", "x".repeat(8_193));
    site.assertRefused(site.action(LiveSite.ACTION, "X-Workbook-Text: " + typed + "\r\n"));
  }

  @Test
  void tellsTheBrowserToAllowNothingElse() throws Exception {
    for (String path :
        List.of("/nothing", "/", "/README.md", "/live/app.js", "/docs/images/load-rate.svg")) {
      String response = site.ask(site.own("GET", path)).toLowerCase(Locale.ROOT);
      for (String line : List.of(
          "content-security-policy: default-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; object-src 'none'",
          "x-content-type-options: nosniff",
          "referrer-policy: no-referrer",
          "cross-origin-resource-policy: same-origin",
          "cache-control: no-store")) {
        assertTrue(response.contains(line + "\r\n"), line + " is missing in " + response);
      }
    }
  }

  /** Whoever reads the first one, and whoever reads the last one, may see another than we do. */
  @Test
  void refusesHeadersThatStandTwice() throws Exception {
    String own = "Origin: " + site.origin() + "\r\n";
    String from = "Sec-Fetch-Site: same-origin\r\n";
    for (String request : List.of(
        site.action() + own,
        site.action() + "Origin: https://evil.example\r\n",
        site.action() + "ORIGIN: null\r\n",
        site.action() + from,
        site.action() + "sec-fetch-site: cross-site\r\n",
        site.action() + "host: evil.example\r\n")) {
      site.assertRefused(request);
    }
  }
}
