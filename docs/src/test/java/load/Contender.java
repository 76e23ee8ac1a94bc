package load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import judge.seen.ChildProcess;
import judge.seen.Environment;
import judge.seen.Ports;
import judge.seen.Wire;
import judge.words.Wait;

/**
 * A server to be measured, in a process of its own.
 *
 * @param name what the table and the plots call it
 * @param command what starts it on a port
 */
record Contender(String name, IntFunction<List<String>> command) {

  /** How the names of servers begin that are listing 25 with a {@link Change}. */
  static final String CHANGED = "25 with ";

  /** Whether to measure it so: not all know {@code /sleep}, and a change is in one plot only. */
  boolean takes(Scenario scenario) {
    if (name.startsWith(CHANGED)) {
      return !scenario.keepAlive() && scenario.connections() <= 64;
    }
    return !scenario.sleeps() || !name.equals("Listing 9") && !name.equals("nginx");
  }

  /** A server that runs. */
  record Running(String name, int port, ChildProcess process) implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100; // as for all programs on Linux

    /** How much memory its processes have, in MB of 1,000,000 bytes. */
    double megabytes() {
      return process
          .all()
          .mapToDouble(one -> residentKilobytes(one.pid()) * 1024 / 1e6)
          .sum();
    }

    /** How long its processes have worked, in seconds: in their own code, in the system's. */
    double[] processorSeconds() {
      double[] sum = new double[2];
      process.all().forEach(one -> {
        String[] fields = stat(one.pid());
        sum[0] += Double.parseDouble(fields[11]) / TICKS_A_SECOND;
        sum[1] += Double.parseDouble(fields[12]) / TICKS_A_SECOND;
      });
      return sum;
    }

    /** The fields of {@code /proc/PID/stat} behind the name, which may have blanks (proc(5)). */
    private static String[] stat(long pid) {
      try {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
      } catch (IOException e) {
        String[] ended = new String[13];
        Arrays.fill(ended, "0");
        return ended;
      }
    }

    private static long residentKilobytes(long pid) {
      try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
        return lines
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
      } catch (IOException | UncheckedIOException e) {
        return 0; // it has just ended
      }
    }

    /** Whether it still answers. */
    boolean isUp() {
      return process.isAlive() && answers(port);
    }

    @Override
    public void close() {
      process.close();
    }
  }

  /** Starts it on a free port, and waits until it takes connections. */
  Running start() throws IOException {
    int port = Ports.free();
    ChildProcess process = ChildProcess.startUnheard(Environment.command(command.apply(port)));
    process.endInput();
    if (!Wait.until(() -> !process.isAlive() || answers(port), 10_000) || !process.isAlive()) {
      process.close();
      throw new IOException(name + " does not start: " + command.apply(port));
    }
    return new Running(name, port, process);
  }

  /** Asks for the page: to connect and say nothing would end a worker of some servers. */
  private static boolean answers(int port) {
    try (Wire wire = new Wire(port, 5_000)) {
      wire.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
      return !wire.receive(5_000).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
