package wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The last connections to the servers that run, whoever has made them. */
public final class Recorder {

  /** How many are kept. */
  public static final int MOST = 40;

  private static final long NANOS_BETWEEN_NEWS = 100_000_000;

  private final Consumer<Connection> listener;
  private final Deque<Recording> last = new ArrayDeque<>();
  private int count;
  private long told;

  /**
   * @param listener is told what is new of a connection, each tenth of a second at most
   */
  public Recorder(Consumer<Connection> listener) {
    this.listener = listener;
    told = System.nanoTime();
  }

  synchronized Recording open(String server, int port) {
    Recording recording = new Recording(++count, server, port);
    last.add(recording);
    if (last.size() > MOST) {
      last.remove();
    }
    return recording;
  }

  /** Forgets all; a connection that is open is known again with what comes next. */
  public synchronized void clear() {
    last.removeIf(one -> !one.connection().isOpen());
  }

  /** Tells what is new, unless that was just done and can wait. */
  synchronized void tell(boolean canWait) {
    if (!canWait || System.nanoTime() - told >= NANOS_BETWEEN_NEWS) {
      told = System.nanoTime();
      last.stream().filter(Recording::takeChange).map(Recording::connection).forEach(listener);
    }
  }

  /** Those that are kept, the oldest first. */
  synchronized List<Connection> connections() {
    return last.stream().map(Recording::connection).toList();
  }
}
