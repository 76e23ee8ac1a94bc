package judge.seen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import judge.learner.Story;
import judge.words.Text;

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

  /** Nothing, and the connection is still open. */
  public static final Received NOTHING = new Received(new byte[0], End.SILENCE, 0);

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

  /**
   * Tells what the client has seen.
   *
   * @param name the client's
   * @param millis how long it has waited for more
   */
  public void tell(String name, int millis) {
    if (!isEmpty()) {
      Story.received(name + " receives", bytes);
    }
    Story.tell(name
        + switch (end) {
          case CLOSED -> " sees: the server has hung up" + (isEmpty() ? " without a word" : "");
          case RESET -> " sees: the connection was reset";
          case SILENCE ->
            " hears " + (isEmpty() ? "nothing" : "nothing more") + " within "
                + Text.seconds(millis);
          case ENDLESS -> " stops reading: it goes on and on";
        });
  }
}
