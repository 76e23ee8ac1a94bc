package running;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import threads.Sampler;

/**
 * Ends a server's process in good order when its standard input ends: because it is to stop, on a
 * system without signals, or because the program that has started it is gone. A line there asks for
 * a look at the threads. It is an agent, and uses nothing but what is in its archive.
 */
final class Lifeline {

  private static final int EXIT_CODE = 143; // as after SIGTERM
  private static final int MILLIS_TO_END = 20_000;
  private static final int MILLIS_BETWEEN_LOOKS = 1;

  private Lifeline() {}

  /**
   * Called before {@code main}, by the option {@code -javaagent}.
   *
   * @param port whose connection takes the place of standard input, in a lab's process; null in a
   *     server's
   */
  public static void premain(String port) throws IOException {
    InputStream in = port == null ? System.in : connect(port);
    Sampler sampler = new Sampler(Thread.currentThread().getThreadGroup());
    System.setIn(InputStream.nullInputStream());
    if (port != null) {
      printFor(System.out, () -> System.out, System::setOut);
      printFor(System.err, () -> System.err, System::setErr);
    }
    start("lifeline", () -> {
      awaitEnd(in, sampler);
      start("lifeline's end", Lifeline::halt);
      System.exit(EXIT_CODE);
    });
  }

  private static InputStream connect(String port) throws IOException {
    return new Socket("127.0.0.1", Integer.parseInt(port)).getInputStream();
  }

  /** A {@link Printer} prints, as soon as JShell has set where this process does. */
  private static void printFor(
      PrintStream before, Supplier<PrintStream> current, Consumer<PrintStream> setter) {
    start("printer", () -> {
      while (current.get() == before) {
        LockSupport.parkNanos(MILLIS_BETWEEN_LOOKS * 1_000_000L);
      }
      Printer printer = new Printer();
      PrintStream stream = current.get();
      setter.accept(new PrintStream(printer, true));
      printer.print(stream);
    });
  }

  private static void awaitEnd(InputStream in, Sampler sampler) {
    StringBuilder line = new StringBuilder();
    try {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n') {
          sampler.look(line.toString());
          line.setLength(0);
        } else {
          line.append((char) octet);
        }
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

  /** In the group of the system's threads: that of main is the learner's. */
  private static void start(String name, Runnable work) {
    ThreadGroup system = Thread.currentThread().getThreadGroup();
    while (system.getParent() != null) {
      system = system.getParent();
    }
    Thread thread = new Thread(system, work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
