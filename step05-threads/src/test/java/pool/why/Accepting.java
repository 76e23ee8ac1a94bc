package pool.why;

import java.util.List;
import java.util.Optional;
import judge.seen.Stand;
import judge.words.Meaning;
import pool.seen.Accepter;

/** What it means what the thread that accepts does: it is to give the client away, and go on. */
public final class Accepting {

  private Accepting() {}

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
      case "acquire", "acquireUninterruptibly" ->
        List.of(
            "- acquire waits until another client has gone, and so does everybody who comes now:"
                + " they are to be accepted, and to wait in the queue of the pool.");
      default ->
        stand.isIn("execute")
            ? List.of(
                "- execute runs the job itself, on the thread that has called it, or waits for"
                    + " a worker: it is to come back at once.")
            : List.of();
    };
  }
}
