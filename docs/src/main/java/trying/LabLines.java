package trying;

import java.util.LinkedList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that were typed into a lab, and those of them that wait until it asks. */
final class LabLines {

  private static final int MOST = 50;

  /** They change the prompt, by which a page knows that the lab asks, or open a window. */
  private static final Pattern FOR_TERMINAL = Pattern.compile("(|.*[;}])/(set?|edit?|ed)( .*)?");

  /** It would take the helpers away, which stand beside the lab. */
  private static final Pattern RESET = Pattern.compile("(|.*[;}])/res(et?)?( .*)?");

  private final LinkedList<String> typed = new LinkedList<>();
  private final LinkedList<String> waiting = new LinkedList<>();

  void add(String text) {
    // A tabulator would be JShell's own completion, and others its other keys.
    text.replace("\t", "  ")
        .lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", ""))
        .forEach(waiting::add);
    typed.remove(text);
    typed.add(text);
    if (typed.size() > MOST) {
      typed.removeFirst();
    }
  }

  boolean areWaiting() {
    return !waiting.isEmpty();
  }

  /**
   * The next line; a comment in its place if it is a command that a page does not take.
   *
   * @param isFirst whether it can be a command: it does not go on with a snippet
   */
  String next(boolean isFirst) {
    String line = waiting.removeFirst();
    if (isFirst && FOR_TERMINAL.matcher(line).matches()) {
      return "// Only in a terminal: " + line;
    }
    return isFirst && RESET.matcher(line).matches() ? "// Press Restart instead: " + line : line;
  }

  void clearWaiting() {
    waiting.clear();
  }

  /** The last of what was typed, each once, the newest last. */
  List<String> typed() {
    return List.copyOf(typed);
  }
}
