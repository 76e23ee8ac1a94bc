package book;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.Wire;

/**
 * A request and its response, as a page shows them.
 *
 * @param line where it begins in its block, from 1
 * @param sent lines, without their CRLF
 * @param expected lines of head and body
 */
record Exchange(int line, List<String> sent, List<String> expected) {

  private static final int PATIENCE = 10_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");

  /** Takes a block apart: what begins with {@code >} is sent, what begins with {@code <} comes. */
  static List<Exchange> in(List<String> lines) throws Mismatch {
    List<Exchange> exchanges = new ArrayList<>();
    char before = '<';
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      char mark = line.equals("...") ? '<' : line.isEmpty() ? ' ' : line.charAt(0);
      if (mark != '>' && mark != '<') {
        throw new Mismatch(
            i + 1,
            line,
            "neither who sends this line nor what it stands for",
            "begin a line of an exchange with > or <, or leave lines out with ...");
      }
      if (exchanges.isEmpty() && mark == '<') {
        throw new Mismatch(i + 1, line, "an answer to nothing", "begin with what is sent, with >");
      }
      if (mark == '>' && before == '<') {
        exchanges.add(new Exchange(i + 1, new ArrayList<>(), new ArrayList<>()));
      }
      Exchange exchange = exchanges.get(exchanges.size() - 1);
      (mark == '>' ? exchange.sent : exchange.expected).add(line.replaceFirst("^[<>] ?", ""));
      before = mark;
    }
    return exchanges;
  }

  /** Sends the request, and returns the lines of the response. */
  List<String> send(int port) throws IOException, Mismatch {
    return lines(Wire.ask(port, request()));
  }

  /** The same for a server that would go on listening. */
  List<String> sendAll(int port) throws IOException, Mismatch {
    try (Wire wire = new Wire(port)) {
      return lines(wire.send(request()).endOutput().receive(PATIENCE).text());
    }
  }

  private String request() {
    return new String((String.join("\r\n", sent) + "\r\n").getBytes(UTF_8), ISO_8859_1);
  }

  /** The codes of the responses among these lines. */
  static List<String> statuses(List<String> lines) {
    return lines.stream()
        .map(STATUS::matcher)
        .filter(Matcher::matches)
        .map(status -> status.group(1))
        .toList();
  }

  private static List<String> lines(String bytes) throws Mismatch {
    int end = bytes.indexOf("\r\n\r\n");
    String head = end < 0 ? bytes : bytes.substring(0, end);
    if (head.replace("\r\n", "").contains("\n")) {
      throw new Mismatch(
          0, "(a head)", "a line that does not end in CRLF: " + head, "mend the server");
    }
    List<String> lines = new ArrayList<>(head.lines().toList());
    if (end >= 0) {
      lines.add("");
      lines.addAll(new String(bytes.substring(end + 4).getBytes(ISO_8859_1), UTF_8)
          .lines()
          .toList());
    }
    return lines;
  }
}
