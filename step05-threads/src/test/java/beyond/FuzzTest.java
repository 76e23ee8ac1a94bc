package beyond;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests changed at random, the same ones each time: {@code -Dseed=2} changes them otherwise. */
class FuzzTest {

  private static final long SEED = Long.getLong("seed", 1);

  private static final List<String> REQUESTS = List.of(
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /sub/one.html?a=b&c=%20 HTTP/1.1\r\nHost: localhost:7878\r\nAccept: */*\r\n\r\n",
      "HEAD http://a:80/hello.html HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
      "OPTIONS * HTTP/1.1\r\nhost: [::1]\r\nConnection: close, x\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
      "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5;a=b\r\nhello\r\n0A\r\n0123456789\r\n0\r\nX: y\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
      "GET /%2e%2e/%41 HTTP/1.1\r\nHost: a\r\nX:\ty \r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");

  private static final List<String> PIECES =
      piecesOf("\r|\n|\r\n|\r\n\r\n| |\t|:|\0|\u007f|\u0080|\u00ff|%|%00|..|/|//|\\|?|#|*|,|;"
          + "|-1|0|00|99999999999|HTTP/1.1|http://|@|Host: a\r\n|Content-Length: 3\r\n"
          + "|Transfer-Encoding: chunked\r\n|Connection: close\r\n|Expect: 100-continue\r\n"
          + "|\r\n |0\r\n\r\n|GET ");

  private static List<String> piecesOf(String text) {
    List<String> pieces = new ArrayList<>(List.of(text.split("\\|")));
    pieces.addAll(List.of("x".repeat(300), "x".repeat(9_000)));
    return pieces;
  }

  private static final Pattern ANSWERS =
      Pattern.compile("(?s)(HTTP/1\\.1 (100|200|400|404|405|408|413|414|417|431|501|505) .*)?");

  private static String mutate(Random random) {
    var request = new StringBuilder(REQUESTS.get(random.nextInt(REQUESTS.size())));
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int from = random.nextInt(request.length() + 1);
      int to = Math.min(request.length(), from + random.nextInt(6));
      switch (random.nextInt(5)) {
        case 0 -> request.delete(from, to);
        case 1 -> request.insert(from, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> request.insert(from, request.substring(from, to));
        case 3 ->
          request.replace(
              from, Math.min(request.length(), from + 1), "" + (char) random.nextInt(256));
        default -> request.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return request.toString();
  }

  /** A socket from which those octets come, and then the end, or nothing more. */
  private static Socket saying(String octets) {
    return new Socket() {
      @Override
      public InputStream getInputStream() {
        return new ByteArrayInputStream(octets.getBytes(ISO_8859_1));
      }

      @Override
      public void setSoTimeout(int millis) {
        // nobody waits here
      }
    };
  }

  private static Request parse(String octets) throws IOException, Refused {
    Input in = new Input(saying(octets));
    in.setDeadline(System.nanoTime(), 10_000);
    Request head = new RequestParser(in, Limits.DEFAULT).parse();
    return head.with(new BodyReader(head, in, Limits.DEFAULT).read(new ByteArrayOutputStream()));
  }

  /** The same request in other words. */
  private static String write(Request request) {
    var head = new StringBuilder(request.method() + " " + encode(request.path()));
    head.append(request.isHttp10() ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    for (Headers.Header header : request.headers().list()) {
      if (!header.name().matches("(?i)transfer-encoding|content-length")) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
      }
    }
    head.append("Content-Length: ").append(request.body().length).append("\r\n\r\n");
    return head + new String(request.body(), ISO_8859_1);
  }

  private static String encode(String path) {
    var encoded = new StringBuilder();
    for (char octet : path.toCharArray()) {
      boolean plain = octet > ' ' && octet < 0x7f && octet != '%' && octet != '?' && octet != '#';
      encoded.append(plain ? "" + octet : String.format("%%%02x", (int) octet));
    }
    return encoded.toString();
  }

  /** What is taken says the same when it is written anew; what is not is refused, and no more. */
  @Test
  @Timeout(600)
  void theParserTakesOrRefuses() throws IOException {
    Random random = new Random(SEED);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < Small.times(20_000, 3_000_000); i++) {
      String octets = mutate(random);
      seen.merge(verdict(octets), 1, Integer::sum);
    }

    assertTrue(seen.containsKey("taken") && seen.containsKey("400 Bad Request"), seen::toString);
    Small.report("parser, seed " + SEED + ": " + seen);
  }

  private static String verdict(String octets) throws IOException {
    try {
      Request request = parse(octets);
      Request again = parse(write(request));
      assertEquals(request.path(), again.path(), octets);
      assertEquals(
          new String(request.body(), ISO_8859_1), new String(again.body(), ISO_8859_1), octets);
      return "taken";
    } catch (Refused e) {
      return e.response().status();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(octets, e);
    }
  }

  /** Nothing that a client says is a reason for a 500, or for no more answers. */
  @Test
  @Timeout(600)
  void theServerAnswersOrHangsUp() throws IOException {
    Random random = new Random(SEED);
    Limits quick =
        Small.limits("headMillis", 50, "bodyMillis", 50, "idleMillis", 50, "lingerMillis", 50);
    Map<String, Integer> seen = new TreeMap<>();
    try (Sturdy server = Sturdy.start(quick, new Echo())) {
      for (int i = 0; i < Small.times(300, 20_000); i++) {
        String octets = mutate(random);
        String answer = exchange(server, octets, random);

        assertTrue(ANSWERS.matcher(answer).matches(), octets + "\n----\n" + answer);
        seen.merge(answer.isEmpty() ? "nothing" : answer.substring(9, 12), 1, Integer::sum);
      }

      String whole = "GET / HTTP/1.0\r\n\r\n";
      Wait.until( // not at once, on a busy machine
          "it is well", () -> server.ask(whole).startsWith("HTTP/1.1 200 "));
      assertTrue(server.log().stream().noneMatch(line -> line.startsWith("Failed")));
    }
    Small.report("server, seed " + SEED + ": " + seen);
  }

  /** In one piece or in two; then the client leaves, says that it has ended, or waits. */
  private static String exchange(Sturdy server, String octets, Random random) throws IOException {
    try (Wire wire = new Wire(server.port())) {
      int cut = random.nextInt(octets.length() + 1);
      wire.trySend(octets.substring(0, cut));
      wire.trySend(octets.substring(cut));
      int then = random.nextInt(8); // leave, wait, or most often end
      if (then > 1) {
        wire.endOutput();
      }
      return then == 0 ? "" : wire.rest();
    } catch (SocketException e) {
      return ""; // the server has hung up while something was on its way
    }
  }
}
