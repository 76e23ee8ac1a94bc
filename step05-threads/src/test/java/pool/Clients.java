package pool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;
import judge.Answer;
import judge.Client;
import judge.Server;
import judge.http.Head;
import judge.learner.Story;
import judge.seen.Received;
import judge.seen.Received.End;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Limits;
import pool.why.Waiting;

/** Clients that ask for {@code /} at the same time, with a whole request each. */
public final class Clients {

  private static final byte[] REQUEST = Head.asking("/").text().getBytes(US_ASCII);

  /** Milliseconds in which a server that refuses without a look at the request does so. */
  private static final int AT_ONCE = 200;

  private static final Received NOTHING = new Received(new byte[0], End.SILENCE, 0);

  private final Server server;
  private final List<Client> clients;

  private Clients(Server server, List<Client> clients) {
    this.server = server;
    this.clients = clients;
  }

  /** Clients that connect and ask one after another, each as soon as the one before is accepted. */
  public static Clients oneByOne(Server server, int count) {
    return new Clients(
        server,
        Stream.generate(() -> askAccepted(server.connect())).limit(count).toList());
  }

  private static Client askAccepted(Client client) {
    Story.tell(client.name() + " asks for /");
    client.trySend(REQUEST);
    Expect.accepted(client);
    return client;
  }

  /** Clients that connect first, and then ask. */
  public static Clients atOnce(Server server, int count) {
    int mark = Story.mark();
    List<Client> all = Stream.generate(server::connect).limit(count).toList();
    Story.back(mark);
    Story.tell(count + " clients ask for /");
    all.forEach(Clients::ask);
    return new Clients(server, all);
  }

  /** A client that has been told already does not ask any more. */
  private static void ask(Client client) {
    if (!client.hears(1)) {
      client.trySend(REQUEST);
    }
  }

  /** Makes sure that nobody has been answered: four others are at work. */
  public Clients expectWaiting() {
    clients.get(0).hears(20);
    for (int i = 0; i < clients.size(); i++) {
      Client client = clients.get(i);
      if (client.hears(1)) {
        int status = client.expectAnswer("GET").status();
        throw Failure.because(Waiting.notWaiting(client.name(), status, i));
      }
    }
    return this;
  }

  /** Makes sure that each has status 200. */
  public void expectAnswers() {
    for (Client client : clients) {
      expectStatus200(client, "- It had been waiting: whoever has been let in is to be answered.");
    }
  }

  /** The same for one client; the story says so in short. */
  public static void expectStatus200(Client client, String... why) {
    int mark = Story.mark();
    client.expectAnswer("GET").expectStatus("200 OK", why);
    tellInShort(mark, client.name() + " is answered with 200");
  }

  private static void tellInShort(int mark, String line) {
    Story.back(mark);
    Story.tryWith(null);
    Story.tell(line);
  }

  /** Makes sure that one more client, OkHttp, has status 200. */
  public static void expectAnswer(Server server) {
    int mark = Story.mark();
    server.get("/").expectStatus("200 OK");
    tellInShort(mark, "OkHttp asks for / and is answered with 200");
  }

  /** Makes sure that each has status 200, though they have come all at the same time. */
  public void expectNoneForgotten() {
    for (Client client : clients) {
      int mark = Story.mark();
      Received received = client.receive(Limits.SOON);
      if (received.bytes().length == 0 && !server.hasEnded()) {
        throw Failure.because(Waiting.oneForgotten(received.end()));
      }
      Answer.of(server.look(client.port(), received), "GET").expectStatus("200 OK");
      tellInShort(mark, client.name() + " is answered with 200");
    }
  }

  /** Makes sure that each has status 200 or 503, and the first one 200. */
  public void expectAnswersOrRefusals() {
    expectStatus200(
        clients.get(0),
        "- Nobody else is at work now. Does your pool count down when a job is done, also when it"
            + " has failed?");
    for (Client client : clients.subList(1, clients.size())) {
      int mark = Story.mark();
      Answer answer = client.expectAnswer("GET");
      if (answer.status() != 503) {
        answer.expectStatus("200 OK", "- Or 503, for those who come too late.");
      }
      Story.back(mark);
    }
  }

  /** Makes sure that one more client is told 503 at once, whoever waits. */
  public static void expectRefusal(Server server) {
    Client client = server.connect();
    if (!client.hears(AT_ONCE)) { // the server may want to read the request first
      Story.tell(client.name() + " asks for /");
      client.trySend(REQUEST);
    }
    if (!client.hears(Limits.SOON)) {
      Story.tell(client.name() + " hears nothing within " + Limits.SOON / 1_000 + " s");
      throw server.hasEnded()
          ? Failure.because(Ending.tooEarly(server.look()))
          : Failure.because(Waiting.notRefused(server.look(client.port(), NOTHING)));
    }
    int mark = Story.mark();
    expect503(server, client, client.receive(Limits.SOON));
    tellInShort(mark, client.name() + " is told 503");
  }

  private static void expect503(Server server, Client client, Received received) {
    if (received.bytes().length == 0 && !server.hasEnded()) {
      throw Failure.because(Waiting.refusedWithoutWord());
    }
    Answer answer = Answer.of(server.look(client.port(), received), "GET");
    answer.expectStatus(
        "503 Service Unavailable",
        "- Four clients are at work, and eight wait: this one is to be told so.",
        "- Does the thread that accepts handle it? Then one slow client keeps all others out.");
    answer.expectHeader("Content-Length", "" + answer.body().length);
    answer.expectHeader("Connection", "close");
  }
}
