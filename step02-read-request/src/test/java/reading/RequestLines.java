package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static judge.Prints.count;
import static judge.Prints.expect;
import static judge.Prints.fromNowOn;
import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import java.util.List;
import java.util.function.Supplier;
import judge.Client;
import judge.Server;
import judge.http.Head;
import judge.verdict.Failure;

/** Request lines, and what is to be printed for them: their parts, or {@code not HTTP}. */
public final class RequestLines {

  private RequestLines() {}

  public static void expectParts(Server server, String method, String target, String version) {
    String line = method + " " + target + " " + version;
    String wished = "method=" + method + " target=" + target + " version=" + version;
    long refused = count("not HTTP");
    Supplier<List<String>> taken = fromNowOn("method");
    Asking.ask(server, Head.of(line, "Host: " + word()));
    expect(
        server,
        () -> count(wished) == 1 && count("not HTTP") == refused,
        () -> OtherLines.noParts(line, wished, taken.get()));
  }

  public static void expectNotHttp(Server server, String line) {
    long refused = count("not HTTP");
    Supplier<List<String>> taken = fromNowOn("method=");
    Supplier<List<String>> refusals = fromNowOn("not ");
    Asking.ask(server, Head.of(line, "Host: " + word()));
    expect(
        server,
        () -> count("not HTTP") == refused + 1 && taken.get().isEmpty(),
        () -> OtherLines.noRefusal(line, refusals.get().isEmpty() ? taken.get() : refusals.get()));
  }

  /** A head is not taken apart before it is whole. */
  public static void expectNothingOfHalfAHead(Server server) {
    long refused = count("not HTTP");
    Supplier<List<String>> taken = fromNowOn("method=");
    Asking.leave(server, "GET " + path() + " HTTP/1.1\r\nHo");
    Asking.leave(server, word() + "\r\nHo");
    Asking.expectServed(server, Head.of(word()));
    server.expectIdle();
    if (!taken.get().isEmpty() || count("not HTTP") != refused + 1) {
      throw Failure.because(OtherLines.tooEarly());
    }
  }

  /** Whether an empty line is the whole head, or one to be skipped, is left open: see RFC 9112. */
  public static void expectEmptyLineSurvived(Server server) {
    Client client = Asking.begin(server, "\r\n");
    client.push(Head.get("Host: " + word()).text().getBytes(ISO_8859_1));
    client.expectEnd();
    Asking.expectServed(server, Head.get("Host: " + word()));
  }
}
