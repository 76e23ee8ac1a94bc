package judge.why;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import judge.learner.Learner;
import judge.seen.Serving;
import judge.words.Meaning;

/** What it means that the learner's code has ended, or has not. */
public final class Ending {

  /** A task has not ended in time, and the learner's code does nothing that it would wait for. */
  public static final Meaning SLOW = Meaning.of(
      "This task has taken too long, and not for the sake of your code: your machine is busy.",
      "It was judged twice. Let the machine come to rest, and try again.");

  private Ending() {}

  /** {@code serve} has ended while it was to go on. */
  public static Meaning tooEarly(Serving serving) {
    return serving.thrown() == null
        ? returned().first(elsewhere(serving.elsewhere()))
        : by(serving.thrown());
  }

  /** An exception has ended {@code serve}, whose listener was open. */
  public static Meaning by(Throwable thrown) {
    String fact = "Your serve has ended by an exception, and your server with it: ";
    Meaning meaning = about(fact, thrown, Exceptions.cause(thrown));
    if (thrown instanceof PatternSyntaxException) {
      return meaning; // of the client's text nothing is wrong
    }
    return meaning.and(
        thrown instanceof IOException
            ? ofConnection(Learner.calledByLearner(thrown.getStackTrace()).orElse(""))
            : "- No client may end your server: check what came before you use it.");
  }

  private static String ofConnection(String call) {
    return call.equals("accept")
        ? "- accept itself can fail for one client, or for a moment: put it inside the try whose"
            + " catch is in the loop."
        : "- An exception of one connection must end this one alone: catch it inside the loop. If"
            + " there is a catch already, it is for another class, or throws again: IOException is"
            + " the class"
            + " of them all.";
  }

  private static Meaning about(String fact, Throwable thrown, String... causes) {
    return Meaning.of(fact + Learner.describe(thrown) + ".", causes)
        .at(Learner.line(thrown.getStackTrace()));
  }

  /** Why somebody else takes connections instead, as far as that shows. */
  private static List<String> elsewhere(String who) {
    return switch (who) {
      case "" -> List.of();
      case Serving.JDK_SERVER ->
        List.of(
            "- com.sun.net.httpserver takes clients from a listener of its own. Here you build the"
                + " server: call accept of the listener that serve is given.");
      default ->
        List.of(
            "- The thread " + who + " waits in accept, but main goes on when serve returns, as if"
                + " all were done. The loop around accept belongs in serve itself.");
    };
  }

  private static Meaning returned() {
    return Meaning.of(
        "Your serve has returned: nobody takes connections any more.",
        "- To go on, it needs a loop around accept, without a last round.",
        "- A return or break in the loop, or a catch outside it, ends the loop. A loop in main does"
            + " not help here: the tests call serve.",
        "- Not every SocketException comes from a closed listener: a client that resets its"
            + " connection"
            + " makes one, too. listener.isClosed() tells which it was.",
        "- setSoTimeout of a listener limits how long accept waits. When nobody has come by then,"
            + " it throws a SocketTimeoutException, and there is nothing to end for.",
        "The client could connect all the same: the operating system takes connections for a"
            + " listener, and keeps them until accept is called.");
  }

  /** An exception has ended {@code serve} after its listener was closed. */
  public static Meaning late(Throwable thrown) {
    return about(
        "The listener is closed, and your serve has ended by an exception: ",
        thrown,
        "- accept throws it because the listener is closed. That is the end which was asked for:"
            + " return, do not throw. listener.isClosed() tells it from other exceptions.");
  }

  /** The listener is closed, and {@code serve} goes on. */
  public static Meaning missing(Serving serving) {
    if (serving.spins()) {
      return Meaning.of(
              "The listener is closed, and your serve calls accept again and again.",
              "- accept throws a SocketException at once: a loop that catches it and goes on never"
                  + " ends. Ask listener.isClosed().")
          .withThreads();
    }
    return Meaning.of(
            "The listener is closed, but your serve has not come back.",
            "- accept throws a SocketException at once when its listener is closed: a loop that"
                + " catches it and goes on never ends. Ask listener.isClosed().",
            "- Or serve waits for a connection, or a worker, that does not end.")
        .withThreads();
  }

  /** A method of the learner's has thrown. */
  public static Meaning ofMethod(Throwable thrown) {
    return about("Your code has thrown ", thrown, Exceptions.cause(thrown));
  }

  /** A class or method of the learner's is not there: the tests look for it in vain. */
  public static Meaning ofLinkage(LinkageError thrown) {
    String what = ("" + thrown.getMessage()).replaceAll(" \\(.*", "");
    return Meaning.of(
        "The tests cannot call what they need: " + what + ".",
        "- Keep the names and parameters that the start has; add methods of your own as you like.",
        "- The methods must be static and not private, the first line package exercise;.");
  }

  /**
   * A task has not ended in time.
   *
   * @param seconds the time that it had
   */
  public static Meaning missing(int seconds) {
    return Meaning.of(
            "The task has not ended within " + seconds + " s.",
            "- One of your methods does not come back; \"Your threads\" shows where each stands.")
        .withThreads();
  }

  /**
   * The learner's code has called {@code System.exit}.
   *
   * @param line the line that has called it, if it is known
   */
  public static Meaning ofProgram(Optional<StackTraceElement> line) {
    String where = line.map(frame -> " at " + Learner.place(frame)).orElse("");
    return Meaning.of(
            "System.exit was called" + where
                + ": it ends the whole program, and your server with it.",
            "- One client must not be able to end a server: leave its connection only, by"
                + " return, or"
                + " by an exception that the loop in serve catches.",
            "- When its listener is closed, as at the end of a test, serve returns: no exit is"
                + " needed.")
        .at(line);
  }
}
