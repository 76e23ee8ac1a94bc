package load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import project.Project;

/** The figures of all runs, in {@code docs/src/load/results.csv}: one line for each. */
final class Results {

  private static final Path FILE = Project.ROOT.resolve("docs/src/load/results.csv");
  private static final List<String> HEAD = List.of(
      "server",
      "connections",
      "mode",
      "round",
      "rate",
      "median_ms",
      "p99_ms",
      "answers",
      "refused",
      "errors",
      "user_us",
      "system_us",
      "megabytes",
      "up");

  private final List<String> lines = new ArrayList<>();

  /** One run of one server; the times are those that its processes worked, for one answer. */
  record Row(
      String server,
      Wrk.Figures figures,
      double userMicros,
      double systemMicros,
      double megabytes,
      boolean isUp) {}

  void add(int round, Scenario scenario, Row row) {
    Wrk.Figures figures = row.figures();
    String line = String.format(
        Locale.ROOT,
        "%s,%d,%s,%d,%.1f,%.3f,%.3f,%d,%d,%d,%.1f,%.1f,%.1f,%b",
        row.server().replace(", ", " "),
        scenario.connections(),
        mode(scenario),
        round,
        figures.rate(),
        figures.median(),
        figures.p99(),
        figures.answers(),
        figures.refused(),
        figures.errors(),
        row.userMicros(),
        row.systemMicros(),
        row.megabytes(),
        row.isUp());
    System.out.println(line);
    lines.add(line);
  }

  private static String mode(Scenario scenario) {
    return scenario.sleeps() ? "sleep" : scenario.keepAlive() ? "keep-alive" : "close";
  }

  void write() throws IOException {
    List<String> all = new ArrayList<>(List.of(String.join(",", HEAD)));
    all.addAll(lines);
    Files.write(FILE, all);
  }

  // ---- reading ----

  /** The runs of one server in one scenario, column by column. */
  record Runs(String server, int connections, String mode, List<String[]> rows) {

    /** The median of a column. */
    double median(String column) {
      double[] sorted = sorted(column);
      int half = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least(String column) {
      return sorted(column)[0];
    }

    double most(String column) {
      return sorted(column)[rows.size() - 1];
    }

    private double[] sorted(String column) {
      return rows.stream().mapToDouble(row -> value(row, column)).sorted().toArray();
    }

    /** A figure of a run; {@code good} are the answers a second that were no refusals. */
    private static double value(String[] row, String column) {
      if (column.equals("good")) {
        double answers = value(row, "answers");
        double refused = value(row, "refused");
        return answers == 0 ? 0 : value(row, "rate") * (answers - refused) / answers;
      }
      return Double.parseDouble(row[HEAD.indexOf(column)]);
    }
  }

  /** All runs, in the order in which servers and scenarios first appear. */
  static List<Runs> read() throws IOException {
    Map<String, Runs> all = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(FILE);
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",");
      all.computeIfAbsent(
              row[0] + row[1] + row[2],
              unused -> new Runs(row[0], Integer.parseInt(row[1]), row[2], new ArrayList<>()))
          .rows()
          .add(row);
    }
    return List.copyOf(all.values());
  }

  /** The servers, in the order of the listings, then the others. */
  static List<String> servers(List<Runs> runs) {
    List<String> names = new ArrayList<>(List.of(
        "Listing 9",
        "Listing 11",
        "Listing 25",
        "Sturdy ours",
        "Sturdy queue",
        "Sturdy executor",
        "Sturdy virtual",
        "JDK",
        "nginx",
        "Rust"));
    names.removeIf(name -> runs.stream().noneMatch(run -> run.server().equals(name)));
    return names;
  }
}
