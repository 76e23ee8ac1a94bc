package judge.seen;

/**
 * What was seen of one connection.
 *
 * @param isAccepted whether {@code accept} has returned it
 * @param hasSpoken whether the client has sent anything
 * @param closedAround the call around which the thread that accepts has closed it, though another
 *     one was to use it: {@code start} or {@code execute}; "" if it has not
 * @param isLost whether it is taken, but no other thread has had it in its hands, and none reads
 *     from another client
 */
public record Seen(
    Serving serving,
    boolean isAccepted,
    boolean hasSpoken,
    Received received,
    String closedAround,
    boolean isLost) {

  /** What was seen of a client that has sent something. */
  public Seen(Serving serving, boolean isAccepted, Received received) {
    this(serving, isAccepted, true, received, "", false);
  }

  /** The same of a client that has said nothing. */
  public Seen unspoken() {
    return new Seen(serving, isAccepted, false, received, closedAround, isLost);
  }
}
