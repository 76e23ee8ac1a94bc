package pool.why;

import java.util.Optional;
import judge.seen.Received.End;
import judge.seen.Seen;
import judge.words.Meaning;

/** What it means how a server with a pool treats its clients: four at work, eight that wait. */
public final class Waiting {

  private static final String FULL = "Four clients are at work, eight wait; the next one is ";

  private Waiting() {}

  /**
   * A client is not accepted, because serve does what a worker should do.
   *
   * @param stand where serve stands, if it is in the learner's code
   */
  public static Meaning oneAtATime(String client, Optional<String> stand) {
    return Meaning.ofThreads(
        "Your server has not accepted " + client
            + " yet, for the sake of another one: it serves one client at a time.",
        stand
            .map(line -> "- Where serve stands: " + line + ".")
            .orElse("- \"Your threads\" shows where serve stands."),
        "- The thread that calls accept reads nothing, not even the first line, and waits for no"
            + " job and for no pool: it hands the socket over with execute and accepts the"
            + " next one.",
        "- Make one pool, before the loop, and close it after the loop.");
  }

  /**
   * A client is answered that is to wait: four are at work.
   *
   * @param before how many wait with it, and came before
   */
  public static Meaning notWaiting(String client, int status, int before) {
    return status == 503 ? refusedTooEarly(client, before) : noLimit(client);
  }

  private static Meaning noLimit(String client) {
    return Meaning.ofThreads(
        client
            + " is answered, though four others are still at work, and their jobs have not ended.",
        "- At most four jobs may run at once: make one pool, new ThreadPool(4, 8), before the"
            + " loop. A thread or a pool for each client has no limit.",
        "- Or a worker does not wait for the end of a request: which of the four is not read to"
            + " its empty line?");
  }

  private static Meaning refusedTooEarly(String client, int waiting) {
    return Meaning.ofThreads(
        "Four clients are at work and only " + waiting + (waiting == 1 ? " waits" : " wait")
            + ", but " + client + " is refused: eight may wait.",
        "- The jobs that run do not count among those that wait.",
        "- Off by one? When seven wait, there is room for one more: refuse when waiting jobs"
            + " >= 8.");
  }

  /** One client too many hears nothing. */
  public static Meaning notRefused(Seen seen) {
    Meaning meaning = Meaning.ofThreads(FULL + "told nothing. It is to have a 503 at once.");
    if (seen.serving().stand().isIn("execute")) {
      return meaning.and(
          "- serve waits in execute for room in the queue, so it accepts nobody and tells nobody"
              + " anything: execute is to throw a RejectedExecutionException instead.");
    }
    if (!seen.isAccepted() || !seen.serving().stand().isIn("accept")) {
      return meaning.and(
          "- serve does not wait in accept any more: \"Your threads\" shows where it stands. If"
              + " an exception of execute has left the loop: a RejectedExecutionException is no"
              + " IOException, and must be caught where execute is called.");
    }
    return meaning.and(
        "- It waits in the queue as number nine. The pool has four workers, but its queue has no"
            + " limit: new ThreadPool(4, 8), and execute throws when eight jobs are waiting.",
        "- Off by one? Refuse when waiting jobs >= 8, not > 8.",
        "- A job that is at work does not wait: count what is in the queue.",
        "- Or execute has refused it, and nobody has answered, or closed the socket: see what"
            + " your code printed.");
  }

  /** One client too many is not answered, and its connection is closed. */
  public static Meaning refusedWithoutWord() {
    return Meaning.of(
        FULL + "hung up on without an answer. It is to have a 503.",
        "- Where you call execute, catch the RejectedExecutionException: write the 503 there, and"
            + " then close the socket.",
        "- An exception there, for instance because the socket was closed before, shows in what"
            + " your code printed.");
  }

  /** Of clients that connected at the same time, one is not answered. */
  public static Meaning oneForgotten(End end) {
    return Meaning.ofThreads(
        "Four clients have connected at the same time, and one of them "
            + (end == End.SILENCE ? "hears nothing." : "is hung up on without an answer."),
        "- Each job needs a socket of its own. A field, or a variable that the next accept writes"
            + " to, has changed before the job looks at it: make the variable inside the loop.",
        "- A job that is lost in the queue answers nobody: do 5.1 and 5.2 still pass?",
        "- An exception before the answer shows in what your code printed.");
  }
}
