package judge.words;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Waits for what another thread is about to do; fails after 10 s, or as many as it is told. */
public final class Await {

  private static final int LIMIT_SECONDS = 10;

  private Await() {}

  public static void until(String what, Callable<Boolean> isTrue) {
    until(what, isTrue, LIMIT_SECONDS);
  }

  public static void until(String what, Callable<Boolean> isTrue, int seconds) {
    long start = System.nanoTime();
    try {
      while (!isTrue.call()) {
        if (System.nanoTime() - start > seconds * 1_000_000_000L) {
          throw new AssertionError("waited " + seconds + " s in vain until " + what);
        }
        Thread.sleep(2);
      }
    } catch (AssertionError e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("while waiting until " + what, e);
    }
  }

  /** Waits until the thread is in that state, in a method of that name. */
  public static void state(Thread thread, Thread.State state, String method) {
    until(
        thread.getName() + " is " + state + " in " + method,
        () -> thread.getState() == state && isIn(thread, method));
  }

  /** Whether a method of that name is on the thread's stack. */
  public static boolean isIn(Thread thread, String method) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals(method));
  }

  /** Waits for the end of the thread. */
  public static void end(Thread thread) {
    until(thread.getName() + " has ended", () -> thread.getState() == Thread.State.TERMINATED);
  }
}
