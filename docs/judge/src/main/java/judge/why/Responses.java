package judge.why;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import judge.http.Form;
import judge.seen.Received.End;
import judge.seen.Seen;
import judge.words.Meaning;
import judge.words.Spot;
import judge.words.Text;

/** What it means that another response came than the one asked for. */
public final class Responses {

  private Responses() {}

  /**
   * What is wrong with a response: that it is not well-formed, or that the server does not hang up
   * after it.
   *
   * @param method of the request; after HEAD there must be no body
   */
  public static Optional<Meaning> problem(Seen seen, String method) {
    return Form.problem(seen.received().bytes(), method)
        .map(meaning -> meaning.fact().equals(Form.NO_STATUS_LINE)
            ? meaning.first(Connections.printedAnswer(seen.serving().printed()))
            : meaning)
        .or(() -> afterResponse(seen.received().end()));
  }

  private static Optional<Meaning> afterResponse(End end) {
    return switch (end) {
      case SILENCE ->
        Optional.of(Meaning.of(
                "The answer is complete, but the connection is still open.",
                "- Close the socket when the answer is sent: try (socket) { ... } does it.",
                "- If your server reads on after the empty line, it waits for what never comes.")
            .withThreads());
      case RESET ->
        Optional.of(Meaning.of(
            "After the answer the connection was reset, which can make a client lose the answer.",
            "- The socket was closed while something the client had sent was not read yet: read the"
                + " head up to its empty line, then answer.",
            "- Or setSoLinger was set to 0."));
      case ENDLESS ->
        Optional.of(Meaning.of(
            "The answer has no end: over 4 MB came.",
            "- Which loop writes, and when does it end?"));
      case CLOSED -> Optional.empty();
    };
  }

  /**
   * A header is missing, at least as a line of its own.
   *
   * @param head the status line, then the headers
   */
  public static Meaning withoutHeader(List<String> head, String name, String value) {
    Pattern inside = Pattern.compile("(?i)(HTTP/1|[^:]+:).*" + Pattern.quote(name + ":") + ".*");
    List<String> causes = head.stream()
        .filter(line -> inside.matcher(line).matches())
        .map(line -> "- It stands inside another line, as a part of it: " + Text.visible(line)
            + ". There a \\r\\n is missing before " + name + ".")
        .toList();
    return Meaning.of(
        "The header " + name + " is missing; asked for is " + name + ": " + value + ".", causes);
  }

  /**
   * Another text came than expected, and then the end.
   *
   * @param pattern a regular expression for all that may come, one char for each byte (ISO-8859-1)
   */
  public static Meaning otherText(Seen seen, String pattern, String expected) {
    String came = seen.received().text();
    String fact = "This was to come: " + Text.printable(expected);
    if (came.isEmpty()) {
      return seen.serving().hasEnded()
          ? Ending.tooEarly(seen.serving())
          : Meaning.of(fact).and(Connections.closedWithoutAnswer(seen).paragraphs());
    }
    return Meaning.of(fact, differenceOf(came, expected))
        .atByte(Spot.deviation(Pattern.compile(pattern), came), came.length());
  }

  private static String differenceOf(String came, String expected) {
    if (expected.contains("\r\n") && !came.contains("\r\n")) {
      return "- The line's end is missing or another one: println and %n write the line end of your"
          + " system. Write \"\\r\\n\" yourself.";
    }
    if (came.replaceFirst("[\\x00-\\x1f]", "1").equals(expected)) {
      return "- write(n) sends one byte, or writes one character, with that number: make a text of"
          + " it, \"\" + n.";
    }
    if (came.replaceFirst("[:-@]", "1").equals(expected)) {
      return "- '0' + n is a digit as long as n has one: after 9 comes another character. Make a"
          + " text of the number, \"\" + n.";
    }
    if (came.replaceFirst("[0-9]+", "1").equals(expected)) {
      return "- After a text, + joins: \"client \" + n + 1 is a 0 and a 1 side by side if n is 0."
          + " Write (n + 1), or count first.";
    }
    return "Compare it with what was received, character by character.";
  }
}
