package reply;

import static judge.words.Fresh.path;

import judge.Answer;
import judge.Client;
import judge.Server;
import judge.http.Head;
import judge.words.Limits;

/** What is no request, or one that must not be served: 400, in most cases. */
public final class BadRequests {

  private static final String TWO_HOSTS =
      "- There are two. In a map the second replaces the first: count them while you read. Names in"
          + " upper and lower case are the same.";

  private static final String ANOTHER =
      "- X-Host and Hostess are other headers: the name is all that comes before the first colon.";

  private static final String BLANK =
      "- A name ends in a blank: do not strip the blank away, and do not pass over the line.";

  private BadRequests() {}

  public static void expectEachLineRefused(Server server) {
    BadLines.all()
        .forEach((line, why) -> expectRefused(server, Head.of(line, "Host: localhost"), why));
  }

  public static void expectRefused(Server server, Head head, String why) {
    Described.expectRefusal(server.ask(head), "400 Bad Request", why);
  }

  /** A server may skip them, as many as it likes; one that does serves the request after them. */
  public static void expectEmptyLinesRefusedOrSkipped(Server server) {
    Client client = server.connect();
    if (client.skipsEmptyLines()) {
      String target = path();
      client.send(Head.asking(target).text());
      Tick.expectIn(client.expectAnswer("GET"), target, "- It came after empty lines.");
      return;
    }
    Answer answer = client.expectAnswer(
        "",
        "- An empty line is not the end of the stream. If your readRequest makes the same of an"
            + " empty line and of a client that has left, an empty list, let it tell them apart.");
    Described.expectRefusal(
        answer, "400 Bad Request", "- An empty line came instead of a request line.");
  }

  public static void expectNothingForSilence(Server server) {
    Client silent = server.connect();
    silent.endOutput();
    silent.expectHangUp(
        Limits.SOON,
        "- Nobody has asked anything: a connection is no request yet.",
        "- The end of the stream, null from readLine, is not a bad request, and no empty line"
            + " either: return without a word.");
  }

  /**
   * None, another, two, or one whose name ends in a blank.
   *
   * @param name of another header
   */
  public static void expectHostsRefused(Server server, String name) {
    expectRefused(server, Head.get(), "- There is no Host.");
    expectRefused(server, Head.get(name + ": a"), "- There is no Host among the headers.");
    expectRefused(server, Head.get("X-Host: a"), ANOTHER);
    expectRefused(server, Head.get("Hostess: a"), ANOTHER);
    expectRefused(server, Head.get("Host: a", "Host: a"), TWO_HOSTS);
    expectRefused(server, Head.get("Host: a", name + ": b", "host: b"), TWO_HOSTS);
    expectRefused(server, Head.get("Host : a"), BLANK);
    expectRefused(server, Head.get("Host: a", name + " : b"), BLANK);
  }
}
