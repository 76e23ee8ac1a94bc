package wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import wire.Moment.Kind;

/** One connection, while it is recorded. Of what is long only the beginning is kept. */
final class Recording {

  /** How many bytes of a moment are kept. */
  static final int MOST_BYTES = 2_000;

  /** How many moments are kept; those of the end push out those in the middle. */
  static final int MOST_MOMENTS = 40;

  /** What comes from one end within so many milliseconds is one moment: TCP knows no pieces. */
  static final int MILLIS_OF_ONE = 20;

  private final int number;
  private final String server;
  private final int port;
  private final long startedAt = System.currentTimeMillis();
  private final long start = System.nanoTime();
  private final List<Moment> moments = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long lastMillis;
  private int leftOut;
  private boolean isOpen = true;
  private boolean hasChanged = true;

  Recording(int number, String server, int port) {
    this.number = number;
    this.server = server;
    this.port = port;
  }

  private long millis() {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** These bytes have come from one end. */
  synchronized void bytes(boolean isClients, ByteBuffer some) {
    long now = millis();
    Moment last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
    boolean isMore = last != null
        && last.kind() == Kind.BYTES
        && last.isClients() == isClients
        && now - last.until() <= MILLIS_OF_ONE;
    if (!isMore) {
      bytes.reset();
    }
    long length = some.remaining() + (isMore ? last.length() : 0);
    for (int i = 0; i < some.remaining() && bytes.size() < MOST_BYTES; i++) {
      bytes.write(some.get(some.position() + i));
    }
    if (isMore) {
      moments.remove(moments.size() - 1);
    }
    long begin = isMore ? last.millis() : now;
    add(new Moment(begin, now, isClients, Kind.BYTES, bytes.toByteArray(), length));
  }

  /** That has come from one end. */
  synchronized void end(boolean isClients, Kind kind) {
    add(new Moment(millis(), millis(), isClients, kind, new byte[0], 0));
  }

  private void add(Moment moment) {
    if (moments.size() == MOST_MOMENTS) {
      moments.remove(Connection.CUT);
      leftOut++;
    }
    moments.add(moment);
    lastMillis = millis();
    hasChanged = true;
  }

  synchronized void close() {
    isOpen = false;
    hasChanged = true;
  }

  /** Whether there is something new since the last time. */
  synchronized boolean takeChange() {
    boolean had = hasChanged;
    hasChanged = false;
    return had;
  }

  synchronized Connection connection() {
    return new Connection(
        number, server, port, startedAt, lastMillis, isOpen, leftOut, List.copyOf(moments));
  }
}
