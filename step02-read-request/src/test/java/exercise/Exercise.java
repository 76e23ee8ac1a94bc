package exercise;

import static judge.Prints.beginning;
import static judge.Prints.count;
import static judge.Prints.expect;
import static judge.Prints.expectHead;
import static judge.Prints.fromNowOn;
import static judge.words.Fresh.path;
import static judge.words.Fresh.word;
import static reading.Asking.ask;
import static reading.Asking.expectServed;
import static reading.Asking.leave;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import judge.Client;
import judge.Prints;
import judge.Server;
import judge.SlowClient;
import judge.Together;
import judge.http.Head;
import judge.learner.Printed;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.verdict.Failure;
import judge.words.Fresh;
import judge.words.Limits;
import reading.Asking;
import reading.Bodies;
import reading.Leaving;
import reading.OtherLines;

/** Judges your own server; docs/step02-read-request.md has the tasks and their hints. */
@TaskList(
    value = "Step 2: read the request",
    module = "step02-read-request",
    next = "docs/step03-respond.md")
class Exercise {

  private static final String ONE_HEAD = "- The limit is for one head: each client has a new one.";

  @Core("2.1 Print the head of a request, line by line, and hang up after its empty line")
  void printsTheHeadAndHangsUp() {
    try (Server server = Server.start(WebServer::serve)) {
      String after = "after-" + word();
      expectHeadAlone(server, tea(), after);
      expectHeadAlone(server, Head.get(), after);
      expectHeadInPieces(server, 1, ""); // byte by byte
      expectHeadInPieces(server, 10, "(?<=\r)"); // between CR and LF
      expectHeadInPieces(server, 10, "(?<=\n)"); // line by line
      expectNothingOf(after);
    }
  }

  private static Head tea() {
    return Head.get("Host: " + word() + ".org", "X-Tea: " + word());
  }

  private static void expectHeadAlone(Server server, Head head, String after) {
    Client client = server.connect();
    client.send(head.text() + after + "\r\n");
    client.expectHangUpWhileTalking(after + "\r\n");
    expectNothingOf(after);
    expectHead(server, head);
  }

  /** The last CR and LF come together: who has read that CR may be gone before the LF. */
  private static void expectHeadInPieces(Server server, int pause, String cut) {
    Head head = tea();
    Stream<String> pieces = Stream.concat(Stream.of(head.begun().split(cut)), Stream.of("\r\n"));
    Client client = server.connect();
    client.sendInPieces(pause, pieces.toArray(String[]::new));
    client.expectHangUpWhileTalking("more");
    expectHead(
        server,
        head,
        "- This request came in many pieces. read(buffer) brings what has come so far, and ready"
            + " and available tell of that only: readLine waits for a whole line.");
  }

  private static void expectNothingOf(String after) {
    if (Printed.text().contains(after)) {
      throw Failure.because(
          "What came after the empty line was printed: " + after,
          "- The head ends with its empty line: print nothing that comes later.",
          "- One read can bring more than the head: print lines, not what one read brings.");
    }
  }

  @Core("2.2 Say `no request` when a client leaves without a word,"
      + " `cut off` when it leaves half-way")
  void saysHowAClientLeft() {
    try (Server server = Server.start(WebServer::serve)) {
      leave(server, "");
      expectTold(server, new Leaving("has left without a byte", 1, 0));
      leave(server, Head.get("Host: " + word()).begun());
      expectTold(
          server, new Leaving("has left after a whole line, but before the empty one", 1, 1));
      leave(server, "GET " + path());
      expectTold(server, new Leaving("has left in the middle of its first line", 1, 2));
      leave(server, "GET " + path() + " HTTP/1.1\r\nHo");
      expectTold(server, new Leaving("has left in the middle of a line", 1, 3));
      expectServed(server, Head.get("Host: " + word()));
      expectTold(server, new Leaving("has sent a whole head", 1, 3));
      leave(server, "");
      expectTold(server, new Leaving("has left without a byte", 2, 3));
      expectNoStackTrace();
    }
  }

  private static void expectTold(Server server, Leaving leaving) {
    expect(server, () -> leaving.isTold(Prints.lines()), () -> leaving.otherLines(Prints.lines()));
  }

  @Core("2.3 Hang up on a client that says nothing for a second")
  void hangsUpOnSilentClients() {
    Together.check(
        WebServer.class,
        server -> expectNextServed(server, ""),
        server -> expectNextServed(server, "GET " + path() + " HTTP/1.1\r\nHost: "),
        Exercise::expectPatience);
    expectNoStackTrace();
  }

  private static void expectNextServed(Server server, String said) {
    Client silent = Asking.begin(server, said);
    Head head = Head.get("Host: " + word());
    Client next = Asking.begin(server, head.text());
    boolean isPrinted = server.prints(() -> Prints.lines().containsAll(head.lines()), Limits.LATER);
    if (!isPrinted && !server.isIdle()) {
      server.expectServing();
      throw Failure.because(OtherLines.heldUp());
    }
    expectHead(server, head);
    next.expectEnd();
    silent.expectEnd(Limits.LATER);
  }

  private static void expectPatience(Server server) {
    Head head = Head.get("Host: " + word());
    String[] pieces = head.text().split("(?<=^.{3}|^.{8}|^.{12})");
    Client slow = SlowClient.say(server, client -> expectOpen(server, client), pieces);
    slow.expectEnd();
    expectHead(server, head, OtherLines.impatient().causes().toArray(String[]::new));
  }

  private static void expectOpen(Server server, Client client) {
    if (!client.staysOpen(SlowClient.PAUSE)) {
      server.expectServing();
      throw Failure.because(OtherLines.impatient());
    }
  }

  @Core("2.4 Print `method=… target=… version=…`, or `not HTTP` for a line that is no request line")
  void takesTheRequestLineApart() {
    try (Server server = Server.start(WebServer::serve)) {
      String path = path();
      expectParts(server, "GET", path + "?a=" + word(), "HTTP/1.1");
      expectNotHttp(server, word());
      expectNotHttp(server, "GET " + path);
      expectNotHttp(server, "GET " + path + " a HTTP/1.1");
      expectNotHttp(server, "GET  " + path + " HTTP/1.1");
      expectNotHttp(server, "GET " + path + "  HTTP/1.1");
      expectNotHttp(server, " GET " + path + " HTTP/1.1");
      expectNotHttp(server, " " + path + " HTTP/1.1");
      expectNotHttp(server, "GET  HTTP/1.1");
      expectNotHttp(server, "GET " + path + " HTTP/1.1 ");
      expectNotHttp(server, "GET\t" + path + "\tHTTP/1.1");
      expectNotHttp(server, "GET " + path + "\tHTTP/1.1");
      expectNotHttp(server, "GET " + path + " FTP/1.1");
      expectNotHttp(server, "GET /HTTP/1.1 " + word());
      expectNotHttp(server, " ");
      expectParts(server, "DELETE", "*", "HTTP/1.0");
      expectParts(server, word().toUpperCase(Locale.ROOT), path, "HTTP/1.1");
      expectNoStackTrace();
    }
  }

  private static void expectParts(Server server, String method, String target, String version) {
    String line = method + " " + target + " " + version;
    String wished = "method=" + method + " target=" + target + " version=" + version;
    long refused = count("not HTTP");
    ask(server, Head.of(line, "Host: " + word()));
    expect(
        server,
        () -> count(wished) == 1 && count("not HTTP") == refused,
        () -> OtherLines.noParts(line, wished));
  }

  private static void expectNotHttp(Server server, String line) {
    long refused = count("not HTTP");
    Supplier<List<String>> taken = fromNowOn("method=");
    ask(server, Head.of(line, "Host: " + word()));
    expect(
        server,
        () -> count("not HTTP") == refused + 1 && taken.get().isEmpty(),
        () -> OtherLines.noRefusal(line));
  }

  @Further("2.5 Print `host=…`, however the header's name is written")
  void printsTheHost() {
    try (Server server = Server.start(WebServer::serve)) {
      String name = "Xyz" + word();
      expectHost(server, "Host: ", name, "");
      expectNoHost(server, "X-Host: " + word(), "Hostess: " + word());
      expectHost(server, "hOST:   ", name + ".org:8080", "  ");
      expectNoHost(server, "X-Note: Host: " + word(), "no colon here", "host");
      expectHost(server, "host:", "[::1]:" + Fresh.number(1_024, 61_024), "");
      expectNoHost(server);
      expectHost(server, "HOST: ", name + ":" + Fresh.number(0, 60_000), " ");
      expectNoStackTrace();
    }
  }

  private static void expectHost(Server server, String name, String value, String blanks) {
    String header = name + value + blanks;
    Supplier<List<String>> hosts = fromNowOn("host=");
    ask(server, Head.get("X-Note: Host: " + word(), header, "no colon here"));
    expect(
        server,
        () -> hosts.get().equals(List.of("host=" + value)),
        () -> OtherLines.otherHost(header, value, hosts.get()));
  }

  private static void expectNoHost(Server server, String... headers) {
    List<String> before = beginning("host=");
    Supplier<List<String>> hosts = fromNowOn("host=");
    ask(server, Head.get(headers));
    ask(server, Head.get("X-Last: " + word()));
    expect(server, () -> hosts.get().isEmpty(), () -> OtherLines.hostOfNobody(hosts.get(), before));
  }

  @Further("2.6 Let no client paint your terminal: print control characters as `\\x1b`")
  void printsNoControlCharacters() {
    try (Server server = Server.start(WebServer::serve)) {
      expectClean(server, "\u001b[41m", "\\x1b[41m");
      expectClean(server, "\u0007", "\\x07");
      expectClean(server, "\u007f", "\\x7f");
      expectClean(server, "\u009b31m", "\\x9b31m");
      char any = "\0\1\b\u000e\u001a\u001f\u0080\u0084\u0090\u009f".charAt(Fresh.number(0, 10));
      expectClean(server, "" + any, String.format("\\x%02x", (int) any));
      ask(server, Head.get("X-Tab: a\tb"));
      expectLine(server, "X-Tab: a\\x09b");
      expectNoStackTrace();
    }
  }

  /** The characters come in the head, and in what the lines of other tasks are made of. */
  private static void expectClean(Server server, String dirty, String clean) {
    String start = "GET " + path();
    String note = "X-Note: " + word();
    String host = word();
    // What a server says about a length that is no number may have the client's text in it.
    ask(
        server,
        Head.of(
            start + dirty + "a HTTP/1.1",
            note + dirty + "\u00e9a",
            "Host: " + host + dirty + "a",
            "Content-Length: a" + dirty + "a"));
    ask(server, Head.get("X-Last: " + word()));
    expectNoneRaw();
    expectLine(server, start + clean + "a HTTP/1.1");
    expectLine(server, note + clean + "\u00e9a");
    expectLine(server, "Host: " + host + clean + "a");
    if (!beginning("host=" + host).isEmpty()) { // task 2.5 may be undone
      expectLine(server, "host=" + host + clean + "a");
    }
  }

  private static void expectLine(Server server, String line) {
    expect(
        server,
        () -> count(line) > 0,
        () -> OtherLines.notEscaped(line, beginning(line.substring(0, 9))));
  }

  /** Tabs in front of a line may be the server's own. */
  private static void expectNoneRaw() {
    for (String line : Printed.text().split("\r?\n")) {
      IntStream raw = line.replaceFirst("^[ \t]+", "").chars().filter(Character::isISOControl);
      raw.findFirst().ifPresent(c -> {
        throw Failure.because(OtherLines.raw(c, line));
      });
    }
  }

  @Further("2.7 Print `body=…` with exactly the bytes that Content-Length announces")
  void printsTheBody() {
    try (Server server = Server.start(WebServer::serve)) {
      Bodies.expectBody(server);
      Bodies.expectBody(server, 5);
      Bodies.expectBody(server, 0, 3);
      List.of("abc", "-1", "", "12345", "2147483647", "9".repeat(20))
          .forEach(length -> Bodies.expectNoBody(server, length));
      Bodies.expectNoPartOfABody(server);
      Bodies.expectEmptyBody(server);
      Bodies.expectBody(server, 0);
      expectNoStackTrace();
    }
  }

  @Further("2.8 Stop reading when a head is longer than 8 KB")
  void stopsReadingLongHeads() {
    try (Server server = Server.start(WebServer::serve)) {
      expectLongHead(server, Head.get("X-Long: " + "x".repeat(7_650)));
      String line = "GET /" + "x".repeat(9_000);
      expectEndOfPatience(server, line, "9,000 bytes without a line end", "x");
      String headers = "X-Note: " + word() + word() + "\r\n";
      String many = "GET / HTTP/1.1\r\n" + headers.repeat(350);
      expectEndOfPatience(server, many, "350 headers, more than 9,000 bytes", headers);
      String some = "GET / HTTP/1.1\r\n" + headers.repeat(270); // 26 bytes each
      expectEndOfPatience(
          server,
          some + "X-Long: " + "x".repeat(9_000 - some.length()),
          "270 headers, about 7,000 bytes, then more than 1,900 without a line end",
          "x");
      Stream<String> shortOnes =
          IntStream.range(0, 290).mapToObj(i -> "X-" + i + ": " + word() + word());
      expectLongHead(server, Head.get(shortOnes.toArray(String[]::new)));
      expectNoStackTrace();
    }
  }

  private static void expectLongHead(Server server, Head head) {
    Client client = server.connect();
    client.push(head.text(), "a head of " + head.text().length() + " bytes");
    client.expectEnd();
    expectHead(
        server, head, "- Heads up to 7,800 bytes are to be read. 8 KB are 8_192 bytes.", ONE_HEAD);
  }

  private static void expectEndOfPatience(Server server, String text, String what, String more) {
    Client client = server.connect();
    client.push(text, what);
    client.expectHangUpWhileTalking(more, OtherLines.noLimit());
    expectServed(server, Head.get("X-Last: " + word()), ONE_HEAD);
  }

  private static void expectNoStackTrace() {
    Prints.expectNoStackTrace("What a client does");
  }
}
