package said;

import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import project.Step;

/** The hours that an overview gives a step are those that the head of its chapter comes to. */
final class Times {

  /** A row that leads to a chapter and has hours. */
  private static final Pattern ROW = Pattern.compile(
      "(?m)^\\|[^|\\n]*\\((?:docs/)?(step0\\d[\\w-]*)\\.md\\)[^\\n]*\\| ([\\d.]+) h \\|");

  private static final Pattern HEAD = Pattern.compile("\\*\\*Time:\\*\\*((?:[^\\n]|\\n {2})*)");
  private static final Pattern PART =
      Pattern.compile("(?:half an|an|([\\w-]+)) (minutes|hours?)(?: and a (half|quarter))?");

  private Times() {}

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (MatchResult row : prose.find(ROW).toList()) {
      double hours = roundedUp(minutes(row.group(1)));
      if (hours != Double.parseDouble(row.group(2))) {
        findings.add(prose.finding(
            row.start(),
            row.group(2) + " h",
            "the times in the head of its chapter come to " + hours + " h",
            "say the same twice"));
      }
    }
    return findings;
  }

  static int count(Prose prose) {
    return (int) prose.find(ROW).count();
  }

  /** In half hours. */
  private static double roundedUp(double minutes) {
    return Math.ceil(minutes / 30) / 2;
  }

  private static double minutes(String module) {
    Step step = List.of(Step.values()).stream()
        .filter(one -> one.module().equals(module))
        .findFirst()
        .orElseThrow();
    Matcher head = HEAD.matcher(Page.read(step.page()).text());
    if (!head.find()) {
      return Double.NaN;
    }
    return PART.matcher(head.group(1).replaceAll("\\s+", " "))
        .results()
        .mapToDouble(Times::minutes)
        .sum();
  }

  private static double minutes(MatchResult part) {
    if (part.group().startsWith("half an hour")) {
      return 30;
    }
    double unit = part.group(2).startsWith("hour") ? 60 : 1;
    double number = part.group(1) == null ? 1 : NumberWords.value(part.group(1));
    double more = part.group(3) == null ? 0 : part.group(3).equals("half") ? 0.5 : 0.25;
    return unit * (number + more);
  }
}
