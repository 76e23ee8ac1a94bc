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
 * @param elsewhere who takes connections instead of {@code serve}: {@link #JDK_SERVER}, or the name
 *     of a thread; "" if that is not known
 * @param shared fields in which there is one place for what each client has to have
 */
public record Serving(
    boolean hasEnded,
    Throwable thrown,
    boolean spins,
    Stand stand,
    boolean hasWorkers,
    List<String> printed,
    String elsewhere,
    List<String> shared) {

  /** How the thread of {@code com.sun.net.httpserver} is called. */
  public static final String JDK_SERVER = "HTTP-Dispatcher";

  /** What was seen of one whose {@code serve} takes the connections. */
  public Serving(
      boolean hasEnded,
      Throwable thrown,
      boolean spins,
      Stand stand,
      boolean hasWorkers,
      List<String> printed) {
    this(hasEnded, thrown, spins, stand, hasWorkers, printed, "", List.of());
  }
}
