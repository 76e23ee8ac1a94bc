package pool.seen;

/**
 * A call of {@code pool.close()}, as it was seen.
 *
 * @param thrown what it has thrown, or null
 * @param done how many jobs were done when it came back
 * @param isInterrupting whether a job has been interrupted
 * @param work the pool's jobs, as they are now
 */
public record CloseCall(
    boolean isBack, Throwable thrown, int done, boolean isInterrupting, Work work) {}
