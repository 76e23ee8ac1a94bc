package running;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a server's process in good order when its standard input ends: because it is to stop, on a
 * system without signals, or because the program that has started it is gone. It is an agent, and
 * stands alone.
 */
final class Lifeline {

  private static final int EXIT_CODE = 143; // as after SIGTERM
  private static final int MILLIS_TO_END = 20_000;

  private Lifeline() {}

  /** Called before {@code main}, by the option {@code -javaagent}. */
  public static void premain(String unused) {
    InputStream in = System.in;
    System.setIn(InputStream.nullInputStream());
    start("lifeline", () -> {
      awaitEnd(in);
      start("lifeline's end", Lifeline::halt);
      System.exit(EXIT_CODE);
    });
  }

  private static void awaitEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        // Nobody types here.
      }
    } catch (IOException e) {
      // That is an end, too.
    }
  }

  /** For shutdown hooks that do not come to an end. */
  private static void halt() {
    try {
      Thread.sleep(MILLIS_TO_END);
    } catch (InterruptedException e) {
      // Then at once.
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
