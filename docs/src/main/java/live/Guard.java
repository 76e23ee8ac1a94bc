package live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Stands before every route: what it does not let in reaches none of them.
 *
 * <p>Whoever opens a page of another site has that site's script in the browser, which can send
 * requests to 127.0.0.1. It cannot choose {@code Host}, {@code Origin} or {@code Sec-Fetch-Site},
 * and it does not know the token.
 *
 * @param port the one port that {@code Host} and {@code Origin} may name
 * @param isOpen the paths that may be read without the token: pages, which anybody may know
 */
record Guard(int port, Token token, Predicate<String> isOpen, HttpHandler routes)
    implements HttpHandler {

  static final String TOKEN = "X-Workbook-Token";

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String NOTHING_ELSE = "default-src 'self'; base-uri 'none';"
      + " form-action 'none'; frame-ancestors 'none'; object-src 'none'";

  /** A request that is not let in, and why. */
  private static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String why) {
      super(why);
      this.status = status;
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", NOTHING_ELSE);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    try {
      check(exchange);
      routes.handle(exchange);
    } catch (Refused e) {
      // What a client goes on sending is not read.
      headers.set("Connection", "close");
      Reply.say(exchange, e.status, e.getMessage());
    } catch (RuntimeException e) {
      e.printStackTrace();
      Reply.say(exchange, 500, "This is a defect of the workbook; its terminal says more.");
    }
  }

  private String origin() {
    return "http://127.0.0.1:" + port;
  }

  private void check(HttpExchange exchange) throws Refused {
    checkHost(exchange);
    checkSite(exchange);
    require(
        lacks(exchange, "Transfer-Encoding") && isAtMost("0", exchange, "Content-Length"),
        413,
        "No request has a body here.");
    String path = exchange.getRequestURI().getPath();
    require(path != null && path.startsWith("/"), 400, "A path begins with a slash.");
    checkRight(exchange, path);
  }

  private void checkHost(HttpExchange exchange) throws Refused {
    URI target = exchange.getRequestURI();
    require(
        has(exchange, "Host", "127.0.0.1:" + port)
            && target.getScheme() == null
            && target.getRawAuthority() == null,
        403,
        "The workbook is at " + origin() + ", and answers under this name alone.");
  }

  private void checkSite(HttpExchange exchange) throws Refused {
    require(
        isAtMost(origin(), exchange, "Origin"),
        403,
        "Another site's page may not ask the workbook anything.");
    require(
        has(exchange, "Sec-Fetch-Site", "none")
            || isAtMost("same-origin", exchange, "Sec-Fetch-Site"),
        403,
        "Another site's page may not lead here. Type the address, or copy it.");
  }

  private void checkRight(HttpExchange exchange, String path) throws Refused {
    String method = exchange.getRequestMethod();
    boolean reads = READING.contains(method);
    require(reads || method.equals("POST"), 405, "There is no " + method + " here.");
    if (reads && isOpen.test(path)) {
      return;
    }
    require(
        reads || has(exchange, "Origin", origin()),
        403,
        "Only the workbook's own pages change or run anything.");
    List<String> tokens = exchange.getRequestHeaders().getOrDefault(TOKEN, List.of());
    require(
        tokens.size() == 1 && token.is(tokens.get(0)),
        403,
        "This needs the token: open the address that the terminal has printed.");
  }

  private static void require(boolean condition, int status, String why) throws Refused {
    if (!condition) {
      throw new Refused(status, why);
    }
  }

  private static boolean lacks(HttpExchange exchange, String name) {
    return !exchange.getRequestHeaders().containsKey(name);
  }

  /** Whether a header, if it is there, has this value. */
  private static boolean isAtMost(String value, HttpExchange exchange, String name) {
    return lacks(exchange, name) || has(exchange, name, value);
  }

  /** Whether a header is there once, with this value. */
  private static boolean has(HttpExchange exchange, String name, String value) {
    return List.of(value).equals(exchange.getRequestHeaders().get(name));
  }
}
