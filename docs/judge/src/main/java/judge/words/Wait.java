package judge.words;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Waits for what other threads are about to do. */
public final class Wait {

  /** Seconds: long enough for a busy machine; only a failing test waits for it. */
  private static final int PATIENCE = 40;

  /** Milliseconds between two looks. */
  private static final int PAUSE = 2;

  private Wait() {}

  /**
   * Whether it becomes true within so many milliseconds. On a busy machine a pause takes longer
   * than it should; that does not count.
   */
  public static boolean until(BooleanSupplier isTrue, int millis) {
    long left = millis * 1_000_000L;
    while (true) {
      long look = System.nanoTime();
      if (isTrue.getAsBoolean()) {
        return true;
      }
      left -= System.nanoTime() - look + PAUSE * 1_000_000L;
      if (left < 0) {
        return isTrue.getAsBoolean();
      }
      pause(PAUSE);
    }
  }

  /** Lets so many milliseconds pass. */
  public static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task's thread was interrupted", e);
    }
  }

  /**
   * Waits until it is true.
   *
   * @param what completes the sentence: waited in vain until ...
   * @throws AssertionError if it does not become true, or fails
   */
  public static void until(String what, Callable<Boolean> isTrue) {
    until(what, isTrue, PATIENCE);
  }

  /** The same, with more patience. */
  public static void until(String what, Callable<Boolean> isTrue, int seconds) {
    boolean isSo = until(
        () -> {
          try {
            return isTrue.call();
          } catch (Exception e) {
            throw new AssertionError("while waiting until " + what, e);
          }
        },
        1_000 * seconds);
    if (!isSo) {
      throw new AssertionError("waited " + seconds + " s in vain until " + what);
    }
  }

  /** Waits until the thread is in that state, in a method of that name. */
  public static void state(Thread thread, Thread.State state, String method) {
    until(
        thread.getName() + " is " + state + " in " + method,
        () -> thread.getState() == state
            && Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method)));
  }

  /** Waits for the end of the thread. */
  public static void end(Thread thread) {
    until(thread.getName() + " has ended", () -> thread.getState() == Thread.State.TERMINATED);
  }
}
