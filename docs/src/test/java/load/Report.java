package load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import load.Results.Runs;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import project.Project;

/** Draws the results of {@link Load} and writes their tables into {@code docs/beyond.md}. */
public final class Report {

  private static final Path IMAGES = Project.ROOT.resolve("docs/images");
  private static final Path PAGE = Project.ROOT.resolve("docs/beyond.md");
  private static final String END = "<!-- end -->\n";
  private static final Color[] COLORS = {
    new Color(0x7f7f7f), new Color(0x8c564b), new Color(0xd62728), new Color(0x1f77b4),
    new Color(0x17becf), new Color(0x2ca02c), new Color(0x9467bd), new Color(0xff7f0e),
    new Color(0x000000), new Color(0xbcbd22)
  };

  private final List<Runs> runs;
  private final List<String> servers;

  private Report(List<Runs> runs) {
    this.runs = runs;
    servers = Results.servers(runs);
  }

  /** Reads the results; the plots are SVG files in {@code docs/images}. */
  public static void main(String[] args) throws IOException {
    Report report = new Report(Results.read());
    report.bars("load-rate", "Answers a second, 64 connections", "close", "keep-alive");
    report.bars("load-sleep", "Answers a second, one /sleep in ten, 64 connections", "sleep");
    report.bars("load-changes", "Answers a second, 64 connections", report.changes(), "close");
    report.lines("load-growth", "Answers a second, keep-alive", "keep-alive", "good");
    report.lines(
        "load-latency", "99 of 100 answers come within (ms), keep-alive", "keep-alive", "p99_ms");
    report.lines(
        "load-memory", "Memory of the process (MB), keep-alive", "keep-alive", "megabytes");
    report.writeTables();
  }

  private Optional<Runs> find(String server, int connections, String mode) {
    return runs.stream()
        .filter(run -> run.server().equals(server))
        .filter(run -> run.connections() == connections && run.mode().equals(mode))
        .findFirst();
  }

  // ---- plots ----

  /** One bar for each server and mode, with the least and the most as its error bar. */
  private void bars(String name, String title, String... modes) throws IOException {
    bars(name, title, servers, modes);
  }

  /** Listing 25, its changes, and what they are to be compared with. */
  private List<String> changes() {
    List<String> names = new ArrayList<>(List.of("Listing 25"));
    Change.ALL.forEach(change -> names.add(Contender.CHANGED + change.name()));
    names.addAll(List.of("Listing 9", "Rust"));
    return names;
  }

  private void bars(String name, String title, List<String> names, String... modes)
      throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder().width(860).height(420).title(title).build();
    style(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.getStyler().setXAxisLabelRotation(35);
    for (String mode : modes) {
      List<Double> values = new ArrayList<>();
      List<Double> spread = new ArrayList<>();
      for (String server : names) {
        Optional<Runs> found = find(server, 64, mode);
        values.add(found.map(run -> run.median("good")).orElse(0.0));
        spread.add(found.map(run -> (run.most("good") - run.least("good")) / 2).orElse(0.0));
      }
      chart.addSeries(mode, names, values, spread);
    }
    save(chart, name);
  }

  /** One line for each server, over the number of connections. */
  private void lines(String name, String title, String mode, String column) throws IOException {
    XYChart chart = new XYChartBuilder()
        .width(860)
        .height(420)
        .title(title)
        .xAxisTitle("connections")
        .build();
    style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true).setYAxisDecimalPattern("#,##0.##");
    chart.getStyler().setYAxisLogarithmic(column.equals("p99_ms"));
    for (int i = 0; i < servers.size(); i++) {
      line(chart, servers.get(i), COLORS[i], mode, column);
    }
    save(chart, name);
  }

  private void line(XYChart chart, String server, Color color, String mode, String column) {
    List<Integer> connections = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int number : List.of(8, 64, 1000)) {
      find(server, number, mode).ifPresent(run -> {
        connections.add(number);
        values.add(Math.max(run.median(column), 0.01)); // the axis has no zero
      });
    }
    if (!values.isEmpty()) {
      XYSeries line = chart.addSeries(server, connections, values);
      line.setLineColor(color);
      line.setMarkerColor(color);
      line.setLineStyle(new BasicStroke(2));
    }
  }

  /** On a light ground of its own, so that it can be read on a dark page, too. */
  private static void style(AxesChartStyler styler) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    styler.setAxisTickLabelsFont(font);
    styler.setBaseFont(font).setLegendFont(font);
    styler.setChartBackgroundColor(Color.WHITE).setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
  }

  private static void save(org.knowm.xchart.internal.chartpart.Chart<?, ?> chart, String name)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    // A tenth of a pixel will do; the file is a third of what it was.
    String svg = bytes.toString(UTF_8).replaceAll("(\\d\\.\\d)\\d+", "$1");
    Files.writeString(IMAGES.resolve(name + ".svg"), svg);
  }

  // ---- tables ----

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
