package trying;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import running.Output;

/** What a lab prints is handed on in pieces, so that what floods does not keep its thread busy. */
final class LabPieces {

  private static final int MILLIS_BETWEEN = 200;

  private final Output output;
  private final ScheduledExecutorService thread;
  private final Runnable flush;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private final AtomicLong count = new AtomicLong();

  /**
   * @param flush hands on what has come; done by the thread
   */
  LabPieces(Output output, ScheduledExecutorService thread, Runnable flush) {
    this.output = output;
    this.thread = thread;
    this.flush = flush;
  }

  /** Something was printed; any thread says so. */
  void add(String text) {
    count.addAndGet(text.length());
    output.add(false, text);
    if (isDue.compareAndSet(false, true)) {
      thread.schedule(this::handOn, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }
  }

  private void handOn() {
    isDue.set(false);
    flush.run();
  }

  /** How many characters have come so far. */
  long count() {
    return count.get();
  }
}
