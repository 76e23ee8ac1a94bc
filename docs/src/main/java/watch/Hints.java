package watch;

import java.util.ArrayList;
import java.util.List;
import project.Source;
import project.Step;

/** The hints of a task, from the step's page. */
final class Hints {

  private static final String BEGIN = "<details><summary>Hint ";
  private static final String END = "</details>";

  private Hints() {}

  /** The texts, as they stand on the page. */
  static List<String> of(Step step, String number) {
    return in(Source.read(step.page()), number);
  }

  static List<String> in(String page, String number) {
    List<String> hints = new ArrayList<>();
    boolean isHere = false;
    StringBuilder hint = null;
    for (String line : page.lines().toList()) {
      if (line.startsWith("#")) {
        isHere = line.matches("#+ " + number.replace(".", "\\.") + " .*");
      } else if (isHere && line.startsWith(BEGIN)) {
        hint = new StringBuilder();
      } else if (hint != null && line.equals(END)) {
        hints.add(hint.toString().strip());
        hint = null;
      } else if (hint != null) {
        hint.append(line).append('\n');
      }
    }
    return hints;
  }
}
