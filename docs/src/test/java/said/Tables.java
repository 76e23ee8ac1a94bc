package said;

import book.Finding;
import book.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import load.Report;

/** The tables and plots of measurements are those that {@code load.Report} makes of the results. */
final class Tables {

  private static final String PAGE = "docs/beyond.md";

  private Tables() {}

  static List<Finding> wrong(Page page) {
    List<Finding> findings = new ArrayList<>();
    if (page.name().equals(PAGE)) {
      List<String> lines = page.text().lines().toList();
      try {
        Report.tables().forEach(table -> compare(lines, table.lines().toList(), findings));
        Report.otherPlots().forEach(plot -> addPlot(lines, plot, findings));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return findings;
  }

  private static void addPlot(List<String> lines, String plot, List<Finding> findings) {
    int line = 1;
    while (line < lines.size() && !lines.get(line - 1).contains(plot)) {
      line++;
    }
    add(findings, line, plot + ".svg", "a picture that was not drawn from the results");
  }

  /** Compares row by row, from the table's head on. */
  private static void compare(List<String> page, List<String> table, List<Finding> findings) {
    int start = page.indexOf(table.get(0));
    if (start < 0) {
      add(findings, 1, "no such table", table.get(0));
      return;
    }
    for (int row = 0; row < table.size(); row++) {
      String shown = start + row < page.size() ? page.get(start + row) : "(the end of the page)";
      if (!shown.equals(table.get(row))) {
        add(findings, start + row + 1, shown, table.get(row));
      }
    }
  }

  private static void add(List<Finding> findings, int line, String shown, String found) {
    findings.add(new Finding(
        PAGE,
        line,
        shown,
        found,
        "run load.Report, which writes and draws docs/src/load/results.csv, or mend those"));
  }
}
