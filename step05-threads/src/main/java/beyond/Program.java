package beyond;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

/** The sturdy server as a program: its options, its terminal, and Ctrl-C. */
final class Program {

  /** How many connections may wait in the system until they are accepted. */
  static final int BACKLOG = 1_024;

  /** At the end, the last lines have so long to appear on the terminal. */
  private static final int FLUSH_MILLIS = 200;

  private final Limits limits;
  private final int port = number("port", 7_878, 0, 65_535);
  private final int threads = number("threads", 4, 1, 100_000);
  private final boolean isSilent = choice("log", "on", "off").equals("off");

  // The terminal itself: on Ctrl-C, Maven takes its System.out away.
  private final Log terminal = new Log(new PrintStream(new FileOutputStream(FileDescriptor.out)));

  private Program(Limits limits) {
    this.limits = limits;
  }

  static void run(Limits limits) throws IOException {
    try {
      new Program(limits).serve();
    } catch (IllegalArgumentException | UnsupportedOperationException | OutOfMemoryError e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void serve() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, BACKLOG, loopback);
        Pool pool = Pool.named(System.getProperty("pool", "ours"), threads)) {
      var pages = new Pages("/pages");
      Consumer<String> silence = line -> {};
      Ahead.load(new SturdyServer(pool, limits, pages, silence));
      var server = new SturdyServer(pool, limits, pages, isSilent ? silence : terminal);
      terminal.accept("Sturdy server. Listening on http://127.0.0.1:" + listener.getLocalPort());
      stopOnCtrlC(server);
      server.serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  /** Ctrl-C and SIGTERM stop the server; the process ends when it has stopped. */
  private void stopOnCtrlC(SturdyServer server) {
    Thread main = Thread.currentThread();
    Runnable stop = () -> {
      terminal.accept("Shutting down.");
      server.stop();
      try {
        main.join(limits.graceMillis() + 1_000L);
        terminal.flush(FLUSH_MILLIS);
      } catch (InterruptedException e) {
        // then at once
      }
    };
    Runtime.getRuntime().addShutdownHook(new Thread(stop));
  }

  private static int number(String option, int otherwise, int least, int most) {
    String text = System.getProperty(option, "" + otherwise);
    int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "-D" + option + "=" + text + ": it must be a number from " + least + " to " + most + ".");
    }
    return number;
  }

  private static String choice(String option, String usual, String other) {
    String text = System.getProperty(option, usual);
    if (!text.equals(usual) && !text.equals(other)) {
      throw new IllegalArgumentException(
          "-D" + option + "=" + text + ": it must be " + usual + " or " + other + ".");
    }
    return text;
  }
}
