package book;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import judge.seen.Wire;

/**
 * A request and its response, as a page shows them.
 *
 * @param sent lines, without their CRLF
 * @param expected lines of head and body
 */
record Exchange(List<String> sent, List<String> expected) {

  /** Takes a block apart: what begins with {@code >} is sent, what begins with {@code <} comes. */
  static List<Exchange> in(List<String> lines) throws Mismatch {
    List<Exchange> exchanges = new ArrayList<>();
    char before = '<';
    for (String line : lines) {
      char mark = line.equals("...") ? '<' : line.isEmpty() ? ' ' : line.charAt(0);
      if (mark != '>' && mark != '<') {
        throw new Mismatch("a line of an exchange begins with > or <, not: " + line);
      }
      if (mark == '>' && before == '<') {
        exchanges.add(new Exchange(new ArrayList<>(), new ArrayList<>()));
      }
      Exchange exchange = exchanges.get(exchanges.size() - 1);
      (mark == '>' ? exchange.sent : exchange.expected).add(line.replaceFirst("^[<>] ?", ""));
      before = mark;
    }
    return exchanges;
  }

  /** Sends the request, and returns the lines of the response. */
  List<String> send(int port) throws IOException, Mismatch {
    byte[] request = (String.join("\r\n", sent) + "\r\n").getBytes(UTF_8);
    return lines(Wire.ask(port, new String(request, ISO_8859_1)));
  }

  private static List<String> lines(String bytes) throws Mismatch {
    int end = bytes.indexOf("\r\n\r\n");
    String head = end < 0 ? bytes : bytes.substring(0, end);
    if (head.replace("\r\n", "").contains("\n")) {
      throw new Mismatch("a line of this head does not end in CRLF: " + head);
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
