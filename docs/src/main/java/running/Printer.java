package running;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Writes what the threads of a lab print, by a thread of its own, while they wait for it.
 *
 * <p>JShell stops a line by an exception, in the midst of whatever its thread does. In the midst of
 * a write, that may leave the JDK's lock on the socket taken: whoever prints later waits for ever.
 */
final class Printer extends OutputStream {

  private byte[] text; // null: the printer is free

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /** Returns when it is written; an interrupt neither shortens that nor gets lost. */
  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    byte[] mine = Arrays.copyOfRange(bytes, from, from + length);
    boolean isInterrupted = await(() -> text == null);
    notifyAll(); // first: whoever is stopped here has changed nothing
    text = mine;
    isInterrupted |= await(() -> text != mine);
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether it was interrupted. */
  private boolean await(BooleanSupplier condition) {
    boolean isInterrupted = false;
    while (!condition.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    return isInterrupted;
  }

  private synchronized byte[] awaitText() {
    await(() -> text != null);
    return text;
  }

  private synchronized void free() {
    text = null;
    notifyAll();
  }

  /** Writes for ever. */
  void print(PrintStream stream) {
    while (true) {
      byte[] next = awaitText();
      try {
        stream.write(next, 0, next.length);
      } catch (OutOfMemoryError e) {
        // Whoever has taken the memory loses this text, not the printer.
      }
      free();
    }
  }
}
