package pool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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

/**
 * A client that has begun to ask and does not come to an end: one more header line every 300 ms, so
 * that a server's time limit of a second leaves it alone.
 */
public final class HalfRequest {

  private static final int PAUSE = 300;

  private final Server server;
  private final Client client;
  private boolean isWhole;

  private HalfRequest(Server server, Client client) {
    this.server = server;
    this.client = client;
  }

  /**
   * A new client connects and begins to ask for {@code /}.
   *
   * @throws Failure if the server does not take the connection at once
   */
  public static HalfRequest begin(Server server) {
    Client client = server.connect();
    Story.tell(client.name() + " sends half a request, and a header more every " + PAUSE + " ms");
    client.trySend(Head.asking("/").begun().getBytes(ISO_8859_1));
    Ensure.accepted(client);
    HalfRequest half = new HalfRequest(server, client);
    TaskThreads.ours(half::goOn, client.name()).start();
    return half;
  }

  private void goOn() {
    while (goOnOnce()) {
      Wait.pause(PAUSE);
    }
  }

  private synchronized boolean goOnOnce() {
    return !isWhole && !server.isOver() && client.trySend("X-Wait: 1\r\n".getBytes(ISO_8859_1));
  }

  /** Makes sure that the server has neither answered nor hung up yet. */
  public void expectOpen() {
    if (client.hears(1)) {
      client.receive(Limits.SOON);
      throw Failure.because(Stopping.cutOff(Printed.lines()));
    }
  }

  /** Sends the end of the request, and makes sure that the answer has status 200. */
  public void end() {
    synchronized (this) {
      isWhole = true;
    }
    Story.tell(client.name() + " sends the end of its request");
    client.trySend("\r\n".getBytes(ISO_8859_1));
    Clients.expectStatus200(client);
  }
}
