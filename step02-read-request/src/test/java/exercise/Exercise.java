package exercise;

import static judge.Prints.beginning;
import static judge.Prints.expect;
import static judge.Prints.fromNowOn;
import static judge.words.Fresh.path;
import static judge.words.Fresh.word;
import static reading.Asking.ask;
import static reading.Asking.askLate;
import static reading.Asking.expectServed;
import static reading.Asking.leave;
import static reading.RequestLines.expectNotHttp;
import static reading.RequestLines.expectParts;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import judge.Prints;
import judge.Server;
import judge.Together;
import judge.http.Head;
import judge.learner.Printed;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.words.Fresh;
import reading.Bodies;
import reading.Escapes;
import reading.Heads;
import reading.Leaving;
import reading.LongHeads;
import reading.OtherLines;
import reading.RequestLines;
import reading.Silence;

/** Judges your own server; docs/step02-read-request.md has the tasks and their hints. */
@TaskList(
    value = "Step 2: read the request",
    module = "step02-read-request",
    next = "docs/step03-respond.md")
class Exercise {

  @Core("2.1 Print the head of a request, line by line, and hang up after its empty line")
  void printsTheHeadAndHangsUp() {
    try (Server server = Server.start(WebServer::serve)) {
      Heads heads = new Heads(server);
      heads.expectAlone(Heads.tea());
      heads.expectAlone(Head.get());
      heads.expectInPieces(1, ""); // byte by byte
      heads.expectInPieces(10, "(?<=\r)"); // between CR and LF
      heads.expectInPieces(10, "(?<=\n)"); // line by line
      heads.expectNothingElse();
    }
  }

  @Core("2.2 Say `no request` when a client leaves without a word,"
      + " `cut off` when it leaves half-way")
  void saysHowAClientLeft() {
    try (Server server = Server.start(WebServer::serve)) {
      leave(server, "");
      expectTold(server, "has left without a byte", 1, 0);
      leave(server, Head.get().begun());
      expectTold(server, "has left after its request line", 1, 1);
      leave(server, Head.get("Host: " + word()).begun());
      expectTold(server, "has left after a whole line, but before the empty one", 1, 2);
      leave(server, "GET " + path());
      expectTold(server, "has left in the middle of its first line", 1, 3);
      leave(server, "GET " + path() + " HTTP/1.1\r\nHo");
      expectTold(server, "has left in the middle of a line", 1, 4);
      leave(server, "G");
      expectTold(server, "has left after one byte", 1, 5);
      expectNothingTold(server);
      leave(server, "");
      expectTold(server, "has left without a byte", 2, 5);
      expectNoStackTrace();
    }
  }

  private static void expectNothingTold(Server server) {
    expectServed(server, Head.get("Host: " + word()));
    expectTold(server, "has sent a whole head", 1, 5);
    expectServed(server, Head.get());
    expectTold(server, "has sent a whole head, without headers", 1, 5);
    leave(server, Head.get("Host: " + word()).text());
    expectTold(server, "has sent a whole head, and has left", 1, 5);
    askLate(server, Head.get("Host: " + word()));
    expectTold(server, "has said nothing at first, and then sent a whole head", 1, 5);
  }

  private static void expectTold(Server server, String how, int silent, int halfWay) {
    server.expectIdle(); // what is printed when it has hung up counts as well
    Leaving leaving = new Leaving(how, silent, halfWay);
    expect(server, () -> leaving.isTold(Prints.lines()), () -> leaving.otherLines(Prints.lines()));
  }

  @Core("2.3 Hang up on a client that says nothing for a second")
  void hangsUpOnSilentClients() {
    Together.check(
        WebServer.class,
        Silence::expectPatience,
        server -> Silence.expectNextServed(server, ""),
        server -> Silence.expectNextServed(server, "GET " + path() + " HTTP/1.1\r\nHost: "),
        Silence::expectResetsSurvived);
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
      List.of("FTP/1.1", "http/1.1", "HTTPS/1.1", "xHTTP/1.1", "HTTP/1.1 a")
          .forEach(version -> expectNotHttp(server, "GET " + path + " " + version));
      expectNotHttp(server, "GET /HTTP/1.1 " + word());
      expectNotHttp(server, " ");
      expectOtherParts(server, path);
      RequestLines.expectNothingOfHalfAHead(server);
      RequestLines.expectEmptyLineSurvived(server);
      expectNoStackTrace();
    }
  }

  private static void expectOtherParts(Server server, String path) {
    expectParts(server, "DELETE", "*", "HTTP/1.0");
    expectParts(server, word().toUpperCase(Locale.ROOT), path, "HTTP/1.1");
    expectParts(server, "get", path + "%41+B", "HTTP/2.0");
    expectParts(server, "M-SEARCH", path, "HTTP/1.1");
    expectParts(server, "GET", "http://" + word() + path, "HTTP/1.1");
    expectParts(server, "GET", path, "HTTP/3");
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
      expectHost(server, "Host:  ", name + "  5%s" + word(), " ");
      expectHost(server, "Host:", "", "");
      expectNoHostOf(server, Head.of("Host: " + path() + " HTTP/1.1"));
      expectNoStackTrace();
    }
  }

  private static void expectHost(Server server, String name, String value, String blanks) {
    String header = name + value + blanks;
    Supplier<List<String>> hosts = fromNowOn("host=");
    ask(server, Head.get("no colon", "X-Note: Host: " + word(), header, "no colon here"));
    expect(
        server,
        () -> hosts.get().equals(List.of("host=" + value))
            && Printed.lines().stream().anyMatch(line -> line.endsWith("host=" + value)),
        () -> OtherLines.otherHost(header, value, hosts.get()));
  }

  private static void expectNoHost(Server server, String... headers) {
    expectNoHostOf(server, Head.get(headers));
  }

  private static void expectNoHostOf(Server server, Head head) {
    List<String> before = beginning("host=");
    Supplier<List<String>> hosts = fromNowOn("host=");
    ask(server, head);
    ask(server, Head.get("X-Last: " + word()));
    expect(server, () -> hosts.get().isEmpty(), () -> OtherLines.hostOfNobody(hosts.get(), before));
  }

  @Further("2.6 Let no client paint your terminal: print control characters as `\\x1b`")
  void printsNoControlCharacters() {
    try (Server server = Server.start(WebServer::serve)) {
      Escapes escapes = new Escapes(server);
      escapes.expectClean("\u001b[41m");
      escapes.expectClean("\u0007");
      escapes.expectClean("\u007f");
      escapes.expectClean("\u009b31m");
      Escapes.texts().forEach(escapes::expectClean);
      escapes.expectPrinted("X-Tab: a\tb");
      escapes.expectPrinted("X-None: \u00a0\u00ad\u00e9\u00ff \\x1b %41"); // no control character
      escapes.expectCleanOtherwise();
      expectNoStackTrace();
    }
  }

  @Further("2.7 Print `body=…` with exactly the bytes that Content-Length announces")
  void printsTheBody() {
    Together.check(
        WebServer.class,
        Exercise::expectBodies,
        Bodies::expectNextServed,
        server -> Bodies.expectUtf8(WebServer.class));
  }

  private static void expectBodies(Server server) {
    Bodies.expectBody(server);
    Bodies.expectBody(server, 5);
    Bodies.expectBody(server, 0, 3);
    List.of("POST", "HEAD", "DELETE")
        .forEach(method -> Bodies.expectBody(server, method, "Content-Length: %d"));
    Bodies.expectBody(server, "GET", "cONTENT-lENGTH: %d");
    Bodies.expectBody(server, "GET", "Content-Length:  %04d  ");
    Bodies.expectLongBody(server);
    Bodies.expectNoBody(server);
    Bodies.expectNoBodyOfNoLength(server);
    Bodies.expectNoPartOfABody(server);
    Bodies.expectEmptyBody(server);
    Bodies.expectBody(server, 0);
    expectNoStackTrace();
  }

  @Further("2.8 Stop reading when a head is longer than 8 KB")
  void stopsReadingLongHeads() {
    try (Server server = Server.start(WebServer::serve)) {
      LongHeads.expectLongLine(server);
      LongHeads.expectEndOfOneLine(server);
      LongHeads.expectEndOfManyLines(server);
      LongHeads.expectEndOfTheLastLine(server);
      LongHeads.expectManyLines(server);
      expectNoStackTrace();
    }
  }

  private static void expectNoStackTrace() {
    Prints.expectNoStackTrace("What a client does");
  }
}
