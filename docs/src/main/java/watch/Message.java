package watch;

import java.util.ArrayList;
import java.util.List;
import judge.events.Event;
import judge.events.Event.Verdict;
import judge.events.Findings.Section;
import judge.events.Problem;
import judge.words.Text;

/** What a learner reads of a failure, as lines of a terminal. */
final class Message {

  private static final String INDENT = "  ";
  private static final int MOST_PROBLEMS = 4;

  private Message() {}

  static List<String> of(TaskView view, int columns) {
    List<String> lines = new ArrayList<>(Text.wrap(List.of(view.task().toString()), columns));
    if (view.hasPassedBefore()) {
      lines.add("It has passed before, and is broken now.");
    }
    Verdict verdict = view.verdict();
    if (verdict instanceof Event.Failed failed) {
      failed.findings().sections().forEach(section -> add(lines, section, columns));
    } else if (verdict != null) {
      lines.add("");
      verdict.text().lines().forEach(line -> addCut(lines, line, columns));
    }
    return lines;
  }

  private static void add(List<String> lines, Section section, int columns) {
    lines.add("");
    lines.add(section.title());
    if (section.isProse()) {
      List<String> plain = section.lines().stream().map(Text::oneLine).toList();
      Text.wrap(plain, columns - INDENT.length()).forEach(line -> lines.add(INDENT + line));
    } else {
      section.lines().forEach(line -> addCut(lines, INDENT + Text.oneLine(line), columns));
    }
  }

  /** A line that is too long goes on in the next one, as a terminal does it. */
  private static void addCut(List<String> lines, String line, int columns) {
    String rest = line.stripTrailing();
    while (rest.length() > columns) {
      lines.add(rest.substring(0, columns));
      rest = INDENT + INDENT + rest.substring(columns);
    }
    lines.add(rest);
  }

  /** What javac says, with the line itself, and what to do. */
  static List<String> of(List<Problem> problems, int columns) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
      String place = problem.file().isEmpty() ? "" : problem.file() + ":" + problem.line() + ": ";
      (place + problem.message()).lines().forEach(line -> addCut(lines, line, columns));
      if (!problem.text().isBlank()) {
        String line = problem.text().replace('\t', ' ');
        int blanks = line.length() - line.stripLeading().length();
        addCut(lines, INDENT + line.strip(), columns);
        lines.add(INDENT + " ".repeat((int) Math.max(0, problem.column() - 1 - blanks)) + "^");
      }
      Text.wrap(List.of(Advice.of(problem)), columns - INDENT.length())
          .forEach(line -> lines.add(INDENT + line));
      lines.add("");
    }
    if (problems.size() > MOST_PROBLEMS) {
      lines.add("and " + (problems.size() - MOST_PROBLEMS) + " more. Mend the first one first.");
    }
    return lines;
  }
}
