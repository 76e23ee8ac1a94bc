package exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import judge.Client;
import judge.Server;
import judge.Together;
import judge.learner.Printed;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Meaning;
import judge.words.Wait;

/** Judges your own server; docs/step02-read-request.md has the tasks and their hints. */
@TaskList(
    value = "Step 2: read the request",
    module = "step02-read-request",
    next = "docs/step03-respond.md")
class Exercise {

  private static final Random RANDOM = new Random();

  /** A slow client's, in milliseconds: three of them are longer than a second. */
  private static final int PAUSE = 350;

  @Core("2.1 Print the head of a request, line by line, and hang up after its empty line")
  void printsTheHeadAndHangsUp() {
    try (Server server = Server.start(WebServer::serve)) {
      String after = "after-" + word();
      expectHead(server, after, head("Host: " + word() + ".org", "X-Tea: " + word()));
      expectHead(server, after, head());
      expectHeadInPieces(server, 1, ""); // byte by byte
      expectHeadInPieces(server, 10, "(?<=\r)"); // between CR and LF
      expectHeadInPieces(server, 10, "(?<=\n)"); // line by line
      expectNothingOf(after);
    }
  }

  private static void expectHead(Server server, String after, List<String> head) {
    Client client = server.connect();
    client.send(text(head) + after + "\r\n");
    client.expectHangUpWhileTalking(after + "\r\n");
    expectNothingOf(after);
    expectLines(server, head);
  }

  /** The last CR and LF come together: who has read that CR may be gone before the LF. */
  private static void expectHeadInPieces(Server server, int pause, String cut) {
    List<String> head = head("Host: " + word() + ".org", "X-Tea: " + word());
    String lines = String.join("\r\n", head) + "\r\n";
    List<String> pieces = new ArrayList<>(List.of(lines.split(cut)));
    pieces.add("\r\n");
    Client client = server.connect();
    client.sendInPieces(pause, pieces.toArray(String[]::new));
    client.expectHangUpWhileTalking("more");
    expectLines(
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
      expectWords(server, "has left without a byte", 1, 0);
      leave(server, "GET /" + word() + " HTTP/1.1\r\nHost: " + word() + "\r\n");
      expectWords(server, "has left after a whole line, but before the empty one", 1, 1);
      leave(server, "GET /" + word());
      expectWords(server, "has left in the middle of its first line", 1, 2);
      leave(server, "GET /" + word() + " HTTP/1.1\r\nHo");
      expectWords(server, "has left in the middle of a line", 1, 3);
      expectServed(server, head("Host: " + word()));
      expectWords(server, "has sent a whole head", 1, 3);
      leave(server, "");
      expectWords(server, "has left without a byte", 2, 3);
      expectNoStackTrace();
    }
  }

  /** Closes one direction only: after a full close, a server's greeting would meet a reset. */
  private static void leave(Server server, String said) {
    Client client = server.connect();
    if (!said.isEmpty()) {
      client.send(said);
    }
    client.endOutput();
    client.expectEnd();
  }

  private static void expectWords(Server server, String what, int silent, int halfWay) {
    await(
        server,
        lines -> count(lines, "no request") == silent && count(lines, "cut off") == halfWay,
        () -> otherWords(what, silent, halfWay));
  }

  private static Meaning otherWords(String what, int silent, int halfWay) {
    List<String> lines = printed();
    List<String> why = new ArrayList<>();
    why.add("The last client " + what + ". By now there should be " + times("no request", silent)
        + ", " + times("cut off", halfWay) + "; there are " + count(lines, "no request")
        + " and " + count(lines, "cut off") + ".");
    why.add(
        "- At the end of the stream, readLine returns null: the client has left. \"\" is an empty"
            + " line: the client has sent a line end.");
    why.add("- null for the first line: no request. null later, when something has come: cut off."
        + " \"\": the head is whole, and neither is said.");
    boolean isNear = lines.stream()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.contains("no request") || line.contains("cut off"))
        .anyMatch(line -> !line.equals("no request") && !line.equals("cut off"));
    if (what.contains("middle") && count(lines, "cut off") < halfWay) {
      why.add(
          "- readLine also returns the piece of a line that the client left behind: judge the first"
              + " line only when the head is whole.");
    }
    if (count(lines, "no request") > silent) {
      why.add("- ready and available tell what has come already: nothing yet is not nothing at all."
          + " read and readLine wait for it.");
    }
    if (isNear) {
      why.add("- Only a line counts that is exactly this text, with nothing around it.");
    }
    return Meaning.of(why.get(0), why.subList(1, why.size()));
  }

  private static String times(String line, int times) {
    return times + (times == 1 ? " line `" : " lines `") + line + "`";
  }

  @Core("2.3 Hang up on a client that says nothing for a second")
  void hangsUpOnSilentClients() {
    Together.check(
        WebServer.class,
        server -> expectNextServed(server, ""),
        server -> expectNextServed(server, "GET /" + word() + " HTTP/1.1\r\nHost: "),
        Exercise::expectPatience);
    expectNoStackTrace();
  }

  private static void expectNextServed(Server server, String said) {
    Client silent = server.connect();
    if (!said.isEmpty()) {
      silent.send(said);
    }
    List<String> head = head("Host: " + word());
    Client next = server.connect();
    next.send(text(head));
    boolean isPrinted = server.prints(() -> printed().containsAll(head), Limits.LATER);
    if (!isPrinted && !server.isIdle()) {
      server.expectServing();
      throw Failure.because(Meaning.of(
              "The second client's request was not printed within 4 s: the silent one holds it up.",
              "- A read waits for the next byte as long as the client stays. setSoTimeout on the socket"
                  + " sets a limit, for the reads that come after it.",
              "- The listener has a setSoTimeout, too. That one limits how long accept waits for a"
                  + " client, not how long a read waits for its bytes.",
              "- Whoever catches the SocketTimeoutException and reads again, waits again: it must end"
                  + " this connection.")
          .withThreads());
    }
    expectLines(server, head);
    next.expectEnd();
    silent.expectEnd(Limits.LATER);
  }

  /** Tries again when this machine was too busy for a client that pauses for so short a time. */
  private static void expectPatience(Server server) {
    for (int i = 0; i < 5; i++) {
      List<String> head = head("Host: " + word());
      Client slow = server.connect();
      long start = System.nanoTime();
      boolean isHeard = saySlowly(slow, text(head));
      if ((System.nanoTime() - start) / 1_000_000 < 3 * PAUSE + 300) {
        expectHeard(server, slow, head, isHeard);
        return;
      }
    }
  }

  /** Three pauses, together longer than the limit; false if the server hangs up in one of them. */
  private static boolean saySlowly(Client slow, String text) {
    int[] cuts = {0, 3, 8, 12};
    for (int i = 1; i < cuts.length; i++) {
      slow.push(text.substring(cuts[i - 1], cuts[i]).getBytes(ISO_8859_1));
      if (!slow.staysOpen(PAUSE)) {
        return false;
      }
    }
    slow.push(text.substring(cuts[3]).getBytes(ISO_8859_1));
    return true;
  }

  private static void expectHeard(Server server, Client slow, List<String> head, boolean isHeard) {
    Meaning meaning = Meaning.of(
        "Your server has hung up on a slow client, in a pause of less than half a second.",
        "- setSoTimeout counts milliseconds: a second is 1_000 of them.",
        "- The limit is for the time from one byte to the next, not for the whole head.");
    if (!isHeard) {
      server.expectServing();
      throw Failure.because(meaning);
    }
    slow.expectEnd();
    expectLines(server, head, meaning.causes().toArray(String[]::new));
  }

  @Core("2.4 Print `method=… target=… version=…`, or `not HTTP` for a line that is no request line")
  void takesTheRequestLineApart() {
    try (Server server = Server.start(WebServer::serve)) {
      String path = "/" + word();
      expectParts(server, "GET", path + "?a=" + word(), "HTTP/1.1");
      List<String> wrong = List.of(
          word(),
          "GET " + path,
          "GET " + path + " a HTTP/1.1",
          "GET  " + path + " HTTP/1.1",
          "GET " + path + "  HTTP/1.1",
          " GET " + path + " HTTP/1.1",
          " " + path + " HTTP/1.1",
          "GET  HTTP/1.1",
          "GET " + path + " HTTP/1.1 ",
          "GET\t" + path + "\tHTTP/1.1",
          "GET " + path + "\tHTTP/1.1",
          "GET " + path + " FTP/1.1",
          "GET /HTTP/1.1 " + word(),
          " ");
      wrong.forEach(line -> expectNotHttp(server, line));
      expectParts(server, "DELETE", "*", "HTTP/1.0");
      expectParts(server, word().toUpperCase(Locale.ROOT), path, "HTTP/1.1");
      expectNoStackTrace();
    }
  }

  private static void expectParts(Server server, String method, String target, String version) {
    String line = method + " " + target + " " + version;
    String wished = "method=" + method + " target=" + target + " version=" + version;
    long refused = count(printed(), "not HTTP");
    ask(server, line + "\r\nHost: " + word() + "\r\n\r\n");
    await(
        server,
        lines -> count(lines, wished) == 1 && count(lines, "not HTTP") == refused,
        () -> Meaning.of(
            "For the request line " + line + " this was to be printed, once, and no `not HTTP`: "
                + wished,
            "- Each part is printed as it came, with one blank before target= and version=.",
            "- A line with three parts, one blank between two of them, and HTTP/ at the beginning of"
                + " the third is a request line, whatever its method."));
  }

  private static void expectNotHttp(Server server, String line) {
    long refused = count(printed(), "not HTTP");
    int taken = from(0, "method=").size();
    ask(server, line + "\r\nHost: " + word() + "\r\n\r\n");
    await(
        server,
        lines ->
            count(lines, "not HTTP") == refused + 1 && from(taken, "method=").isEmpty(),
        () -> Meaning.of(
            "\"" + line + "\" is no request line, so the line `not HTTP` was to be printed for it,"
                + " once, and no method=.",
            "- A request line has three parts, none of them empty, with exactly one blank between two"
                + " of them, and none around them. The third part begins with HTTP/.",
            "- split(\" \") drops empty parts at the end, split(\" \", -1) keeps them. \\s+ takes many"
                + " blanks, or a tab, for one blank. trim and strip take blanks away at the ends."));
  }

  @Further("2.5 Print `host=…`, however the header's name is written")
  void printsTheHost() {
    try (Server server = Server.start(WebServer::serve)) {
      String name = "Xyz" + word();
      expectHost(server, "Host: ", name, "");
      expectNoHost(server, "X-Host: " + word(), "Hostess: " + word());
      expectHost(server, "hOST:   ", name + ".org:8080", "  ");
      expectNoHost(server, "X-Note: Host: " + word(), "no colon here", "host");
      expectHost(server, "host:", "[::1]:" + (1024 + RANDOM.nextInt(60_000)), "");
      expectNoHost(server);
      expectHost(server, "HOST: ", name + ":" + RANDOM.nextInt(60_000), " ");
      expectNoStackTrace();
    }
  }

  private static void expectHost(Server server, String name, String value, String blanks) {
    String header = name + value + blanks;
    int before = from(0, "host=").size();
    ask(server, text(head("X-Note: Host: " + word(), header, "no colon here")));
    await(
        server,
        lines -> from(before, "host=").equals(List.of("host=" + value)),
        () -> Meaning.of(
            "For the header \"" + header + "\" this was to be printed, once: host=" + value
                + butPrinted(from(before, "host=")),
            "- The first colon ends the name. The value may have colons of its own, where split(\":\")"
                + " cuts it, too.",
            "- There may be no blank after the colon, one, or several, and some after the value.",
            "- Upper and lower case (Host, hOST) make no difference in the name. The value is printed as"
                + " it came.",
            "- Another header may have Host: in its value: it is not this one."));
  }

  private static void expectNoHost(Server server, String... headers) {
    List<String> before = from(0, "host=");
    ask(server, text(head(headers)));
    ask(server, text(head("X-Last: " + word())));
    await(
        server,
        lines -> from(before.size(), "host=").isEmpty(),
        () -> Meaning.of(
            "No header Host has come, but this was printed: "
                + from(before.size(), "host=").get(0),
            before.containsAll(from(before.size(), "host="))
                ? "- An earlier client has sent this. What is static, or made before the loop, is kept"
                    + " from one request to the next: make a new map, or variable, for each."
                : "- Look at the names one by one: the name is all that stands before the first colon."
                    + " X-Host is another name, and a value may have Host: in it."));
  }

  @Further("2.6 Let no client paint your terminal: print control characters as `\\x1b`")
  void printsNoControlCharacters() {
    try (Server server = Server.start(WebServer::serve)) {
      expectClean(server, "\u001b[41m", "\\x1b[41m");
      expectClean(server, "\u0007", "\\x07");
      expectClean(server, "\u007f", "\\x7f");
      expectClean(server, "\u009b31m", "\\x9b31m");
      char any = "\0\1\b\u000e\u001a\u001f\u0080\u0084\u0090\u009f".charAt(RANDOM.nextInt(10));
      expectClean(server, "" + any, String.format("\\x%02x", (int) any));
      ask(server, text(head("X-Tab: a\tb")));
      expectPrinted(server, "X-Tab: a\\x09b");
      expectNoStackTrace();
    }
  }

  /** The characters come in the head, and in what the lines of other tasks are made of. */
  private static void expectClean(Server server, String dirty, String clean) {
    String word = word();
    String start = "GET /" + word;
    String note = "X-Note: " + word;
    // What a server says about a length that is no number may have the client's text in it.
    ask(
        server,
        start + dirty + "a HTTP/1.1\r\n" + note + dirty + "\u00e9a\r\nHost: " + word + dirty
            + "a\r\nContent-Length: a" + dirty + "a\r\n\r\n");
    ask(server, text(head("X-Last: " + word())));
    expectNoneRaw();
    expectPrinted(server, start + clean + "a HTTP/1.1");
    expectPrinted(server, note + clean + "\u00e9a");
    expectPrinted(server, "Host: " + word + clean + "a");
    if (!from(0, "host=" + word).isEmpty()) { // task 2.5 may be undone
      expectPrinted(server, "host=" + word + clean + "a");
    }
  }

  private static void expectPrinted(Server server, String line) {
    await(
        server,
        lines -> lines.contains(line),
        () -> Meaning.of(
            "This line was to be printed: " + line
                + butPrinted(last(from(0, line.substring(0, 9)))),
            "- Each control character becomes \\x and two digits of 0-9 and a-f, as \\x1b and \\x07."
                + " Nothing is left out, and all else is printed as it came.",
            "- The head has one char for each byte: it is ISO-8859-1. In UTF-8, the bytes 0x9b and"
                + " 0xe9 alone are no characters."));
  }

  /** Tabs in front of a line may be the server's own. */
  private static void expectNoneRaw() {
    for (String line : Printed.text().split("\r?\n")) {
      IntStream raw = line.replaceFirst("^[ \t]+", "").chars().filter(Character::isISOControl);
      raw.findFirst().ifPresent(c -> {
        throw Failure.because(
            String.format("The character 0x%02x itself has reached the terminal, in: ", c)
                + line.strip(),
            "(This text shows an escape instead of it, so as to do no harm itself.)",
            "- There are many control characters: Character.isISOControl knows them all.",
            "- Every line must be cleaned: the head's, but also method=, host=, and the message of"
                + " an exception. All have the client's text in them.");
      });
    }
  }

  @Further("2.7 Print `body=…` with exactly the bytes that Content-Length announces")
  void printsTheBody() {
    try (Server server = Server.start(WebServer::serve)) {
      expectBody(server);
      expectBody(server, 5);
      expectBody(server, 0, 3);
      List.of("abc", "-1", "", "12345", "2147483647", "9".repeat(20))
          .forEach(length -> expectNoBody(server, length));
      expectNoPartOfABody(server);
      expectEmptyBody(server);
      expectBody(server, 0);
      expectNoStackTrace();
    }
  }

  /**
   * Sends head, body, and more.
   *
   * @param cuts after so many bytes of the body, in rising order, there is a pause
   */
  private static void expectBody(Server server, int... cuts) {
    String text = russian();
    String more = "more-" + word();
    byte[] body = text.getBytes(UTF_8);
    byte[] head = text(head("Host: a", "Content-Length: " + body.length)).getBytes(ISO_8859_1);
    byte[] request = join(head, body, more.getBytes(UTF_8));
    int before = from(0, "body=").size();
    Client client = server.connect();
    int sent = 0;
    for (int cut : cuts) {
      client.push(Arrays.copyOfRange(request, sent, head.length + cut));
      sent = head.length + cut;
      Wait.pause(20);
    }
    client.push(Arrays.copyOfRange(request, sent, request.length));
    client.expectHangUpWhileTalking(
        more,
        bodyIsNot("Your server reads on, though all " + body.length + " bytes of the body came."));
    await(
        server,
        lines -> count(lines, "body=" + text) == 1,
        () -> otherBody(text, from(before, "body=")));
    if (Printed.text().contains(more)) {
      throw Failure.because(bodyIsNot("What came after the body was printed, too: " + more));
    }
  }

  private static void expectEmptyBody(Server server) {
    String more = "more-" + word();
    int before = from(0, "body=").size();
    Client client = server.connect();
    client.push((text(head("Host: a", "Content-Length: 0")) + more).getBytes(ISO_8859_1));
    client.expectHangUpWhileTalking(
        more, Meaning.of("Your server waits for a body, though Content-Length is 0."));
    await(
        server,
        lines -> from(before, "body=").equals(List.of("body=")),
        () -> Meaning.of(
            "Content-Length: 0 announces a body of no bytes: the line body= was to be printed, once"
                + butPrinted(from(before, "body=")),
            "- Whether a request has a body is told by the header, not by the number in it."));
  }

  private static Meaning otherBody(String text, List<String> found) {
    String fact = "This was to be printed, once: body=" + text + butPrinted(found);
    String latin1 = new String(text.getBytes(UTF_8), ISO_8859_1);
    if (found.contains("body=" + latin1) || found.contains("body=" + escaped(latin1))) {
      return Meaning.of(
          fact,
          "- These are the right bytes, one char each: make bytes of them again,"
              + " getBytes(ISO_8859_1), then new String(bytes, UTF_8).");
    }
    return bodyIsNot(fact);
  }

  /** With control characters as task 2.6 prints them. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : "" + c);
    }
    return escaped.toString();
  }

  private static Meaning bodyIsNot(String fact) {
    return Meaning.of(
        fact,
        "- Content-Length counts bytes. A reader counts characters, which may have two bytes each.",
        "- read(buffer) brings what has come so far, and available tells of that only;"
            + " readNBytes(length) waits for all, readAllBytes for the end of the stream, and readLine"
            + " for a line end, which a body need not have.",
        "- A BufferedReader or stream has read ahead: what is in its buffer, a second one on the same"
            + " socket does not see.");
  }

  private static void expectNoBody(Server server, String length) {
    int before = from(0, "body=").size();
    Client client = server.connect();
    String head = text(head("Host: a", "Content-Length: " + length));
    client.push((head + "0123").getBytes(ISO_8859_1));
    String number = "- A client can send any text as a number. Before you read, check that it has"
        + " one to four digits, and nothing else.";
    client.expectHangUpWhileTalking(
        "0123",
        Meaning.of(
            "Your server waits for a body, though Content-Length is \"" + length + "\".", number));
    expectServed(server, head("X-Last: " + word()));
    if (!from(before, "body=").isEmpty()) {
      throw Failure.because(
          "This was printed, though Content-Length is \"" + length + "\": "
              + from(before, "body=").get(0),
          number);
    }
  }

  private static void expectNoPartOfABody(Server server) {
    int before = from(0, "body=").size();
    leave(server, text(head("Host: a", "Content-Length: 40")) + word());
    expectServed(server, head("X-Last: " + word()));
    if (!from(before, "body=").isEmpty()) {
      throw Failure.because(
          "The client left after 8 of 40 bytes, but this was printed: "
              + from(before, "body=").get(0),
          "- readNBytes returns fewer bytes when the stream ends: compare the length of what came"
              + " with Content-Length.",
          "- An array keeps its length, whatever read has put into it: read returns how many bytes"
              + " came, or -1.");
    }
  }

  @Further("2.8 Stop reading when a head is longer than 8 KB")
  void stopsReadingLongHeads() {
    try (Server server = Server.start(WebServer::serve)) {
      expectLongHead(server, head("X-Long: " + "x".repeat(7_650)));
      String line = "GET /" + "x".repeat(9_000);
      expectEndOfPatience(server, line, "9,000 bytes without a line end", "x");
      String headers = "X-Note: " + word() + word() + "\r\n";
      expectEndOfPatience(
          server,
          "GET / HTTP/1.1\r\n" + headers.repeat(350),
          "350 headers, more than 9,000 bytes",
          headers);
      String some = "GET / HTTP/1.1\r\n" + headers.repeat(270); // 26 bytes each
      expectEndOfPatience(
          server,
          some + "X-Long: " + "x".repeat(9_000 - some.length()),
          "270 headers, about 7,000 bytes, then more than 1,900 without a line end",
          "x");
      String[] many = IntStream.range(0, 290)
          .mapToObj(i -> "X-" + i + ": " + word() + word())
          .toArray(String[]::new);
      expectLongHead(server, head(many));
      expectNoStackTrace();
    }
  }

  private static void expectLongHead(Server server, List<String> head) {
    Client client = server.connect();
    client.push(text(head), "a head of " + text(head).length() + " bytes");
    client.expectEnd();
    expectLines(
        server,
        head,
        "- Heads up to 7,800 bytes are to be read. 8 KB are 8_192 bytes.",
        "- The limit is for one head: each client has a new one.");
  }

  private static void expectEndOfPatience(Server server, String text, String what, String more) {
    Client client = server.connect();
    client.push(text, what);
    client.expectHangUpWhileTalking(
        more,
        Meaning.of(
            "Your server reads on, though the head is longer than 8 KB already.",
            "- readLine has no limit: it keeps a line until its end comes, or until memory is full."
                + " Count while you read, byte by byte, not when the line is whole.",
            "- The limit is for the whole head: many short lines are long, too, and a line may only"
                + " have the bytes that the lines before it have left.",
            "- The size of a buffer is no limit: it is filled again and again."));
    List<String> next = head("X-Last: " + word());
    ask(server, text(next));
    expectLines(server, next, "- The limit is for one head: each client has a new one.");
  }

  // ---- what the clients say ----

  /** Letters and digits that no other request has. */
  private static String word() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static List<String> head(String... headers) {
    List<String> lines = new ArrayList<>(List.of("GET /" + word() + " HTTP/1.1"));
    lines.addAll(List.of(headers));
    return lines;
  }

  private static String text(List<String> head) {
    return String.join("\r\n", head) + "\r\n\r\n";
  }

  /** Letters that have two bytes each. */
  private static String russian() {
    return RANDOM
        .ints(12 + RANDOM.nextInt(8), 'а', 'я' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static void ask(Server server, String request) {
    Client client = server.connect();
    client.send(request);
    client.expectEnd();
  }

  private static void expectServed(Server server, List<String> head) {
    ask(server, text(head));
    expectLines(server, head);
  }

  // ---- what is printed ----

  /** The lines without the blanks around them. */
  private static List<String> printed() {
    return Printed.lines().stream().map(String::strip).toList();
  }

  private static long count(List<String> lines, String line) {
    return lines.stream().filter(line::equals).count();
  }

  /** The lines that begin with the text, without the first so many of them. */
  private static List<String> from(int first, String start) {
    return printed().stream().filter(line -> line.startsWith(start)).skip(first).toList();
  }

  private static List<String> last(List<String> lines) {
    return lines.isEmpty() ? lines : lines.subList(lines.size() - 1, lines.size());
  }

  private static String butPrinted(List<String> lines) {
    return lines.isEmpty()
        ? "; there is no such line."
        : "; printed was " + String.join(", ", lines);
  }

  /** A server may print when it has hung up already, so this waits for what must be printed. */
  private static void await(
      Server server, Predicate<List<String>> wished, Supplier<Meaning> meaning) {
    if (!server.prints(() -> wished.test(printed()))) {
      server.expectServing();
      throw Failure.because(meaning.get());
    }
  }

  /** Each line must be printed once, in this order; other lines do not matter. */
  private static void expectLines(Server server, List<String> head, String... why) {
    await(server, lines -> only(head, lines).equals(head), () -> otherLines(head, why));
  }

  private static List<String> only(List<String> head, List<String> lines) {
    return lines.stream().filter(head::contains).toList();
  }

  private static Meaning otherLines(List<String> head, String... why) {
    List<String> found = only(head, printed());
    List<String> meaning = new ArrayList<>();
    List<String> causes = List.of();
    if (found.isEmpty()) {
      meaning.add("Nothing of this request was printed: " + shortened(head.get(0)));
      causes = List.of(
          "- Before it hangs up, your server must read the lines, and print each.",
          "- ready and available tell what has come already. The first byte may come a moment later:"
              + " readLine waits for it.");
    } else if (!found.containsAll(head)) {
      String missing =
          head.stream().filter(line -> !found.contains(line)).findFirst().orElse("");
      String which = missing.equals(head.get(0)) ? ", the request line: " : ": ";
      meaning.add("This line was not printed" + which + shortened(missing));
      causes = List.of(
          "- Each call of readLine takes a line away, also within a condition or a print: keep the"
              + " line in a variable, and print it before you read the next.");
    } else if (found.size() > head.size()) {
      meaning.add("A line was printed more than once: " + shortened(twice(found)));
      causes = List.of("- Which of your prints is one too many?");
    } else {
      meaning.add("The lines were printed in another order than they came in.");
    }
    if (head.stream().anyMatch(line -> printed().contains(line + "\\x0d"))) {
      meaning.add(
          "- Your lines still have their \\r: a line ends in \\r\\n, and neither belongs to its"
              + " text.");
    } else if (!found.containsAll(head)
        && printed().stream().anyMatch(line -> hasPart(line, head))) {
      meaning.add(
          "- A line counts if it stands alone: nothing in front of it but blanks, and nothing"
              + " after it. println ends a line, print does not.");
    } else {
      meaning.addAll(why.length > 0 ? List.of(why) : causes);
    }
    return Meaning.of(meaning.get(0), meaning.subList(1, meaning.size()));
  }

  private static boolean hasPart(String line, List<String> head) {
    return head.stream().anyMatch(part -> line.contains(part) && !line.equals(part));
  }

  private static String twice(List<String> lines) {
    return lines.stream().filter(line -> count(lines, line) > 1).findFirst().orElse("");
  }

  private static String shortened(String line) {
    return line.length() < 200
        ? line
        : line.substring(0, 40) + "... (" + line.length() + " characters)";
  }

  private static void expectNoStackTrace() {
    if (Printed.hasStackTrace()) {
      throw Failure.because(
          "A stack trace is on the terminal. What a client does is no defect: print one line.",
          "It is this one: " + Printed.stackTrace(),
          "- printStackTrace prints it; \"Connection failed: \" + e is enough.");
    }
  }
}
