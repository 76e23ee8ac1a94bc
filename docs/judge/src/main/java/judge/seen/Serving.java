package judge.seen;

import java.util.List;

/**
 * What was seen of a server at one moment.
 *
 * @param hasEnded whether {@code serve} has returned, or thrown
 * @param thrown what it has thrown, or null
 * @param spins whether it calls {@code accept} again and again, although the listener is closed
 * @param stand where its thread stands
 * @param hasWorkers whether the learner's code has threads of its own
 * @param printed the lines that the learner's code has printed so far
 */
public record Serving(
    boolean hasEnded,
    Throwable thrown,
    boolean spins,
    Stand stand,
    boolean hasWorkers,
    List<String> printed) {}
