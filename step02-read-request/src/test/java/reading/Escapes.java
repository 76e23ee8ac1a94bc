package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static judge.Prints.beginning;
import static judge.Prints.count;
import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import judge.Prints;
import judge.Server;
import judge.http.Head;
import judge.learner.Printed;
import judge.verdict.Failure;

/** Control characters that clients send, in all places from which a server may print them. */
public final class Escapes {

  private static final int IN_ONE_LINE = 9;

  private final Server server;

  public Escapes(Server server) {
    this.server = server;
  }

  /** All of them that end no line, some in each text. */
  public static List<String> texts() {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (char c = 0; c < 0xa0; c++) {
      if (Character.isISOControl(c) && c != '\r' && c != '\n') {
        text.append(c);
      }
      if (text.length() == IN_ONE_LINE || c == 0x9f) {
        texts.add(text.toString());
        text.setLength(0);
      }
    }
    return texts;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : "" + c);
    }
    return escaped.toString();
  }

  /** The characters come in the head, and in what the lines of other tasks are made of. */
  public void expectClean(String dirty) {
    String start = "GET " + path();
    String note = "X-Note: " + word();
    String host = word();
    // What a server says about a length that is no number may have the client's text in it.
    Asking.ask(
        server,
        Head.of(
            start + dirty + "a HTTP/1.1",
            note + dirty + "\u00e9a",
            "Host: " + host + dirty + "a",
            "Content-Length: a" + dirty + "a"));
    Asking.ask(server, Head.get("X-Last: " + word()));
    expectNoneRaw();
    String clean = escaped(dirty) + "a";
    expectLine(start + clean + " HTTP/1.1");
    expectLine(note + escaped(dirty) + "\u00e9a");
    expectLine("Host: " + host + clean);
    if (!beginning("host=" + host).isEmpty()) { // task 2.5 may be undone
      expectLine("host=" + host + clean);
    }
  }

  /** Makes sure that the line is printed, with its control characters as text. */
  public void expectPrinted(String header) {
    Asking.ask(server, Head.get(header));
    expectLine(escaped(header));
  }

  /** What a server says of clients that ask for nothing has their text in it, too. */
  public void expectCleanOtherwise() {
    String red = "\u001b[31m";
    Asking.ask(server, Head.of(word() + red));
    Asking.leave(server, "GET " + path() + red);
    Asking.ask(server, Head.get("X-Note: a\rb" + red));
    expectCleanBody(word(), red + "\r\n\u009b\na");
  }

  /** Task 2.7 may be undone: then there is no such line. */
  private void expectCleanBody(String start, String dirty) {
    String body = new String((start + dirty).getBytes(UTF_8), ISO_8859_1);
    String head = Head.get("Content-Length: " + body.length()).text();
    Asking.begin(server, head + body).expectEnd();
    Asking.ask(server, Head.get("X-Last: " + word()));
    expectNoneRaw();
    List<String> found = beginning("body=" + start);
    String line = "body=" + start + escaped(dirty);
    if (!found.isEmpty()) {
      Prints.expect(server, () -> count(line) > 0, () -> Unescaped.notEscapedInBody(line, found));
    }
  }

  private void expectLine(String line) {
    Prints.expect(
        server,
        () -> count(line) > 0,
        () -> Unescaped.notEscaped(line, beginning(line.substring(0, 9))));
  }

  /** Tabs in front of a line may be the server's own. */
  private static void expectNoneRaw() {
    for (String line : Printed.text().split("\r?\n")) {
      IntStream raw = line.replaceFirst("^[ \t]+", "").chars().filter(Character::isISOControl);
      raw.findFirst().ifPresent(c -> {
        throw Failure.because(Unescaped.raw(c, line));
      });
    }
  }
}
