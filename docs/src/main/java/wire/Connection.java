package wire;

import java.util.List;

/**
 * A client's connection to a server, as it is at one moment.
 *
 * @param number counts all connections of the book
 * @param server to which it goes
 * @param port of the client
 * @param startedAt in milliseconds since 1970
 * @param millis from its start to its end, or to what has come last
 * @param leftOut how many moments are not kept, from the one with the number {@link #CUT} on
 */
public record Connection(
    int number,
    String server,
    int port,
    long startedAt,
    long millis,
    boolean isOpen,
    int leftOut,
    List<Moment> moments) {

  /** What begins a connection is kept, and what came last. */
  public static final int CUT = Recording.MOST_MOMENTS / 2;
}
