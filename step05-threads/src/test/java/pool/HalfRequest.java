package pool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import judge.Client;
import judge.Server;
import judge.http.Head;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.why.Stopping;
import pool.why.Waiting;

/**
 * A client that keeps a worker: it has said nothing yet, or half a line, or it has begun to ask and
 * sends one more header line every 300 ms, so that a time limit of a second leaves it alone.
 */
public final class HalfRequest {

  private static final Head WHOLE = Head.asking("/");
  private static final int PAUSE = 300;

  /** Nanoseconds of silence after which a server may hang up: it need not wait for a machine. */
  private static final long LONG = 900_000_000;

  private final Client client;
  private final String rest;
  private final boolean isTalking;
  private final long start = System.nanoTime();
  private long lastSent = System.nanoTime();
  private boolean wasSilent; // for so long that a server may have hung up: the machine is busy
  private boolean isWhole;

  private HalfRequest(Client client, String begun, boolean isTalking) {
    this.client = client;
    this.isTalking = isTalking;
    rest = isTalking ? "\r\n" : WHOLE.text().substring(begun.length());
    if (!begun.isEmpty()) {
      client.trySend(begun.getBytes(ISO_8859_1));
    }
    Ensure.accepted(client);
  }

  /**
   * A new client connects and begins to ask for {@code /}.
   *
   * @throws Failure if the server does not take the connection at once
   */
  public static HalfRequest begin(Server server) {
    Client client = server.connect();
    Story.tell(client.name() + " sends half a request, and a header more every " + PAUSE + " ms");
    HalfRequest half = new HalfRequest(client, WHOLE.begun(), true);
    TaskThreads.ours(() -> half.goOn(server), client.name()).start();
    return half;
  }

  /** So many of them. */
  public static List<HalfRequest> begin(Server server, int count) {
    return Stream.generate(() -> begin(server)).limit(count).toList();
  }

  /**
   * Lets a story happen, and once more if it fails when one of its clients was so late that a
   * server may have hung up on it: then the machine is busy.
   *
   * @param story adds those that are to keep a worker
   */
  public static void inTime(Consumer<List<HalfRequest>> story) {
    int mark = Story.mark();
    for (int left = 2; left >= 0; left--) {
      List<HalfRequest> atWork = new ArrayList<>();
      try {
        story.accept(atWork);
        return;
      } catch (Failure e) {
        if (left == 0 || atWork.stream().noneMatch(HalfRequest::isLate)) {
          throw e;
        }
        Story.back(mark);
      }
    }
  }

  /** One that goes on and on, one that says nothing, and one that stops in its first line. */
  public static List<HalfRequest> beginThree(Server server) {
    HalfRequest half = begin(server);
    HalfRequest silent = quiet(server, "");
    silent.expectOpen();
    return List.of(half, silent, quiet(server, "GET / HT"));
  }

  /** A client that says nothing connects, another one is answered at once, and both leave. */
  public static void expectAnswerBesideSilence(Server server) {
    HalfRequest silent = quiet(server, "");
    silent.expectOpen();
    expectAnswerBeside(List.of(silent), server);
    silent.client.leave();
  }

  /** Makes sure that one more client has status 200 at once, and not when others have gone. */
  public static void expectAnswerBeside(List<HalfRequest> others, Server server) {
    Client client = server.connect();
    long asked = System.nanoTime();
    List<HalfRequest> open = others.stream()
        .filter(half -> asked - half.start < LONG / 2 && !half.client.hears(1))
        .toList();
    client.send(WHOLE.text());
    Clients.expectStatus200(client);
    boolean isLong = System.nanoTime() - asked > LONG;
    open.stream()
        .filter(half -> isLong && half.client.hears(1) && half.isBefore(client))
        .findFirst()
        .ifPresent(half -> {
          throw Failure.because(Waiting.behind(client.name(), half.client.name()));
        });
  }

  /** Whether its connection has come to its end before a thread has begun with the other client. */
  private boolean isBefore(Client other) {
    return !client.server().isBegunBeforeEndOf(other.port(), client.port());
  }

  private static HalfRequest quiet(Server server, String begun) {
    Client client = server.connect();
    Story.tell(client.name()
        + (begun.isEmpty() ? " says nothing" : " sends \"" + begun + "\", and no more yet"));
    return new HalfRequest(client, begun, false);
  }

  private void goOn(Server server) {
    while (goOnOnce(server)) {
      Wait.pause(PAUSE);
    }
  }

  private synchronized boolean goOnOnce(Server server) {
    long now = System.nanoTime();
    wasSilent |= now - lastSent > LONG;
    lastSent = now;
    return !isWhole && !server.isOver() && client.trySend("X-Wait: 1\r\n".getBytes(ISO_8859_1));
  }

  private synchronized boolean isLate() {
    long now = System.nanoTime();
    return isTalking ? wasSilent || !isWhole && now - lastSent > LONG : now - start > LONG;
  }

  /** Makes sure that the server has neither answered nor hung up yet. */
  public void expectOpen() {
    if (client.hears(isTalking ? 1 : 20) && !isLate()) {
      client.receive(Limits.SOON);
      String around = client.server().closedAround(client.port());
      throw Failure.because(
          isTalking && around.isEmpty()
              ? Stopping.cutOff(Printed.lines())
              : Waiting.hungUpOnSilence(client.name(), around));
    }
  }

  /** Sends the end of the request, and makes sure that the answer has status 200. */
  public void end() {
    boolean isLate = isLate();
    synchronized (this) {
      isWhole = true;
    }
    if (isLate) {
      client.leave();
      return;
    }
    Story.tell(client.name() + " sends the end of its request");
    client.trySend(rest.getBytes(ISO_8859_1));
    Clients.expectStatus200(client);
  }
}
