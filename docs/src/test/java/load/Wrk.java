package load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.ChildProcess;
import judge.seen.Environment;
import project.Project;

/** The load generator <a href="https://github.com/wg/wrk">wrk</a>, which must be installed. */
final class Wrk {

  private static final Path SLEEP_SCRIPT = Project.ROOT.resolve("docs/src/load/sleep.lua");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern ERRORS =
      Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in");

  private Wrk() {}

  /**
   * What wrk has measured.
   *
   * @param rate answers a second, refusals among them
   * @param median the latency that half of the answers keep to, in milliseconds
   * @param p99 the latency that 99 of 100 keep to, in milliseconds
   * @param answers how many answers came
   * @param refused how many of them had a status of 400 or more
   * @param errors connections that failed, and answers that took over 10 s
   */
  record Figures(double rate, double median, double p99, long answers, long refused, long errors) {}

  /** Runs it for some seconds. */
  static Figures run(int port, Scenario scenario, int seconds)
      throws IOException, InterruptedException {
    List<String> command = command(port, scenario, seconds);
    try (ChildProcess wrk = ChildProcess.start(Environment.command(command))) {
      int code = wrk.awaitExit(seconds + 30);
      if (wrk.toString().contains("unable to connect")) {
        return new Figures(0, 0, 0, 0, 0, 1); // the server has died
      }
      if (code != 0) {
        throw new IOException(wrk.toString());
      }
      return figures(wrk.toString());
    }
  }

  private static List<String> command(int port, Scenario scenario, int seconds) {
    List<String> command = new ArrayList<>(List.of("wrk", "--threads", "1", "--latency"));
    command.addAll(List.of("--connections", Integer.toString(scenario.connections())));
    command.addAll(List.of("--duration", seconds + "s", "--timeout", "10s"));
    if (!scenario.keepAlive()) {
      command.addAll(List.of("--header", "Connection: close"));
    }
    if (scenario.sleeps()) {
      command.addAll(List.of("--script", SLEEP_SCRIPT.toString()));
    }
    command.add("http://127.0.0.1:" + port + "/");
    return command;
  }

  private static Figures figures(String output) {
    Matcher errors = ERRORS.matcher(output);
    long failed = 0;
    if (errors.find()) {
      for (int i = 1; i <= 4; i++) {
        failed += Long.parseLong(errors.group(i));
      }
    }
    return new Figures(
        number(RATE, output),
        milliseconds("50%", output),
        milliseconds("99%", output),
        (long) number(TOTAL, output),
        (long) number(REFUSED, output),
        failed);
  }

  private static double number(Pattern pattern, String output) {
    Matcher found = pattern.matcher(output);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  private static double milliseconds(String percentile, String output) {
    Matcher found =
        Pattern.compile("\\s" + percentile + "\\s+([\\d.]+)(us|ms|s|m)\\b").matcher(output);
    if (!found.find()) {
      return 0;
    }
    double factor = switch (found.group(2)) {
      case "us" -> 0.001;
      case "ms" -> 1;
      case "s" -> 1_000;
      default -> 60_000;
    };
    return Double.parseDouble(found.group(1)) * factor;
  }
}
