package reading;

import static judge.words.Fresh.word;

import judge.Client;
import judge.Prints;
import judge.Server;
import judge.http.Head;

/** Heads with as many bytes as there may be, and with more. */
public final class LongHeads {

  private static final int LONG = 7_800;
  private static final int TOO_LONG = 9_000;
  private static final String ONE_HEAD = "- The limit is for one head: each client has a new one.";

  private LongHeads() {}

  /** A head that is just short enough, with one long header. */
  public static void expectLongLine(Server server) {
    expectPrinted(server, padded(Head.get("X-Long: " + word())));
  }

  /** A head that is just short enough, with many short headers. */
  public static void expectManyLines(Server server) {
    String[] headers = new String[600];
    for (int i = 0; i < headers.length; i++) {
      headers[i] = "X" + i + ":" + i;
    }
    expectPrinted(server, padded(Head.get(headers)));
  }

  /** The head with so many letters at the end of its last line that it has 7,800 bytes. */
  private static Head padded(Head head) {
    String begun = head.begun().stripTrailing() + "x".repeat(LONG - head.text().length());
    return Head.of(begun.split("\r\n"));
  }

  private static void expectPrinted(Server server, Head head) {
    Client client = server.connect();
    client.push(head.text(), "a head of " + head.text().length() + " bytes");
    client.expectEnd();
    Prints.expectHead(
        server,
        head,
        "- Heads up to 7,800 bytes are to be read. 8 KB are 8_192 bytes, and a line end is two of"
            + " them.",
        ONE_HEAD);
  }

  /** A request line that does not end. */
  public static void expectEndOfOneLine(Server server) {
    String line = "GET /" + "x".repeat(TOO_LONG - 5);
    expectEndOfPatience(server, line, "9,000 bytes without a line end", "x");
  }

  /** Headers that do not end, of very few bytes each. */
  public static void expectEndOfManyLines(Server server) {
    String header = "a: b\r\n";
    String many = "GET / HTTP/1.1\r\n" + header.repeat(TOO_LONG / header.length());
    expectEndOfPatience(server, many, "1,500 headers, more than 9,000 bytes", header);
  }

  /** Some headers, and then one that does not end. */
  public static void expectEndOfTheLastLine(Server server) {
    String some = "GET / HTTP/1.1\r\n" + ("X-Note: " + word() + word() + "\r\n").repeat(270);
    expectEndOfPatience(
        server,
        some + "X-Long: " + "x".repeat(TOO_LONG - 8 - some.length()),
        "270 headers, about 7,000 bytes, then nearly 2,000 without a line end",
        "x");
  }

  private static void expectEndOfPatience(Server server, String text, String what, String more) {
    Client client = server.connect();
    client.push(text, what);
    client.expectHangUpWhileTalking(more, OtherLines.noLimit());
    Asking.expectServed(server, Head.get("X-Last: " + word()), ONE_HEAD);
  }
}
