package pool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import judge.Answer;
import judge.Client;
import judge.Server;
import judge.http.Head;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.seen.Received;
import judge.seen.Seen;
import judge.verdict.Failure;
import judge.why.Exceptions;
import judge.words.Limits;
import judge.words.Meaning;
import judge.words.Wait;
import pool.why.Waiting;

/** Clients that ask for {@code /} at the same time, with a whole request each. */
public final class Clients {

  private static final byte[] REQUEST = Head.asking("/").text().getBytes(US_ASCII);

  /** Milliseconds in which a server that refuses without a look at the request does so. */
  private static final int AT_ONCE = 200;

  private final List<Client> clients;

  private Clients(Stream<Client> clients, int count) {
    this.clients = clients.limit(count).toList();
  }

  /** Clients that connect and ask one after another, each as soon as the one before is accepted. */
  public static Clients oneByOne(Server server, int count) {
    return new Clients(Stream.generate(() -> askAccepted(server.connect())), count);
  }

  private static Client askAccepted(Client client) {
    ask(client);
    Ensure.accepted(client);
    return client;
  }

  private static void ask(Client client) {
    Story.tell(client.name() + " asks for /");
    client.trySend(REQUEST);
  }

  /** Clients that connect first, and then ask. */
  public static Clients atOnce(Server server, int count) {
    int mark = Story.mark();
    Clients all = new Clients(Stream.generate(server::connect), count);
    Story.back(mark);
    Story.tell(count + " clients ask for /");
    all.clients.stream()
        .filter(client -> !client.hears(1)) // who has been told already does not ask any more
        .forEach(client -> client.trySend(REQUEST));
    return all;
  }

  /** Makes sure that nobody has been answered: four others are at work. */
  public Clients expectWaiting() {
    Wait.until(() -> clients.stream().anyMatch(client -> client.hears(1)), 60);
    for (int i = 0; i < clients.size(); i++) {
      Client client = clients.get(i);
      if (client.hears(1)) {
        int status = client.expectAnswer("GET").status();
        throw Failure.because(Waiting.notWaiting(client.name(), status, i, TaskThreads.readers()));
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

  /** The same, though one worker alone is free for all of them. */
  public void expectAnswersByOne() {
    for (Client client : clients) {
      inShort(
          client.name() + " is answered with 200",
          () -> client
              .expectAnswer(
                  "GET",
                  seen -> Meaning.when(
                      seen.received().isOpen() && !seen.serving().hasEnded(),
                      () -> Waiting.notRelieved(client.name(), seen.serving().shared())))
              .expectStatus("200 OK"));
    }
  }

  /** The same for one client. */
  static void expectStatus200(Client client, String... why) {
    inShort(
        client.name() + " is answered with 200",
        () ->
            client.expectAnswer("GET", seen -> notBegun(client, seen)).expectStatus("200 OK", why));
  }

  private static Optional<Meaning> notBegun(Client client, Seen seen) {
    boolean isSilent =
        seen.received().isOpen() && seen.isAccepted() && !seen.serving().hasEnded();
    return Meaning.when(
        isSilent && !client.server().hasBegun(),
        () ->
            Waiting.notBegun(Exceptions.mistake(Printed.lines()), seen.serving().hasWorkers()));
  }

  /** What goes well, the story tells in one line. */
  private static void inShort(String line, Runnable work) {
    int mark = Story.mark();
    work.run();
    Story.back(mark);
    Story.tryWith(null);
    Story.tell(line);
  }

  /** Makes sure that one more client, OkHttp, has status 200. */
  public static void expectAnswer(Server server) {
    inShort(
        "OkHttp asks for / and is answered with 200", () -> server.get("/").expectStatus("200 OK"));
  }

  /** Makes sure that each has status 200, though they have come all at the same time. */
  public void expectNoneForgotten() {
    for (Client client : clients) {
      inShort(client.name() + " is answered with 200", () -> {
        client.expectAnswer("GET", Clients::oneForgotten).expectStatus("200 OK");
      });
    }
  }

  private static Optional<Meaning> oneForgotten(Seen seen) {
    return Meaning.when(!seen.serving().hasEnded(), () -> Waiting.oneForgotten(seen));
  }

  private static Answer answer(Client client, Received received, Meaning ifNone) {
    if (received.isEmpty() && !client.server().hasEnded()) {
      throw Failure.because(ifNone);
    }
    return Answer.of(client.server().look(client.port(), received), "GET");
  }

  /**
   * Makes sure that each has status 200 or 503, and not all of them 503. Which have 200 is open:
   * where two threads accept, who has come first need not be the first to get a place.
   */
  public void expectAnswersOrRefusals() {
    boolean areAllRefused = true;
    for (Client client : clients) {
      int mark = Story.mark();
      Answer answer = client.expectAnswer("GET", seen -> notBegun(client, seen));
      if (answer.status() != 503) {
        answer.expectStatus("200 OK", "- Or 503, for those who come too late.");
        areAllRefused = false;
      } else if (areAllRefused && isLast(client)) {
        answer.expectStatus(
            "200 OK",
            "- All others were told 503, too, and nobody else is at work. Does your pool count down"
                + " when a job is done, also when it has failed?");
      }
      Story.back(mark);
    }
  }

  private boolean isLast(Client client) {
    return client == clients.get(clients.size() - 1);
  }

  /** Makes sure that one more client is told 503 at once, whoever waits. */
  public static void expectRefusal(Server server) {
    Client client = server.connect();
    if (!client.hears(AT_ONCE)) { // the server may want to read the request first
      Ensure.noPause(client);
      ask(client);
    }
    if (!client.hears(Limits.SOON)) {
      Story.tell(client.name() + " hears nothing within " + Limits.SOON / 1_000 + " s");
      client.expectServing();
      throw Failure.because(
          Waiting.notRefused(client.server().look(client.port(), Received.NOTHING)));
    }
    inShort(client.name() + " is told 503", () -> expect503(client));
  }

  private static void expect503(Client client) {
    Answer answer = answer(client, client.receive(Limits.SOON), Waiting.refusedWithoutWord());
    answer.expectStatus(
        "503 Service Unavailable",
        "- Four clients are at work, and eight wait: this one is to be told so.",
        "- Does the thread that accepts handle it? Then one slow client keeps all others out.");
    answer.expectStatusLine("HTTP/1.1 503");
    answer.expectHeader("Content-Length", "" + answer.body().length);
    answer.expectHeader("Connection", "close");
  }
}
