package trying;

import java.util.LinkedList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines that were typed into a lab, and those of them that wait until it asks. */
final class LabLines {

  private static final int MOST = 50;

  /** These change the prompt, by which the page knows that the lab asks, or open a window. */
  private static final Pattern FOR_TERMINAL = Pattern.compile("/(set?|edi?t?)(\\s.*)?");

  private final LinkedList<String> typed = new LinkedList<>();
  private final LinkedList<String> waiting = new LinkedList<>();

  void add(String text) {
    // A tabulator would be JShell's own completion, and others its other keys.
    text.replace("\t", "  ")
        .lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", ""))
        .map(line ->
            FOR_TERMINAL.matcher(line.strip()).matches() ? "// In a terminal: " + line : line)
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

  String next() {
    return waiting.removeFirst();
  }

  void clearWaiting() {
    waiting.clear();
  }

  /** The last of what was typed, each once, the newest last. */
  List<String> typed() {
    return List.copyOf(typed);
  }
}
