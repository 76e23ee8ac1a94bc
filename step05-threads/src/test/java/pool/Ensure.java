package pool;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import judge.Client;
import judge.Server;
import judge.learner.Learner;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.seen.RunningServer;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Meaning;
import judge.words.Wait;
import pool.seen.Accepter;
import pool.seen.PoolThread;
import pool.seen.Stands;
import pool.why.Accepting;
import pool.why.Stopping;
import pool.why.Waiting;

/** What a server with a pool owes its clients, and those who stop it. */
public final class Ensure {

  private Ensure() {}

  /**
   * Waits until {@code accept} has returned this client's connection, and is called again.
   *
   * @throws Failure if the server is busy with others, or with this one
   */
  public static void accepted(Client client) {
    RunningServer server = client.server();
    Wait.until(() -> server.hasAccepted(client.port()) || server.hasEnded(), Limits.SOON);
    client.expectServing();
    if (!server.hasAccepted(client.port())) {
      Story.tell(client.name() + " is not accepted within " + Limits.SOON / 1_000 + " s");
      throw Failure.because(
          Accepting.oneAtATime(client.name(), Accepter.of(server.accepter(client.port()))));
    }
    Failure.raise(busy(client));
  }

  /** What the thread that accepts is doing instead; it need not come back to accept at once. */
  private static Optional<Meaning> busy(Client client) {
    Thread thread = client.server().accepter(client.port());
    AtomicReference<Accepter> last = new AtomicReference<>();
    Wait.until(
        () -> {
          last.set(Accepter.of(thread));
          return last.get().isReading()
              || last.get().isAccepting()
              || last.get().isWaitingForOthers();
        },
        100);
    if (last.get().isWaitingForOthers()) { // or an exception on its way out closes the pool
      Wait.until(client.server()::hasEnded, Limits.SOON / 4);
      client.expectServing();
    }
    return Accepting.busy(client.name(), last.get(), areOthersAccepting(thread));
  }

  /** Makes sure that the thread that accepts does not wait for a while before it refuses. */
  static void noPause(Client client) {
    Accepter accepter = Accepter.of(client.server().accepter(client.port()));
    Failure.raise(Meaning.when(accepter.pauses(), () -> Waiting.pausesFirst(accepter)));
  }

  private static boolean areOthersAccepting(Thread thread) {
    return TaskThreads.stacks().entrySet().stream()
        .anyMatch(entry -> entry.getKey() != thread
            && Learner.line(entry.getValue()).isPresent()
            && Learner.isIn(entry.getValue(), "accept"));
  }

  /**
   * Makes sure that {@code serve} waits for clients that have begun to ask, though the listener is
   * closed.
   */
  public static void stillThere(Server server) {
    if (server.hasEnded()) {
      throw Failure.because(Stopping.tooEarly(server.look()));
    }
  }

  /** Makes sure that the server hangs up on a client that says nothing. */
  public static void hungUp(Client silent) {
    if (!silent.hears(Limits.LATER)) {
      throw Failure.because(Stopping.waitsForSilence());
    }
  }

  /** Makes sure that clients who wait have no thread each, which waits with them. */
  public static void noThreadEach(Stands before, int clients) {
    int threads = Stands.ofLearners().busySince(before);
    Failure.raise(Meaning.when(threads >= clients, () -> Waiting.threadEach(threads)));
  }

  /**
   * Waits until so many threads of the learner's read from connections.
   *
   * <p>It is no failure if they never do: there are other ways to wait for a request.
   */
  public static void readers(Server server, int count) {
    Wait.until(() -> TaskThreads.readers() >= count || server.hasEnded(), Limits.SOON / 2);
  }

  /** Makes sure that no thread of the learner's is left, once {@code serve} has come back. */
  public static void noThreads() {
    Wait.until(() -> TaskThreads.learners().isEmpty(), Limits.SOON);
    Failure.raise(
        TaskThreads.learners().stream().findFirst().map(PoolThread::of).map(Stopping::leftBehind));
  }
}
