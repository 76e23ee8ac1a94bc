package proof;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.Source;

/**
 * A plausible mistake: a few changes to a step's solution, which one task must catch and name.
 *
 * @param task the task's number
 * @param belief what somebody who writes this takes for true
 * @param says phrases that the failure must have
 * @param runsApart whether it needs a process of its own, because it never ends or ends everything
 * @param isRace whether it goes well at times, so that it may be tried more than once
 */
record WrongAnswer(
    String task,
    String belief,
    List<String> says,
    boolean runsApart,
    boolean isRace,
    Variant variant) {

  private static final Pattern SAYS = Pattern.compile("(?s)The failure says:(.*)");
  private static final Pattern QUOTED = Pattern.compile("(?s)\"(.+?)\"(?=\\s*(;|\\.|$))");

  /** Reads a file of wrong answers. */
  static List<WrongAnswer> read(Path file) {
    return Variant.read(file).stream().map(WrongAnswer::of).toList();
  }

  private static WrongAnswer of(Variant variant) {
    String[] heading = variant.heading().split(" ", 2);
    String text = String.join("\n", variant.paragraphs());
    List<String> says =
        variant.paragraphs().stream().flatMap(WrongAnswer::phrases).toList();
    if (says.isEmpty() || variant.changes().isEmpty()) {
      throw new IllegalArgumentException("the wrong answer at line " + variant.line()
          + " has no changes, or lacks: The failure says: \"...\"");
    }
    boolean runsApart = text.contains("Runs for ever.") || text.contains("Ends the JVM.");
    return new WrongAnswer(
        heading[0], heading[1], says, runsApart, text.contains("A race."), variant);
  }

  private static Stream<String> phrases(String paragraph) {
    Matcher says = SAYS.matcher(paragraph);
    return says.find()
        ? QUOTED.matcher(says.group(1).strip()).results().map(found -> found.group(1))
        : Stream.empty();
  }

  /** The solution with this mistake. */
  Source in(Source solution) {
    return variant.in(solution);
  }

  /** Where it begins in its file. */
  int line() {
    return variant.line();
  }
}
