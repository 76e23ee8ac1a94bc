package exercise;

import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import asking.BadLines;
import java.util.List;
import java.util.Locale;
import judge.Answer;
import judge.Client;
import judge.Program;
import judge.Server;
import judge.SlowClient;
import judge.Together;
import judge.http.Head;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.words.Fresh;
import judge.words.Limits;
import judge.words.Meaning;

/** Judges your own server; docs/step03-respond.md has the tasks and their hints. */
@TaskList(value = "Step 3: respond", module = "step03-respond", next = "docs/step04-html.md")
class Exercise {

  /** Milliseconds in which a server that is silent for a second has given up, however busy. */
  private static final int GIVING_UP = Limits.millis(4_000);

  private static final String TWO_HOSTS =
      "- There are two. In a map the second replaces the first: count them while you read. Names in"
          + " upper and lower case are the same.";

  private static final String KNOWN =
      "- GET and HEAD are methods that you know. In a switch with case ...: each case runs on into"
          + " the next one, unless break or return ends it; with case ... -> it does not.";

  private static final String ANOTHER =
      "- X-Host and Hostess are other headers: the name is all that comes before the first colon.";

  private static final String BLANK =
      "- A name ends in a blank: do not strip the blank away, and do not pass over the line.";

  private static final Meaning TOO_EARLY = Meaning.of(
      "Your server has answered, or hung up, before the request's empty line was sent.",
      "- Its first line is not the whole request: read on to the empty line, then answer.",
      "- What one read returns is not the whole request either: it may come in pieces.");

  @Core("3.1 Answer every request with `200 OK`")
  void answersEveryRequest() {
    try (Server server = Server.start(WebServer::serve)) {
      Server.prepareOkHttp();
      String path = path();
      Client client = server.connect().like("curl -v \"http://127.0.0.1:7878" + path + "\"");
      client.expectPatience(
          150, TOO_EARLY, "GET " + path + " HTTP/1.1\r\n", "Host: localhost\r\n", "Accept:");
      client.send(" */*\r\n\r\n");
      if (client.hears(500)) {
        client.expectAnswer("GET").expectStatus("200 OK").expectStatusLine("HTTP/1.1 200 OK");
      } else { // slow, or waiting for a silence: that does not come now
        client.expectHangUpWhileTalking("x");
      }
      server.get(path()).expectStatus("200 OK");
      server.get(path()).expectStatus("200 OK");
    }
  }

  @Core("3.2 Send `✓` and what was asked for, with the number of its bytes as Content-Length")
  void sendsWhatWasAskedFor() {
    try (Server server = Server.start(WebServer::serve)) {
      for (String target : List.of(path(), "/", path() + "?milk=1&at=" + path(), longPath())) {
        expectTick(server.get(target), target);
      }
      String encoded = path() + "%20caf%C3%A9";
      expectTick(
          server.get(encoded), encoded, "- The target is to be sent as it came, not decoded.");
      String odd = path() + "/./..//a+b;c=&d?";
      expectTick(
          server.getAsItIs(odd), odd, "- It is to be sent as it came: nothing is put in order.");
    }
    expectTickWhateverTheDefaultIs();
  }

  /** Where the default charset is UTF-8, nobody sees who leaves the choice to it. */
  private static void expectTickWhateverTheDefaultIs() {
    try (Program program = Program.start(WebServer.class, 0, "-Dfile.encoding=ISO-8859-1")) {
      String target = path();
      String why =
          "- The default charset was ISO-8859-1 here. getBytes() without a charset takes the"
              + " default, and so do writers: it is not UTF-8 everywhere.";
      expectTick(program.ask(Head.asking(target), why), target, why);
    }
  }

  private static void expectTick(Answer answer, String target, String... why) {
    answer.expectStatus("200 OK").expectBody("✓ " + target, why.length > 0 ? why : about(target));
    answer.expectLength("- It is the number of bytes of the body, and a header like the others.");
  }

  private static String[] about(String target) {
    return new String[] {
      target.contains("?")
          ? "- The query, from the ? on, is a part of the target."
          : "- After the tick and one blank comes the target: the middle part of the request line.",
      "- Nothing comes before the tick, and nothing after the target."
    };
  }

  @Core("3.3 Say what you send, and that you hang up")
  void saysWhatItSends() {
    try (Server server = Server.start(WebServer::serve)) {
      for (String target : List.of(path(), longPath())) {
        Answer answer = server.get(target);
        expectTick(answer, target);
        expectWellDescribed(answer);
      }
    }
  }

  /** What every response of this step says about itself. */
  private static void expectWellDescribed(Answer answer) {
    String type = String.join("", answer.headers("Content-Type")).toLowerCase(Locale.ROOT);
    answer
        .expectHeader("Content-Type", "text/plain; charset=utf-8", aboutType(type))
        .expectHeader(
            "Connection",
            "close",
            "- In HTTP/1.1 a connection stays open for the next request unless one side says this,"
                + " in every answer.")
        .expectLength("- Every answer has to say how many bytes its body has.");
  }

  private static String aboutType(String type) {
    if (type.isEmpty()) {
      return "- Every answer needs it, an error's too: let one method send them all.";
    }
    if (type.contains("html")) {
      return "- As HTML, what somebody has typed into an address would run as a page.";
    }
    return type.contains("charset")
        ? "- Compare the two, character by character: a semicolon comes before charset."
        : "- Without charset=utf-8 a client guesses the charset, and shows other characters.";
  }

  @Core("3.4 Answer `HEAD` like `GET`, without the body")
  void answersHeadLikeGet() {
    try (Server server = Server.start(WebServer::serve)) {
      for (String target : List.of(path(), "/HEAD", longPath() + "?HEAD")) {
        Answer get = server.get(target);
        expectTick(
            get, target, "- GET has a body; only the method HEAD, the first part, has none.");
        server.request("HEAD", target).expectHeadOf(get);
      }
    }
  }

  @Further("3.5 Answer `400 Bad Request` to what is no request, and nothing to silence")
  void answersWhatIsNoRequest() {
    try (Server server = Server.start(WebServer::serve)) {
      BadLines.all().forEach((line, why) -> expectBadRequest(server, line, why));
      expectEmptyLinesRefusedOrSkipped(server);
      expectNothingForSilence(server);
      leaveHalfWay(server);

      String target = path();
      expectTick(server.get(target), target);
      server.ask(Head.of("GET " + path() + " HTTP/1.0", "Host: localhost")).expectStatus("200 OK");
    }
  }

  private static void expectBadRequest(Server server, String line, String why) {
    expectRefused(server, Head.of(line, "Host: localhost"), why);
  }

  private static void expectRefused(Server server, Head head, String why) {
    expectRefusal(server.ask(head), "400 Bad Request", why);
  }

  private static void expectRefusal(Answer answer, String status, String... why) {
    expectWellDescribed(answer.expectStatus(status, why));
  }

  /** A server may skip them, as many as it likes; one that does serves the request after them. */
  private static void expectEmptyLinesRefusedOrSkipped(Server server) {
    Client client = server.connect();
    if (client.skipsEmptyLines()) {
      String target = path();
      client.send(Head.asking(target).text());
      expectTick(client.expectAnswer("GET"), target, "- It came after empty lines.");
      return;
    }
    Answer answer = client.expectAnswer(
        "",
        "- An empty line is not the end of the stream. If your readRequest makes the same of an"
            + " empty line and of a client that has left, an empty list, let it tell them apart.");
    expectRefusal(answer, "400 Bad Request", "- An empty line came instead of a request line.");
  }

  private static void expectNothingForSilence(Server server) {
    Client silent = server.connect();
    silent.endOutput();
    silent.expectHangUp(
        Limits.SOON,
        "- Nobody has asked anything: a connection is no request yet.",
        "- The end of the stream, null from readLine, is not a bad request, and no empty line"
            + " either: return without a word.");
  }

  private static void leaveHalfWay(Server server) {
    Client client = server.connect();
    client.send("GET " + path());
    client.leave();
    Client broken = server.connect();
    broken.send("GET " + path());
    broken.reset();
    Client odd = server.connect();
    odd.send(Head.get("Host: a", "no colon", "X-Empty:", "\0\u00ff").text());
    odd.expectEnd();
  }

  @Further("3.6 Answer `501 Not Implemented` to a method you have never heard of")
  void answersUnknownMethods() {
    try (Server server = Server.start(WebServer::serve)) {
      String target = path();
      Answer get = server.get(target);
      get.expectStatus("200 OK", KNOWN);
      expectTick(get, target);
      server.request("HEAD", target).expectStatus("200 OK", KNOWN);
      String random = word().toUpperCase(Locale.ROOT);
      for (String method : List.of("BREW", random, "GETX", "HEADER", "get", "Get", "head")) {
        Answer answer = server.request(method, path());
        expectRefusal(answer, "501 Not Implemented", whyNot501(answer.status(), method));
      }
    }
  }

  private static String whyNot501(int status, String method) {
    return switch (status) {
      case 405 ->
        "- 405 is for a method that you know, and that this page does not allow; it would need a"
            + " header Allow. 501 says that you do not know the method at all.";
      case 400 ->
        "- 400 is for what is no request. This request line is in order, only the method is"
            + " unknown.";
      default ->
        method.matches("(?i)get|head")
            ? "- " + method + " is not " + method.toUpperCase(Locale.ROOT)
                + ": upper and lower case count in methods. Compare with"
                + " equals, without toUpperCase."
            : "- What is not HEAD need not be GET: compare all of the first part, with equals;"
                + " startsWith takes too much.";
    };
  }

  @Further(
      "3.7 Tell a client that stops half-way `408 Request Timeout`, and say nothing to one that"
          + " never began")
  void givesUpSilentClients() {
    Together.check(
        WebServer.class,
        server -> expectTimeout(server, Head.asking(path())),
        server -> expectTimeout(server, Head.get()),
        server -> server
            .connect()
            .expectHangUp(
                GIVING_UP,
                "- Nobody has asked anything: a connection is no request yet. Browsers open some"
                    + " ahead, and may take a 408 for the answer to what they ask next."),
        Exercise::expectPatience);
  }

  private static void expectTimeout(Server server, Head head) {
    Client halfWay = server.connect();
    halfWay.send(head.begun());
    expectRefusal(
        halfWay.expectAnswer(
            "GET", GIVING_UP, "- It has begun: a request line is enough, with headers or without."),
        "408 Request Timeout",
        "- Nothing is wrong with the request, but its end did not come in time.");
  }

  private static void expectPatience(Server server) {
    String target = path();
    String[] pieces = {"GET " + target, " HTTP/1.1\r\nHo", "st: localhost\r\n\r\n"};
    Client slow = SlowClient.say(server, Exercise::expectNoAnswerInPause, pieces);
    expectTick(slow.expectAnswer("GET"), target);
  }

  private static void expectNoAnswerInPause(Client client) {
    client.expectSilence(
        SlowClient.PAUSE,
        "Your server has given up a client that only pauses, " + SlowClient.PAUSE
            + " ms at a time.",
        "- A client may be silent for a second, 1000 ms, before it is given up: setSoTimeout"
            + " takes milliseconds.",
        "- What counts is the time since the last byte, not since the first one.");
  }

  @Further("3.8 Insist on exactly one `Host` in HTTP/1.1")
  void insistsOnOneHost() {
    try (Server server = Server.start(WebServer::serve)) {
      String name = "X-" + word();
      expectRefused(server, Head.get(), "- There is no Host.");
      expectRefused(server, Head.get(name + ": a"), "- There is no Host among the headers.");
      expectRefused(server, Head.get("X-Host: a"), ANOTHER);
      expectRefused(server, Head.get("Hostess: a"), ANOTHER);
      expectRefused(server, Head.get("Host: a", "Host: a"), TWO_HOSTS);
      expectRefused(server, Head.get("Host: a", name + ": b", "host: b"), TWO_HOSTS);
      expectRefused(server, Head.get("Host : a"), BLANK);
      expectRefused(server, Head.get("Host: a", name + " : b"), BLANK);

      Head old = Head.of("GET " + path() + " HTTP/1.0");
      expectServed(server, old, "- In HTTP/1.0 a request may do without Host.");
      expectServed(
          server,
          Head.get("hOsT:a"),
          "- The name of a header may be written in upper and lower case.",
          "- After the colon a blank is usual, but not needed.");
      expectServed(
          server,
          Head.get("Host: a", name + ": a : b, Host: c"),
          "- In a value anything may stand: the name ends at the first colon.");
    }
  }

  private static void expectServed(Server server, Head head, String... why) {
    server.ask(head).expectStatus("200 OK", why);
  }

  /** Long enough for three digits in Content-Length. */
  private static String longPath() {
    return path().repeat(Fresh.number(20, 35));
  }
}
