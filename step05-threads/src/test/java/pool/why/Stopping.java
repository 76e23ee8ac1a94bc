package pool.why;

import java.util.List;
import judge.learner.Learner;
import judge.seen.Serving;
import judge.why.Ending;
import judge.words.Meaning;
import pool.seen.PoolThread;

/** What it means how a server with a pool stops: whoever has begun to ask is to be answered. */
public final class Stopping {

  private Stopping() {}

  /** serve has ended while clients were still to be answered. */
  public static Meaning tooEarly(Serving serving) {
    Throwable thrown = serving.thrown();
    if (thrown != null) {
      boolean isAccept = Learner.calledByLearner(thrown.getStackTrace())
          .filter("accept"::equals)
          .isPresent();
      return isAccept ? Ending.late(thrown) : Ending.by(thrown);
    }
    return Meaning.of(
        "The listener is closed, and your serve has come back, while two clients have begun to"
            + " ask.",
        "- Before serve comes back, the pool must be closed: its close() waits for the jobs. try"
            + " (ThreadPool pool = ...) calls it at the end of its block.",
        "- A pool does not close itself when its variable goes out of scope.");
  }

  /** A client that has begun to ask is hung up on. */
  public static Meaning cutOff(List<String> printed) {
    String fact = "A client has begun to ask and still sends a line now and then, but your server"
        + " has hung up on it.";
    if (printed.stream().anyMatch(line -> line.contains("timed out"))) {
      return Meaning.of(
          fact,
          "- Your code has printed that a time limit is over: it is too short. setSoTimeout"
              + " counts milliseconds; 2 seconds are 2_000.");
    }
    return Meaning.of(
        fact,
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
        "The listener is closed; 5 s later your serve has still not come back, for the sake of a"
            + " client that says nothing.",
        "- A worker that reads from a silent client waits for ever, and close() waits for the"
            + " worker. socket.setSoTimeout(2_000) in the job, before the first read, sets a"
            + " limit.",
        "- interrupt() does not wake a thread that reads from a socket.",
        "- setSoTimeout on the listener is a limit for accept, not for reading.");
  }
}
