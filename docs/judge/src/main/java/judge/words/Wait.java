package judge.words;

import java.util.function.BooleanSupplier;

/** Waits for what other threads are about to do. */
public final class Wait {

  private Wait() {}

  /** Whether it becomes true within so many milliseconds. */
  public static boolean until(BooleanSupplier isTrue, int millis) {
    long start = System.nanoTime();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() - start > millis * 1_000_000L) {
        return isTrue.getAsBoolean();
      }
      pause(2);
    }
    return true;
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
}
