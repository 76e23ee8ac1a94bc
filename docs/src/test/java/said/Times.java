package said;

import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import project.Project;
import project.Source;
import project.Step;

/**
 * The hours that an overview gives a step are those that the head of its chapter comes to; and what
 * it says of a step, the other overview says, too.
 */
final class Times {

  /** A row that leads to a chapter and has hours. */
  private static final Pattern ROW = Pattern.compile(
      "(?m)^\\|[^|\\n]*\\((?:docs/)?(step0\\d[\\w-]*)\\.md\\)[^|\\n]*\\| ([^|\\n]+) \\| ([\\d.]+) h \\|");

  /** What the page with all commands says of each step. */
  private static final Map<String, String> WORDS = ROW.matcher(
          Source.read(Project.ROOT.resolve("docs/README.md")))
      .results()
      .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

  private static final Pattern HEAD = Pattern.compile("\\*\\*Time:\\*\\*((?:[^\\n]|\\n {2})*)");
  private static final Pattern PART =
      Pattern.compile("(?:half an|an|([\\w-]+)) (minutes|hours?)(?: and a (half|quarter))?");

  private static final String MEND = "say the same twice";

  private Times() {}

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (MatchResult row : prose.find(ROW).toList()) {
      double hours = roundedUp(minutes(row.group(1)));
      if (hours != Double.parseDouble(row.group(3))) {
        findings.add(prose.finding(
            row.start(),
            row.group(3) + " h",
            "the times in the head of its chapter come to " + hours + " h",
            MEND));
      }
      String words = WORDS.get(row.group(1));
      if (!row.group(2).equals(words)) {
        String found = "docs/README.md says of it: " + words;
        findings.add(prose.finding(row.start(), row.group(2), found, MEND));
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
