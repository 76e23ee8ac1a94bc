package running;

/**
 * A piece of what a server has printed.
 *
 * @param number grows from piece to piece
 * @param isError whether it came on standard error
 */
public record Chunk(long number, boolean isError, String text) {}
