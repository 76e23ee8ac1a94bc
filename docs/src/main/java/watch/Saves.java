package watch;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices that a learner has saved, by looking at what is in the files: that works with every
 * editor and every file system. A save is what two looks agree on, so that no half-written file is
 * one.
 */
final class Saves implements AutoCloseable {

  private static final int MILLIS_BETWEEN_LOOKS = 60;
  private static final int MILLIS_TO_LOOK_AGAIN = 20;

  private final Supplier<Save> look;
  private final Consumer<Save> listener;
  private final Thread thread = new Thread(this::run, "saves");
  private Save told;
  private Save seen;

  /**
   * @param look what is in the files now, or null if that cannot be said
   * @param listener is told what they have at first, and after every change
   */
  Saves(Supplier<Save> look, Consumer<Save> listener) {
    this.look = look;
    this.listener = listener;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        boolean isSettled = look();
        Thread.sleep(isSettled ? MILLIS_BETWEEN_LOOKS : MILLIS_TO_LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      // It was closed.
    }
  }

  /** Looks once; whether there is nothing to be looked at again. */
  boolean look() {
    Save now = look.get();
    if (now != null && now.equals(seen) && !now.equals(told)) {
      told = now;
      listener.accept(now);
    }
    seen = now;
    return now != null && now.equals(told);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
