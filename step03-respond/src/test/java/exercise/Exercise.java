package exercise;

import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import java.util.List;
import java.util.Locale;
import judge.Answer;
import judge.Client;
import judge.Server;
import judge.SlowClient;
import judge.Together;
import judge.http.Head;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.words.Limits;
import judge.words.Meaning;
import reply.BadRequests;
import reply.Described;
import reply.Tick;

/** Judges your own server; docs/step03-respond.md has the tasks and their hints. */
@TaskList(value = "Step 3: respond", module = "step03-respond", next = "docs/step04-html.md")
class Exercise {

  /** Milliseconds in which a server that is silent for a second has given up, however busy. */
  private static final int GIVING_UP = Limits.millis(4_000);

  private static final String KNOWN =
      "- GET and HEAD are methods that you know. In a switch with case ...: each case runs on into"
          + " the next one, unless break or return ends it; with case ... -> it does not.";

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
      for (String target : List.of(path(), "/", path() + "?milk=1&at=" + path(), Tick.longPath())) {
        Tick.expectIn(server.get(target), target);
      }
      String encoded = path() + "%20caf%C3%A9";
      Tick.expectIn(
          server.get(encoded), encoded, "- The target is to be sent as it came, not decoded.");
      String odd = path() + "/./..//a+b;c=&d?";
      Tick.expectIn(
          server.getAsItIs(odd), odd, "- It is to be sent as it came: nothing is put in order.");
    }
    Tick.expectWhateverTheDefaultIs(WebServer.class);
  }

  @Core("3.3 Say what you send, and that you hang up")
  void saysWhatItSends() {
    try (Server server = Server.start(WebServer::serve)) {
      for (String target : List.of(path(), Tick.longPath())) {
        Answer answer = server.get(target);
        Tick.expectIn(answer, target);
        Described.expect(answer);
      }
    }
  }

  @Core("3.4 Answer `HEAD` like `GET`, without the body")
  void answersHeadLikeGet() {
    try (Server server = Server.start(WebServer::serve)) {
      for (String target : List.of(path(), "/HEAD", Tick.longPath() + "?HEAD")) {
        Answer get = server.get(target);
        Tick.expectIn(
            get, target, "- GET has a body; only the method HEAD, the first part, has none.");
        server.request("HEAD", target).expectHeadOf(get);
      }
    }
  }

  @Further("3.5 Answer `400 Bad Request` to what is no request, and nothing to silence")
  void answersWhatIsNoRequest() {
    try (Server server = Server.start(WebServer::serve)) {
      BadRequests.expectEachLineRefused(server);
      BadRequests.expectEmptyLinesRefusedOrSkipped(server);
      BadRequests.expectNothingForSilence(server);
      leaveHalfWay(server);

      String target = path();
      Tick.expectIn(server.get(target), target);
      server.ask(Head.of("GET " + path() + " HTTP/1.0", "Host: localhost")).expectStatus("200 OK");
    }
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
      Tick.expectIn(get, target);
      server.request("HEAD", target).expectStatus("200 OK", KNOWN);
      String random = word().toUpperCase(Locale.ROOT);
      for (String method : List.of("BREW", random, "GETX", "HEADER", "get", "Get", "head")) {
        Answer answer = server.request(method, path());
        Described.expectRefusal(answer, "501 Not Implemented", whyNot501(answer.status(), method));
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
    Described.expectRefusal(
        halfWay.expectAnswer(
            "GET", GIVING_UP, "- It has begun: a request line is enough, with headers or without."),
        "408 Request Timeout",
        "- Nothing is wrong with the request, but its end did not come in time.");
  }

  private static void expectPatience(Server server) {
    String target = path();
    String[] pieces = {"GET " + target, " HTTP/1.1\r\nHo", "st: localhost\r\n\r\n"};
    Client slow = SlowClient.say(server, Exercise::expectNoAnswerInPause, pieces);
    Tick.expectIn(slow.expectAnswer("GET"), target);
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
      BadRequests.expectHostsRefused(server, name);

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
}
