package live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import judge.seen.Wire;
import rendering.Library;

/** The book's server as an attacker finds it: bytes go in, bytes come out. */
final class LiveSite implements AutoCloseable {

  static final Token TOKEN = Token.random();
  static final String SECRET = "what the reader does";
  static final String ACTION = "/do/1/again";

  final Feed feed = new Feed();
  final List<String> done = new CopyOnWriteArrayList<>();
  private final Site site;

  LiveSite(Path root) throws IOException {
    site = new Site(0, new Library(root), TOKEN, feed, this::find);
    feed.put("secret", SECRET);
  }

  /**
   * @param actions gives what a path asks for, with the text that was typed
   */
  LiveSite(Path root, Function<Feed, BiFunction<String, String, Optional<Runnable>>> actions)
      throws IOException {
    site = new Site(0, new Library(root), TOKEN, feed, actions.apply(feed));
    feed.put("secret", SECRET);
  }

  private Optional<Runnable> find(String path, String text) {
    return Optional.ofNullable(
        Map.<String, Runnable>of(ACTION, () -> done.add(path + text)).get(path));
  }

  int port() {
    return site.port();
  }

  String origin() {
    return "http://127.0.0.1:" + port();
  }

  /** The lines of a request that the book's own pages send, without the token. */
  String own(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n"
        + "Sec-Fetch-Site: same-origin\r\nConnection: close\r\n";
  }

  static String withToken(String request) {
    return request + "X-Workbook-Token: " + TOKEN.text() + "\r\n";
  }

  /** The page's own request, and each time one thing in it that only another page would send. */
  static List<String> forged(String own) {
    return List.of(
        own.replace(TOKEN.text(), "0".repeat(32)),
        own.replaceFirst("X-Workbook-Token: .*\r\n", ""),
        own.replaceFirst("Host: .*\r\n", "Host: evil.example\r\n"),
        own.replaceFirst("Origin: .*\r\n", ""),
        own.replaceFirst("Origin: .*\r\n", "Origin: http://evil.example\r\n"),
        own.replaceFirst("Origin: .*\r\n", "Origin: http://127.0.0.1:7878\r\n"),
        own.replace("same-origin", "same-site"),
        own.replace("same-origin", "cross-site"),
        own.replaceFirst("POST", "GET"),
        own + "Content-Length: 3\r\n");
  }

  /** An action with all that it needs, and more. */
  String action(String path, String more) {
    return withToken(own("POST", path)) + "Origin: " + origin() + "\r\n" + more;
  }

  String action() {
    return action(ACTION, "");
  }

  String state() {
    return withToken(own("GET", "/state"));
  }

  /** All that comes back to these lines and an empty one. */
  String ask(String head) throws IOException {
    return Wire.ask(port(), head + "\r\n");
  }

  String status(String head) throws IOException {
    return ask(head).replaceFirst("(?s)HTTP/1.1 (\\d+).*", "$1");
  }

  static String body(String response) {
    String body = response.substring(response.indexOf("\r\n\r\n") + 4);
    return new String(body.getBytes(ISO_8859_1), UTF_8);
  }

  void assertRefused(String request) throws Exception {
    assertRefusal(ask(request));
  }

  void assertRefusal(String response) {
    boolean isRefused = response.matches("(?s)HTTP/1.1 (400|403|404|405|413|501) .*");
    assertTrue(isRefused || response.isEmpty(), response);
    assertFalse(response.contains(SECRET), response);
    assertEquals(List.of(), done);
  }

  @Override
  public void close() {
    site.close();
  }
}
