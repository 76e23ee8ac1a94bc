package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;
import judge.verdict.Failure;

/** A client that pauses while it asks, but never for a second: two pauses together are longer. */
public final class SlowClient {

  /** Milliseconds. */
  public static final int PAUSE = 600;

  private static final long SECOND = 1_000_000_000;
  private static final int MOST_TRIALS = 5;

  private final Client client;
  private long oneBefore;
  private long last = System.nanoTime();

  private SlowClient(Client client) {
    this.client = client;
  }

  /**
   * A new client says the pieces, with a pause between them; again when this machine was so busy
   * that a pause became a second of silence.
   *
   * @param pause what is to be done in a pause, which fails if the server hangs up meanwhile
   */
  public static Client say(Server server, Consumer<Client> pause, String... pieces) {
    for (int trial = 1; ; trial++) {
      SlowClient slow = new SlowClient(server.connect());
      try {
        slow.say(pause, pieces);
        if (!slow.wasSilent() || trial == MOST_TRIALS) {
          return slow.client;
        }
      } catch (Failure e) {
        if (!slow.wasSilent() || trial == MOST_TRIALS) {
          throw e;
        }
      }
    }
  }

  private void say(Consumer<Client> pause, String... pieces) {
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        pause.accept(client);
      }
      oneBefore = last;
      last = System.nanoTime();
      client.push(pieces[i].getBytes(ISO_8859_1));
      if (i == 0) {
        client.awaitReading(); // a limit for all of the request begins now at the latest
      }
    }
  }

  /** Not if the last piece but one came later than that: each pause is a part of the time since. */
  private boolean wasSilent() {
    return System.nanoTime() - oneBefore > SECOND;
  }
}
