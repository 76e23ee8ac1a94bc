package judge.seen;

/**
 * What was seen of one connection.
 *
 * @param isAccepted whether {@code accept} has returned it
 */
public record Seen(Serving serving, boolean isAccepted, Received received) {}
