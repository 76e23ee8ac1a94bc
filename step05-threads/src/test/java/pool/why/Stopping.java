package pool.why;

import java.util.List;
import judge.learner.Learner;
import judge.seen.Serving;
import judge.why.Ending;
import judge.words.Meaning;
import pool.seen.PoolThread;

/** What it means how a server with a pool stops: whoever has begun to ask is to be answered. */
public final class Stopping {

  private static final String TIMED_OUT =
      "- Your code has printed that a time limit is over: it is too short. setSoTimeout counts"
          + " milliseconds; 2 seconds are 2_000.";

  private Stopping() {}

  private static boolean hasTimedOut(List<String> printed) {
    return printed.stream().anyMatch(line -> line.contains("timed out"));
  }

  /** serve has ended while clients were still to be answered. */
  public static Meaning tooEarly(Serving serving) {
    Throwable thrown = serving.thrown();
    if (thrown != null) {
      boolean isAccept = Learner.calledByLearner(thrown.getStackTrace())
          .filter("accept"::equals)
          .isPresent();
      return isAccept ? Ending.late(thrown) : Ending.by(thrown);
    }
    String fact =
        "The listener is closed, and your serve has come back, while clients have begun to ask.";
    if (hasTimedOut(serving.printed())) {
      return Meaning.of(fact, TIMED_OUT);
    }
    return Meaning.of(
        fact,
        "- Before serve comes back, the pool must be closed: its close() waits for the jobs. try"
            + " (ThreadPool pool = ...) calls it at the end of its block.",
        "- A pool does not close itself when its variable goes out of scope.");
  }

  /** A client that has begun to ask is hung up on. */
  public static Meaning cutOff(List<String> printed) {
    String fact = "A client has begun to ask and still sends a line now and then, but your server"
        + " has hung up on it.";
    if (hasTimedOut(printed)) {
      return Meaning.of(fact, TIMED_OUT);
    }
    return Meaning.of(
        fact,
        "- Is there a limit to the whole of a request? A limit to silence is not one that begins"
            + " with the connection: it begins anew with each byte, as setSoTimeout does.",
        "- Did that happen when the listener was closed?",
        "- To close all sockets, or to interrupt the workers, is not to stop in good order: let"
            + " the workers finish. close() of the pool waits for them.",
        "- The listener and the sockets that it has accepted are different things: to close the"
            + " one leaves the others open.");
  }

  /** serve has come back, and a worker has not. */
  public static Meaning leftBehind(PoolThread worker) {
    return Meaning.ofThreads(
        "serve has come back, but " + worker.name() + " has not ended; it is " + worker.state()
            + ".",
        "- Close the pool before serve comes back; its close() waits until every worker has gone.",
        "- Has a pool been made for each client, and one of them not been closed?");
  }

  /** serve does not come back, for the sake of a client that says nothing. */
  public static Meaning waitsForSilence() {
    return Meaning.ofThreads(
        "The listener is closed; 5 s later a client that says nothing is still connected, and your"
            + " serve does not come back for its sake.",
        "- A worker that reads from a silent client waits as long as its socket lets it, for ever"
            + " if there is no limit, and close() waits for the worker."
            + " socket.setSoTimeout(2_000) in the job, before the first read, sets one.",
        "- interrupt() does not wake a thread that reads from a socket.",
        "- setSoTimeout on the listener is a limit for accept, not for reading.");
  }

  /**
   * The program has ended, and clients are left without an answer.
   *
   * @param clients how many have begun to ask
   */
  public static Meaning programEnded(int clients) {
    return Meaning.of(
        "Your program has ended at once, while " + clients + " clients have begun to ask.",
        "- Ctrl-C ends a program when its shutdown hooks have come to their end, whatever other"
            + " threads do. Without a hook that is at once:"
            + " Runtime.getRuntime().addShutdownHook(new Thread(...)) in main, before serve.",
        "- To close the listener in the hook is not enough: the hook must wait until serve has come"
            + " back, with join on the thread that runs it.",
        "- And serve comes back only when its pool is closed: that is 5.11.");
  }

  /** The program ends, or closes its listener, before anybody has asked it to. */
  public static Meaning endedBefore(String fact) {
    return Meaning.of(
        fact,
        "- A shutdown hook is a thread that nobody starts but the JVM, at its end: addShutdownHook"
            + " gets it.");
  }

  /** A client of the program hears nothing. */
  public static Meaning notAnswered(String client) {
    return Meaning.of(
        client + " has asked, and hears nothing within 2 s, while others have not come to an end.",
        "- Silent clients keep others waiting: do 5.1 and 5.6 still pass?",
        "- If the program was asked to end: whoever has begun to ask is still to be answered, and"
            + " the workers are needed for that.");
  }

  /** The listener is open though the program is asked to end. */
  public static Meaning stillListens() {
    return Meaning.of(
        "Your program was asked to end 5 s ago, and still takes connections.",
        "- The first thing that the hook does is to close the listener: so nobody new comes in, and"
            + " serve leaves its loop.",
        "- A hook that waits first waits for a loop that does not end.");
  }

  /** All are answered, and the program is still there. */
  public static Meaning programGoesOn() {
    return Meaning.of(
        "Your program was asked to end, all clients that had begun are answered, and 5 s later it"
            + " is still there.",
        "- A client that says nothing holds a worker: setSoTimeout(2_000) in the job sets a limit.",
        "- System.exit in a hook waits for the end of all hooks, its own among them: leave it out.",
        "- The hook waits for the thread that runs serve: does that one come back, and not wait for"
            + " the hook itself? Give join a limit: join(10_000).");
  }
}
