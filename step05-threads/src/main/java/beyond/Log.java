package beyond;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Lines for a terminal, printed by a thread of its own, so that nobody else ever waits for it: it
 * may stand still (Ctrl-S), or be a pipe that nobody reads. What does not fit into the queue then
 * is counted, not printed.
 */
final class Log implements Consumer<String> {

  /** A burst; in a terminal that stands still, some 40 KB. */
  private static final int LINES = 1_000;

  private final PrintStream terminal;
  private final Queue<String> lines = new ArrayDeque<>();
  private int dropped;
  private boolean isPrinting;

  Log(PrintStream terminal) {
    this.terminal = terminal;
    Thread writer = new Thread(this::write, "log");
    writer.setDaemon(true); // the end does not wait for it
    writer.start();
  }

  @Override
  public synchronized void accept(String line) {
    if (lines.size() >= LINES) {
      dropped++;
      return;
    }
    tellDropped();
    lines.add(line);
    notifyAll();
  }

  private void tellDropped() {
    if (dropped > 0) {
      lines.add("... " + dropped + (dropped == 1 ? " line was" : " lines were") + " not printed");
      dropped = 0;
    }
  }

  /** Waits until everything is printed, but not longer. */
  synchronized void flush(int millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000L;
    for (long left = millis; left > 0 && (isPrinting || !lines.isEmpty()); ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  synchronized boolean isPrinting() {
    return isPrinting;
  }

  private void write() {
    while (true) {
      try {
        terminal.println(next());
      } catch (InterruptedException | OutOfMemoryError e) {
        // the next line may fare better
      }
    }
  }

  private synchronized String next() throws InterruptedException {
    isPrinting = false;
    notifyAll();
    while (lines.isEmpty() && dropped == 0) {
      wait();
    }
    if (lines.isEmpty()) {
      tellDropped();
    }
    isPrinting = true;
    return lines.remove();
  }
}
