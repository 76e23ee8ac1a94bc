package live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** Sends a response that is there as a whole. */
final class Reply {

  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "json", "application/json",
      "png", "image/png",
      "svg", "image/svg+xml",
      "txt", "text/plain; charset=utf-8");

  private Reply() {}

  /**
   * @param kind of {@link #TYPES}
   */
  static void send(HttpExchange exchange, int status, String kind, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", TYPES.get(kind));
    boolean hasBody = !exchange.getRequestMethod().equals("HEAD") && body.length > 0;
    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  static void say(HttpExchange exchange, int status, String sentence) throws IOException {
    send(exchange, status, "txt", (sentence + "\n").getBytes(UTF_8));
  }
}
