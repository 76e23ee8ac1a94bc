package live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the pages show of the reader's work, by topic, and the streams that tell each change of it.
 *
 * <p>Only the newest of each topic is kept: a slow reader misses what was in between, and nothing
 * piles up. The streams are those of "Server-sent events" in the HTML standard.
 */
final class Feed {

  private static final int MOST_READERS = 32;
  private static final int MILLIS_OF_SILENCE = 5_000;

  /** The news of a topic; the number says in what order it came. */
  private record News(long number, String json) {}

  private final Map<String, News> topics = new LinkedHashMap<>();
  private long last;
  private int readers;

  synchronized void put(String topic, Object news) {
    put(topic, Json.of(news));
  }

  private void put(String topic, String json) {
    News known = topics.get(topic);
    if (known == null || !known.json.equals(json)) {
      topics.put(topic, new News(++last, json));
      notifyAll();
    }
  }

  /** What is known of a topic is so no longer: it is null, for those who know it. */
  synchronized void forget(String topic) {
    if (topics.containsKey(topic)) {
      put(topic, "null");
    }
  }

  /** All that is known, as one object. */
  synchronized String all() {
    return since(0);
  }

  private String since(long number) {
    StringBuilder json = new StringBuilder("{");
    topics.forEach((topic, news) -> {
      if (news.number > number) {
        json.append(json.length() > 1 ? "," : "");
        json.append(Json.of(topic)).append(':').append(news.json);
      }
    });
    return json.append('}').toString();
  }

  /** Tells all, and then each change, until the reader leaves. */
  void stream(HttpExchange exchange) throws IOException {
    if (!enter()) {
      Reply.say(exchange, 503, "Too many pages are open.");
      return;
    }
    try (OutputStream out = exchange.getResponseBody()) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      tell(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
      exchange.close();
    }
  }

  private void tell(OutputStream out) throws IOException, InterruptedException {
    long told = 0;
    while (true) {
      String text;
      synchronized (this) {
        if (told == last) {
          wait(MILLIS_OF_SILENCE);
        }
        // A comment, so that either side notices when the other is gone.
        text = told == last ? ": nothing new\n\n" : "data: " + since(told) + "\n\n";
        told = last;
      }
      out.write(text.getBytes(UTF_8));
      out.flush();
    }
  }

  private synchronized boolean enter() {
    boolean hasRoom = readers < MOST_READERS;
    readers += hasRoom ? 1 : 0;
    return hasRoom;
  }

  private synchronized void leave() {
    readers--;
  }
}
