package pool.seen;

import java.util.Optional;
import judge.learner.Learner;
import judge.seen.Stand;

/**
 * The thread that takes connections, as it was seen.
 *
 * @param place where it stands, if it is in the learner's code
 * @param isReading whether it reads from a connection
 * @param isRunAsCall whether it does the work of another thread, whose run it has called
 */
public record Accepter(
    Optional<String> place, boolean isReading, boolean isRunAsCall, Stand stand) {

  public static Accepter of(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return new Accepter(
        Learner.stand(thread),
        Learner.isReading(stack),
        Learner.isRunAsCall(stack),
        Stand.of(thread));
  }

  /** Whether it waits for the next connection. */
  public boolean isAccepting() {
    return stand.isIn("accept");
  }

  /** Whether it waits, with a limit or without, until another thread has done its work. */
  public boolean isWaitingForOthers() {
    return switch (stand.state()) {
      case WAITING -> isWaitingForEnd();
      case TIMED_WAITING -> isWaitingForEnd() || stand.call().equals("await");
      default -> false;
    };
  }

  /** Whether it waits for a while, and not for a connection. */
  public boolean pauses() {
    return stand.state() == Thread.State.TIMED_WAITING && place.isPresent() && !isAccepting();
  }

  private boolean isWaitingForEnd() {
    return stand.call().matches("join|get|invokeAll|invokeAny") || stand.isIn("awaitTermination");
  }
}
