package pool.why;

import java.util.List;
import java.util.Optional;
import judge.seen.Received.End;
import judge.seen.Seen;
import judge.seen.Stand;
import judge.why.HandingOver;
import judge.words.Meaning;
import pool.seen.Accepter;

/** What it means how a server with a pool treats its clients: four at work, eight that wait. */
public final class Waiting {

  private static final String FULL = "Four clients are at work, eight wait; the next one is ";

  private Waiting() {}

  /** A client is not accepted, because the thread that accepts is busy with another one. */
  public static Meaning oneAtATime(String client, Accepter accepter) {
    return instead(
        "Your server has not accepted " + client
            + " yet, for the sake of another one: it serves one client at a time.",
        accepter);
  }

  /**
   * What is wrong with the thread that has accepted a client, if anything is.
   *
   * @param areOthers whether others accept clients as well
   */
  public static Optional<Meaning> busy(String client, Accepter accepter, boolean areOthers) {
    if (accepter.isReading()) {
      return Optional.of(
          areOthers ? readsBesides(client, accepter) : readsItself(client, accepter));
    }
    return Meaning.when(accepter.isWaitingForOthers(), () -> waitsItself(client, accepter));
  }

  private static Meaning readsItself(String client, Accepter accepter) {
    return instead(
        "The thread that calls accept reads from " + client
            + ", which has not sent all yet: meanwhile nobody else is accepted.",
        accepter);
  }

  private static Meaning readsBesides(String client, Accepter accepter) {
    return instead(
            "The thread that has accepted " + client + " reads from it, and " + client
                + " has not sent all yet: meanwhile this thread accepts nobody.",
            accepter)
        .and("- More threads that accept, and each of them serves its client itself? So many silent"
            + " clients as there are of them, and nobody else is accepted.");
  }

  private static Meaning waitsItself(String client, Accepter accepter) {
    return instead(
            "The thread that has accepted " + client
                + " waits for another thread: meanwhile it accepts nobody.",
            accepter)
        .and("- A limit, as in join(100), makes the wait shorter, and everybody waits all the same:"
            + " so long behind each client that is slow.");
  }

  private static Meaning instead(String fact, Accepter accepter) {
    return Meaning.ofThreads(
            fact,
            accepter
                .place()
                .map(line -> "- Where it stands: " + line + ".")
                .orElse("- \"Your threads\" shows where it stands."))
        .and(doing(accepter))
        .and("- The thread that calls accept reads nothing, not even the first line, and waits for"
            + " nothing else: it gives the socket to another thread, and accepts the next one.");
  }

  /** What it does, if that shows. */
  private static List<String> doing(Accepter accepter) {
    if (accepter.isRunAsCall()) {
      return List.of("- run() starts nothing: it is a call like any other, and does the work of the"
          + " new thread right here. start() lets the new thread do it.");
    }
    Stand stand = accepter.stand();
    if (stand.isIn("close") && (stand.isIn("join") || stand.isIn("awaitTermination"))) {
      return List.of(
          "- The end of a try, or close(), waits for the workers, and so for each client."
              + " Make one pool, before the loop, and close it after the loop.");
    }
    return waitingFor(stand);
  }

  private static List<String> waitingFor(Stand stand) {
    return switch (stand.call()) {
      case "join" ->
        List.of("- join() waits until the thread has ended: start() and join() one after the other"
            + " are no better than one thread. Leave join out.");
      case "get", "invokeAll", "invokeAny", "await", "awaitTermination" ->
        List.of(
            "- " + stand.call() + "() waits for the end of the job, as join() does for the end of a"
                + " thread: leave it out.");
      default ->
        stand.isIn("execute")
            ? List.of(
                "- execute runs the job itself, on the thread that has called it, or waits for"
                    + " a worker: it is to come back at once.")
            : List.of();
    };
  }

  /**
   * A client that has said nothing yet is hung up on.
   *
   * @param closedAround the call around which its socket was closed: {@code start} or {@code
   *     execute}; "" if that is not so
   */
  public static Meaning hungUpOnSilence(String client, String closedAround) {
    String cause = closedAround.isEmpty()
        ? "- Somebody has closed its socket. A client may need a moment before it asks: a time limit"
            + " of less than a second is too short, and whether something has come yet (ready,"
            + " available) says nothing about what will come."
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
   */
  public static Meaning notWaiting(String client, int status, int before) {
    return status == 503 ? refusedTooEarly(client, before) : noLimit(client);
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
