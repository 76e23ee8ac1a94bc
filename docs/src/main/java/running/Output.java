package running;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last of what a server has printed, on standard output and standard error. What comes too fast
 * is left out, but never what came last.
 */
public final class Output {

  /** How many characters are handed over at once. */
  static final int MOST_AT_ONCE = 4_096;

  /** How many are kept. */
  static final int MOST_KEPT = 15 * 1_024;

  private final Deque<Chunk> pending = new ArrayDeque<>();
  private final Deque<Chunk> kept = new ArrayDeque<>();
  private final StringBuilder beginning = new StringBuilder();
  private long number;
  private long leftOut;

  public synchronized void add(boolean isError, String text) {
    if (!isError && beginning.length() < MOST_AT_ONCE) {
      beginning.append(text);
    }
    Chunk last = pending.peekLast();
    if (last != null && last.isError() == isError) {
      pending.removeLast();
      pending.add(new Chunk(0, isError, last.text() + text));
    } else {
      pending.add(new Chunk(0, isError, text));
    }
    leftOut += shorten(pending, MOST_AT_ONCE);
  }

  /** Drops what is too much, from the front; returns how many characters. */
  private static int shorten(Deque<Chunk> chunks, int most) {
    int dropped = 0;
    int size = chunks.stream().mapToInt(chunk -> chunk.text().length()).sum();
    while (size - dropped > most) {
      Chunk first = chunks.removeFirst();
      int drop = Math.min(first.text().length(), size - dropped - most);
      if (drop < first.text().length()) {
        String rest = first.text().substring(drop);
        chunks.addFirst(new Chunk(first.number(), first.isError(), rest));
      }
      dropped += drop;
    }
    return dropped;
  }

  /** Hands over what has come since the last time; whether there was anything. */
  public synchronized boolean flush() {
    if (pending.isEmpty()) {
      return false;
    }
    if (leftOut > 0) {
      keep(false, "\n(" + leftOut + " characters are left out: they came too fast)\n");
      leftOut = 0;
    }
    pending.forEach(chunk -> keep(chunk.isError(), chunk.text()));
    pending.clear();
    shorten(kept, MOST_KEPT);
    return true;
  }

  private void keep(boolean isError, String text) {
    number++;
    kept.add(new Chunk(number, isError, text));
  }

  /** What was handed over and is kept. */
  public synchronized List<Chunk> chunks() {
    return List.copyOf(kept);
  }

  /** What the server has printed first on standard output, even if it was left out since. */
  synchronized String beginning() {
    return beginning.toString();
  }

  /** Keeps nothing of it. */
  public synchronized void clear() {
    beginning.setLength(0);
    pending.clear();
    kept.clear();
    leftOut = 0;
  }
}
