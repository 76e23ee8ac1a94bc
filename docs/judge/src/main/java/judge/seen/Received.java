package judge.seen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a client has received.
 *
 * @param bytes what came before the end
 * @param millis how long it took
 */
public record Received(byte[] bytes, End end, long millis) {

  /** How the client's reading ended. */
  public enum End {
    /** The server closed its side in good order (FIN). */
    CLOSED,
    /** The server broke the connection off (RST). */
    RESET,
    /** Nothing more came in time: the connection is still open. */
    SILENCE,
    /** More came than any answer has: 4 MB. */
    ENDLESS
  }

  /** One char for each byte. */
  public String text() {
    return new String(bytes, ISO_8859_1);
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Whether the connection was still open when the client stopped reading. */
  public boolean isOpen() {
    return end == End.SILENCE;
  }
}
