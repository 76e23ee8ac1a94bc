package pool.why;

import java.util.List;
import java.util.Optional;
import judge.seen.Received.End;
import judge.seen.Seen;
import judge.why.HandingOver;
import judge.words.Meaning;
import pool.seen.Accepter;

/** What it means how a server with a pool treats its clients: four at work, eight that wait. */
public final class Waiting {

  private static final String FULL = "Four clients are at work, eight wait; the next one is ";

  private static final String IN_EXECUTE =
      "- serve waits in execute for room in the queue, so it accepts nobody and tells nobody"
          + " anything: execute is to throw a RejectedExecutionException instead.";

  private static final String OWN_QUEUE =
      "- Has each worker a queue of its own? There a client waits behind the one that is at work,"
          + " whoever else has nothing to do: one queue for all. 5.4 tells more.";

  private Waiting() {}

  /**
   * A client that has said nothing yet is hung up on.
   *
   * @param closedAround the call around which its socket was closed: {@code start} or {@code
   *     execute}; "" if that is not so
   */
  public static Meaning hungUpOnSilence(String client, String closedAround) {
    String cause = closedAround.isEmpty()
        ? "- Somebody has closed its socket. A client may need a moment before it asks: a time"
            + " limit of less than a second is too short, and whether something has come yet"
            + " (ready, available) says nothing about what will come."
        : HandingOver.closedAround(closedAround);
    return Meaning.of(
        "Your server has hung up on " + client + ", which was about to ask.",
        cause,
        "- An exception before the answer shows in what your code printed.");
  }

  /** A client is answered only when the server has hung up on another one. */
  public static Meaning behind(String client, String other) {
    return Meaning.ofThreads(
        client + " was answered only when your server had hung up on " + other
            + ": it has waited for that one.",
        "- Is a thread free for it? Three clients keep three of them busy, so three are too few.",
        "- A time limit ends the waiting, but so long everybody waits. A lock that is held while a"
            + " connection is handled, for instance a synchronized method, has the same effect as"
            + " one thread.");
  }

  /**
   * A client is answered that is to wait: four are at work.
   *
   * @param before how many wait with it, and came before
   * @param readers how many threads read from clients
   */
  public static Meaning notWaiting(String client, int status, int before, int readers) {
    if (status == 503) {
      return refusedTooEarly(client, before);
    }
    return readers < 4
        ? noLimit(client)
            .first("- " + readers + " of the four are read, so nobody is at work for the others.")
            .and(OWN_QUEUE)
        : noLimit(client);
  }

  private static Meaning noLimit(String client) {
    return Meaning.ofThreads(
        client
            + " is answered, though four others are still at work, and their jobs have not ended.",
        "- At most four jobs may run at once: make one pool of four, before the loop."
            + " A thread or a pool for each client has no limit.",
        "- Or a worker does not wait for the end of a request: which of the four is not read to"
            + " its empty line?");
  }

  /** Four are at work, and for each client that waits there is a thread that waits, too. */
  public static Meaning threadEach(int threads) {
    return Meaning.ofThreads(
        "Four clients are at work, others wait, and " + threads
            + " more threads wait with them: one" + " for each client.",
        "- A limit to what runs, such as a Semaphore, is no limit to the threads: clients decide"
            + " how many there are. A pool has four, made once.",
        "- Whoever has no worker yet waits in the queue of the pool, which takes no thread.");
  }

  /**
   * One of four workers is free, and a client that waits is not answered.
   *
   * @param shared fields in which its socket may have been lost
   */
  public static Meaning notRelieved(String client, List<String> shared) {
    return Meaning.ofThreads(
            "One of the four clients has been answered, so a worker is free, but " + client
                + " still hears nothing.",
            OWN_QUEUE,
            "- Does whatever counts those at work go down when one of them is done?")
        .first(shared.isEmpty() ? List.of() : HandingOver.ownSocket(shared));
  }

  private static Meaning refusedTooEarly(String client, int waiting) {
    return Meaning.ofThreads(
        "Four clients are at work and only " + waiting + (waiting == 1 ? " waits" : " wait")
            + ", but " + client + " is refused: eight may wait.",
        "- The jobs that run do not count among those that wait.",
        "- Off by one? When seven wait, there is room for one more: refuse when waiting jobs"
            + " >= 8.");
  }

  /**
   * A client hears nothing, and no thread has begun with any.
   *
   * @param printed a cause that the learner's code has printed
   */
  public static Meaning notBegun(Optional<String> printed, boolean hasThreads) {
    return Meaning.ofThreads(
            "Your server takes connections, and no thread has begun with any of" + " them.")
        .and(printed.stream().toList())
        .and("- new Thread(job) makes a thread, and lets nothing run: thread.start() does.")
        .and(
            hasThreads
                ? List.of(
                    "- The pool gets a job by execute alone. If it has got one, 5.2 tells more.")
                : List.of());
  }

  /** One client too many hears nothing. */
  public static Meaning notRefused(Seen seen) {
    Meaning meaning = Meaning.ofThreads(FULL + "told nothing. It is to have a 503 at once.");
    if (seen.serving().stand().isIn("execute")) {
      return meaning.and(IN_EXECUTE);
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

  /** The thread that accepts waits before it refuses. */
  public static Meaning pausesFirst(Accepter accepter) {
    Meaning meaning = Meaning.ofThreads(
        FULL + "told nothing yet: the thread that accepts waits for a while first ("
            + accepter.place().orElse("") + "). Meanwhile nobody else is accepted.",
        "- Room may come or not: execute says at once which, and never waits. offer(job) is such a"
            + " call; offer with a time limit, put, wait and sleep are not.");
    return accepter.stand().isIn("execute") ? meaning.first(IN_EXECUTE) : meaning;
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
  public static Meaning oneForgotten(Seen seen) {
    return Meaning.ofThreads("Several clients have connected at the same time, and one of them "
            + (seen.received().end() == End.SILENCE
                ? "hears nothing."
                : "is hung up on without an answer."))
        .and(HandingOver.ownSocket(seen.serving().shared()))
        .and(
            "- Is there a queue in which it was lost? Then 5.3 tells more.",
            "- An exception before the answer shows in what your code printed.");
  }
}
