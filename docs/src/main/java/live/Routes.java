package live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.function.BiFunction;
import rendering.Html;
import rendering.Library;
import rendering.Library.Item;

/** What is where. Whoever gets here has passed the {@link Guard}. */
record Routes(
    Library library, Feed feed, BiFunction<String, String, Optional<Runnable>> actions, Token token)
    implements HttpHandler {

  private static final String FIRST_PAGE = "/README.md";
  private static final String TEXT = "X-Workbook-Text";
  private static final int MOST_OF_A_TEXT = 8_192;
  private static final String QUESTION = "q=[0-9a-f]{32}";

  /** Whether anybody on this machine may read this; what is not named here needs the token. */
  boolean isOpen(String path) {
    return path.equals("/")
        || path.equals("/proof")
        || library.find(path.substring(1)).isPresent();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<Item> item = library.find(path.substring(1));
    if (exchange.getRequestMethod().equals("POST")) {
      act(exchange, path);
    } else if (item.isPresent()) {
      send(exchange, item.get());
    } else if (path.equals("/")) {
      exchange.getResponseHeaders().set("Location", FIRST_PAGE);
      Reply.say(exchange, 302, FIRST_PAGE);
    } else if (path.equals("/state")) {
      Reply.send(exchange, 200, "json", feed.all().getBytes(UTF_8));
    } else if (path.equals("/events")) {
      feed.stream(exchange);
    } else if (path.equals("/proof")) {
      prove(exchange, "" + exchange.getRequestURI().getQuery());
    } else {
      Reply.say(exchange, 404, "There is no such page.");
    }
  }

  private void act(HttpExchange exchange, String path) throws IOException {
    Optional<String> text = text(exchange);
    if (text.isEmpty()) {
      Reply.say(exchange, 400, "A text has " + MOST_OF_A_TEXT + " characters at most.");
      return;
    }
    Optional<Runnable> action = actions.apply(path, text.get());
    if (action.isEmpty()) {
      Reply.say(exchange, 404, "There is nothing like that to do.");
      return;
    }
    action.get().run();
    Reply.send(exchange, 204, "txt", new byte[0]);
  }

  /** What the reader has typed, as encodeURIComponent writes it; empty if that cannot be. */
  private static Optional<String> text(HttpExchange exchange) {
    String encoded = exchange.getRequestHeaders().getFirst(TEXT);
    if (encoded == null) {
      return Optional.of("");
    }
    try {
      String text = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
      return Optional.of(text).filter(typed -> typed.length() <= MOST_OF_A_TEXT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void send(HttpExchange exchange, Item item) throws IOException {
    if (item.isSource()) {
      Reply.send(exchange, 200, "html", Html.ofSource(library, item).getBytes(UTF_8));
    } else if (item.isPage()) {
      Reply.send(exchange, 200, "html", Html.of(library, item).getBytes(UTF_8));
    } else {
      Reply.send(exchange, 200, item.ending(), item.bytes());
    }
  }

  /** Shows another start of the book that it is this clone's which runs here. */
  private void prove(HttpExchange exchange, String query) throws IOException {
    if (query.matches(QUESTION)) {
      Reply.say(exchange, 200, token.proof(query));
    } else {
      Reply.say(exchange, 400, "A question has 32 hexadecimal digits.");
    }
  }
}
