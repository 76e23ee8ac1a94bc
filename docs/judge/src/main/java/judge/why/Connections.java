package judge.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import judge.seen.Received.End;
import judge.seen.Seen;
import judge.seen.Serving;
import judge.seen.Stand;
import judge.words.Meaning;

/** What it means how a server treats a connection: the same for every step. */
public final class Connections {

  /** From so many milliseconds on, a time limit of the server's may have ended a connection. */
  private static final int LONG = 300;

  private static final String IN_BUFFER =
      "- Nothing was written, or it stayed in a writer's buffer: flush it, or write to the socket's"
          + " OutputStream.";

  private static final String CLOSED_BEFORE =
      "- The socket was closed before the answer: closing a reader closes it too. And a"
          + " try (Socket socket = ...) has closed it already when its own catch or finally begins:"
          + " what is to be sent there needs a try of its own, inside.";

  private static final String PRINTED_ANSWER =
      "- Your code has printed a status line: System.out is your terminal. The client gets what is"
          + " written to the socket's OutputStream.";

  private static final String OF_JDK =
      "- com.sun.net.httpserver is a whole server, with a listener of its own: here you build"
          + " yours. ";

  private static final String USE_IT = "Call accept of the listener that serve is given.";

  private Connections() {}

  // ---- taken, or not ----

  /** Nobody listens. */
  public static Meaning refused() {
    return Meaning.of(
        "The connection was refused: your code has closed the listener.",
        "- Close the socket that accept returns, not the listener.",
        "- A try (...) around the listener closes it at the end of its block.");
  }

  private static Meaning notAccepted(Seen seen) {
    return Meaning.of(
        "Your server has not called accept for this client.",
        "The client is connected all the same: the operating system takes connections for a"
            + " listener, and keeps them until accept is called.",
        causeOfNoAccept(seen));
  }

  private static String causeOfNoAccept(Seen seen) {
    if (seen.serving().elsewhere().equals(Serving.JDK_SERVER)) {
      return OF_JDK + USE_IT;
    }
    return seen.serving().stand().call().equals("accept")
        ? "- Your serve waits in accept of another listener: use the one that serve is given."
        : cause(seen);
  }

  /** Somebody else has answered at the port of the server's listener. */
  public static Meaning elsewhere(Serving serving) {
    boolean isOfJdk = serving.elsewhere().equals(Serving.JDK_SERVER);
    return Meaning.of(
        "This client was not taken from the listener that serve is given, but from another listener"
            + " on its port.",
        (isOfJdk ? OF_JDK : "- ") + USE_IT + " main and the tests have made it, and close it.");
  }

  /** The cause that the thread of serve shows. */
  private static String cause(Seen seen) {
    Serving serving = seen.serving();
    Stand stand = serving.stand();
    String call = stand.call();
    if (call.equals("accept") && serving.hasWorkers()) {
      return "- Your serve has handed this client over, and waits in accept for the next one. Is a"
          + " thread free for it? One that waits for a lock, or reads from another client, serves"
          + " nobody else: \"Your threads\" shows them. If it has been answered, its job must close"
          + " the socket.";
    }
    if (call.equals("accept")) {
      return "- Your serve waits in accept for the next client. A socket is not closed when its"
          + " variable goes out of scope: close it, best with try (Socket socket = ...).";
    }
    if (ReadingOn.isReading(call)) {
      return ReadingOn.waits(call, seen.hasSpoken());
    }
    return causeOfWork(stand);
  }

  private static String causeOfWork(Stand stand) {
    if (stand.call().matches("ready|available")) {
      return "- Your serve asks " + stand.call() + " again and again. It tells what has come"
          + " already, and never that the client has left, or that no more will come: read and"
          + " readLine do.";
    }
    return stand.state() == Thread.State.RUNNABLE
        ? "- Your serve is busy: is there a loop that does not end? Before a loop, accept is called"
            + " once, and the loop never gets another client: accept belongs in it."
        : "- \"Your threads\" shows what each of them waits for.";
  }

  /** Why what was to come from a connection does not come: if not its own, a cause before it. */
  private static Optional<Meaning> before(Seen seen) {
    if (seen.serving().hasEnded()) {
      return Optional.of(Ending.tooEarly(seen.serving()));
    }
    return seen.isAccepted() ? Optional.empty() : Optional.of(notAccepted(seen));
  }

  // ---- ended, or not ----

  /** The connection has ended while the client was sending. */
  public static Meaning hungUpWhileSending(Serving serving) {
    return serving.hasEnded()
        ? Ending.tooEarly(serving)
        : Meaning.of(
            "Your server has hung up while the client was still sending.",
            "- It must read the request up to its empty line before it answers, and before it"
                + " closes the connection.",
            "- One read brings what has come so far, and ready and available tell of that only: a"
                + " request may come in many pieces.",
            "- A time limit that is too short cuts slow clients off.");
  }

  /** The connection is still open, though the server should have closed it. */
  public static Meaning holdsOn(Seen seen) {
    String said = seen.received().isEmpty() ? "" : " Bytes have come, but not the end.";
    return before(seen)
        .orElseGet(() -> Meaning.of(
            "Your server has not hung up: the connection is still open." + said, cause(seen)))
        .withThreads();
  }

  /** The client has heard the end, but not that of a socket that was closed in good order. */
  public static Meaning noClose(End end) {
    return end == End.RESET
        ? Meaning.of(
            "The connection was reset, not closed: what was on its way to the client can be lost.",
            "- setSoLinger(true, 0) makes a reset of each close: leave it out.")
        : Meaning.of(
            "The client has seen the end of the stream, but its socket is not closed.",
            "- shutdownOutput says that no more will come, and keeps the connection. Each"
                + " socket that"
                + " is not closed stays an open file. close() does both.");
  }

  /**
   * Bytes are taken where nothing was to be read any more.
   *
   * @param why the task's own meaning; without it, that the head of a request was whole
   */
  public static Meaning readsOn(Seen seen, Optional<Meaning> why) {
    Serving serving = seen.serving();
    if (seen.isAccepted() && serving.stand().call().equals("accept") && !serving.hasWorkers()) {
      return holdsOn(seen);
    }
    return before(seen)
        .or(() -> why)
        .orElseGet(() -> ReadingOn.afterHead(seen.serving()))
        .withThreads();
  }

  // ---- without an answer, or with another one ----

  /**
   * Nothing came, but an answer should have.
   *
   * @param why what it likely means if the server has hung up
   */
  public static Meaning noAnswer(Seen seen, String... why) {
    if (seen.serving().hasEnded()) {
      return Ending.tooEarly(seen.serving());
    }
    if (!seen.received().isOpen()) {
      List<String> first = new ArrayList<>(List.of(why));
      if (seen.received().millis() >= LONG) {
        first.add("- It took " + seen.received().millis() / 100 / 10.0
            + " s. If that is your time limit, it ends"
            + " by a SocketTimeoutException. Where you catch it, an answer can be sent only as"
            + " long as the socket is open.");
      }
      return closedWithoutAnswer(seen).first(first);
    }
    return before(seen).orElseGet(() -> silence(seen)).withThreads();
  }

  private static Meaning silence(Seen seen) {
    String fact = "No answer came, and the connection is still open.";
    return seen.isLost() && seen.serving().hasWorkers()
        ? Meaning.of(fact, cause(seen)).and(HandingOver.ownSocket(seen.serving().shared()))
        : Meaning.of(
            fact,
            cause(seen),
            "- What a writer keeps in its buffer is not sent until it is flushed.");
  }

  static Meaning closedWithoutAnswer(Seen seen) {
    List<String> printed = seen.serving().printed();
    boolean isReset = seen.received().end() == End.RESET;
    List<String> causes = new ArrayList<>(printedAnswer(printed));
    Optional<String> caught = Exceptions.printed(printed);
    caught.ifPresent(causes::add);
    causes.addAll(List.of(IN_BUFFER, CLOSED_BEFORE));
    if (caught.isEmpty()) {
      causes.add("- An exception was thrown before the answer, and caught: see what your code"
          + " printed, or let it print the exception.");
    }
    if (!seen.closedAround().isEmpty()) {
      causes.add(0, HandingOver.closedAround(seen.closedAround()));
    } else if (seen.serving().hasWorkers()) {
      boolean isLikely = String.join("\n", printed).matches("(?s).*Socket (is )?closed.*");
      causes.add(
          isLikely ? 0 : causes.size(), HandingOver.closedAround("The call that hands it over"));
    }
    return Meaning.of(
        "The connection was " + (isReset ? "reset" : "closed") + " without an answer.", causes);
  }

  /** A cause that is seen in what was printed, the answer itself; empty if it is not there. */
  public static List<String> printedAnswer(List<String> printed) {
    boolean isThere = printed.stream().anyMatch(line -> line.startsWith("HTTP/1."));
    return isThere ? List.of(PRINTED_ANSWER) : List.of();
  }
}
