package load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import load.Results.Runs;
import project.Project;

/** Draws the results of {@link Load} and writes their tables into {@code docs/beyond.md}. */
public final class Report {

  private static final Path PAGE = Project.ROOT.resolve("docs/beyond.md");
  private static final String END = "<!-- end -->\n";
  private final List<Runs> runs;
  private final List<String> servers;

  private Report(List<Runs> runs) {
    this.runs = runs;
    servers = Results.servers(runs);
  }

  /** Reads the results; the plots are SVG files in {@code docs/images}. */
  public static void main(String[] args) throws IOException {
    for (Plot plot : plots()) {
      Charts.draw(plot);
    }
    new Report(Results.read()).writeTables();
  }

  private Optional<Runs> find(String server, int connections, String mode) {
    return runs.stream()
        .filter(run -> run.server().equals(server))
        .filter(run -> run.connections() == connections && run.mode().equals(mode))
        .findFirst();
  }

  // ---- plots ----

  /** The names of the plots that are not those of the results. */
  public static List<String> otherPlots() throws IOException {
    List<String> others = new ArrayList<>();
    for (Plot plot : plots()) {
      if (!plot.isDrawn()) {
        others.add(plot.name());
      }
    }
    return others;
  }

  private static List<Plot> plots() throws IOException {
    Report of = new Report(Results.read());
    return List.of(
        of.bars("load-rate", "Answers a second, 64 connections", of.servers, "close", "keep-alive"),
        of.bars(
            "load-sleep",
            "Answers a second, one /sleep in ten, 64 connections",
            of.servers,
            "sleep"),
        of.bars("load-changes", "Answers a second, 64 connections", of.changes(), "close"),
        of.lines("load-growth", "Answers a second, keep-alive", "good"),
        of.lines("load-latency", "99 of 100 answers come within (ms), keep-alive", "p99_ms"),
        of.lines("load-memory", "Memory of the process (MB), keep-alive", "megabytes"));
  }

  /** Listing 25, its changes, and what they are to be compared with. */
  private List<String> changes() {
    List<String> names = new ArrayList<>(List.of("Listing 25"));
    Change.ALL.forEach(change -> names.add(Contender.CHANGED + change.name()));
    names.addAll(List.of("Listing 9", "Rust"));
    return names;
  }

  /** One bar for each server and mode, with the least and the most as its error bar. */
  private Plot bars(String name, String title, List<String> names, String... modes) {
    List<Plot.Series> series = new ArrayList<>();
    for (String mode : modes) {
      List<Double> values = new ArrayList<>();
      List<Double> spread = new ArrayList<>();
      for (String server : names) {
        Optional<Runs> found = find(server, 64, mode);
        values.add(found.map(run -> run.median("good")).orElse(0.0));
        spread.add(found.map(run -> (run.most("good") - run.least("good")) / 2).orElse(0.0));
      }
      series.add(new Plot.Series(mode, names, values, spread));
    }
    return new Plot(name, title, false, series);
  }

  /** One line for each server, over the number of connections. */
  private Plot lines(String name, String title, String column) {
    List<Plot.Series> series = new ArrayList<>();
    for (String server : servers) {
      List<String> connections = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      for (int number : List.of(8, 64, 1000)) {
        find(server, number, "keep-alive").ifPresent(run -> {
          connections.add("" + number);
          values.add(run.median(column));
        });
      }
      series.add(new Plot.Series(server, connections, values, List.of()));
    }
    return new Plot(name, title, true, series);
  }

  // ---- tables ----

  /** How many percent more, or less, answers a second a change of listing 25 gives, rounded. */
  public static double gain(String change, int connections) {
    try {
      double with = 0;
      double without = 0;
      for (Results.Runs runs : Results.read()) {
        boolean isScenario = runs.connections() == connections && runs.mode().equals("close");
        with = isScenario && runs.server().equals(change) ? runs.median("good") : with;
        without = isScenario && runs.server().equals("Listing 25") ? runs.median("good") : without;
      }
      return Math.rint(Math.abs(100 * (with / without - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a column says of each server: a median of its runs in one scenario. */
  private record Column(String head, int connections, String mode, String figure, String format) {

    String cell(Report report, String server) {
      return report
          .find(server, connections, mode)
          .map(run -> String.format(Locale.ROOT, format, run.median(figure)))
          .orElse("");
    }
  }

  private static final Map<String, List<Column>> TABLES = tableColumns();

  private static Map<String, List<Column>> tableColumns() {
    List<Column> rates = new ArrayList<>();
    List<Column> latencies = new ArrayList<>();
    List<Column> costs = new ArrayList<>();
    for (String mode : List.of("close", "keep-alive")) {
      for (int connections : List.of(8, 64, 1000)) {
        rates.add(new Column(connections + " " + mode, connections, mode, "good", "%,.0f"));
      }
      for (int connections : List.of(64, 1000)) {
        String head = connections + " " + mode + ", ";
        latencies.add(new Column(head + "half", connections, mode, "median_ms", "%.1f"));
        latencies.add(new Column(head + "99 %", connections, mode, "p99_ms", "%.1f"));
      }
      costs.add(new Column(mode + ", its own code", 64, mode, "user_us", "%.1f"));
      costs.add(new Column(mode + ", the system", 64, mode, "system_us", "%.1f"));
    }
    rates.add(new Column("64 with /sleep", 64, "sleep", "good", "%,.0f"));
    for (int connections : List.of(8, 1000)) {
      costs.add(new Column(
          "MB, " + connections + " keep-alive", connections, "keep-alive", "megabytes", "%.0f"));
    }
    return Map.of("rates", rates, "latencies", latencies, "costs", costs);
  }

  /** The tables as {@code docs/beyond.md} has them, each between its marks. */
  public static List<String> tables() throws IOException {
    Report report = new Report(Results.read());
    return TABLES.keySet().stream().sorted().map(report::table).toList();
  }

  private String table(String name) {
    List<Column> columns = TABLES.get(name);
    StringBuilder table = new StringBuilder(begin(name)).append("\n| server |");
    columns.forEach(column -> table.append(' ').append(column.head()).append(" |"));
    table.append("\n|---|").append("--:|".repeat(columns.size())).append('\n');
    for (String server : servers) {
      table.append("| ").append(server).append(" |");
      columns.forEach(
          column -> table.append(' ').append(column.cell(this, server)).append(" |"));
      table.append('\n');
    }
    return table.append('\n').append(END).toString();
  }

  private static String begin(String name) {
    return "<!-- load.Report writes the table " + name + ": begin -->\n";
  }

  private void writeTables() throws IOException {
    String page = Files.readString(PAGE);
    for (String name : TABLES.keySet()) {
      int begin = page.indexOf(begin(name));
      if (begin >= 0) {
        int end = page.indexOf(END, begin) + END.length();
        page = page.substring(0, begin) + table(name) + page.substring(end);
      }
      System.out.println(table(name));
    }
    Files.writeString(PAGE, page);
  }
}
