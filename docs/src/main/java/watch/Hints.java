package watch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import judge.words.Text;
import project.Source;
import project.Step;

/** The hints of a task, from the step's page. */
final class Hints {

  private static final String BEGIN = "<details><summary>Hint ";
  private static final String END = "</details>";

  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

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
      if (hint == null && line.startsWith("#")) {
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

  /** A hint as lines of a terminal: paragraphs are wrapped, code is not. */
  static List<String> lines(String hint, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean isCode = false;
    for (String line : hint.lines().toList()) {
      boolean isFence = line.strip().startsWith("```");
      if (isFence || isCode || line.isBlank() || line.startsWith("- ")) {
        end(paragraph, columns, lines);
      }
      if (isFence) {
        isCode = !isCode;
      } else if (isCode) {
        lines.add("    " + line);
      } else if (line.isBlank()) {
        lines.add("");
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    end(paragraph, columns, lines);
    return lines;
  }

  private static void end(StringBuilder paragraph, int columns, List<String> lines) {
    if (!paragraph.isEmpty()) {
      String text = LINK.matcher(paragraph).replaceAll("$1");
      lines.addAll(Text.wrap(List.of(text), columns));
      paragraph.setLength(0);
    }
  }
}
