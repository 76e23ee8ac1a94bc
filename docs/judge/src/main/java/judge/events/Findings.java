package judge.events;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import judge.words.Meaning;
import judge.words.Text;

/**
 * Why a task is not solved.
 *
 * @param story what has happened, as the clients saw it
 * @param printed what the learner's code printed
 * @param threads where each of the learner's threads stands, if that is of interest
 * @param command how to do the same by hand, or null
 */
public record Findings(
    Meaning meaning, List<String> story, List<String> printed, List<String> threads, String command)
    implements Serializable {

  private static final String INDENT = "  ";

  /**
   * A part of what a learner reads.
   *
   * @param isProse whether the lines are paragraphs, which may be wrapped
   */
  public record Section(String title, List<String> lines, boolean isProse) {}

  /** All that there is to read, but for the hints. */
  public List<Section> sections() {
    List<String> byHand = command == null ? List.of() : List.of(command);
    return Stream.of(
            new Section("What happened", story, false),
            new Section("Your code printed", printed, false),
            new Section("Your threads", threads, false),
            new Section("What it means", meaning.paragraphs(), true),
            new Section("Try it yourself (start your server first)", byHand, false))
        .filter(section -> !section.lines().isEmpty())
        .toList();
  }

  /** What a learner reads in a terminal. */
  public String text(Task task, List<String> hints) {
    List<String> text = new ArrayList<>(Text.wrap(List.of(task.toString()), Text.COLUMNS));
    sections().forEach(section -> add(text, section));
    add(text, new Section("Hints", hints, false));
    return String.join("\n", text);
  }

  private static void add(List<String> text, Section section) {
    List<String> lines = section.isProse()
        ? Text.wrap(section.lines(), Text.COLUMNS - INDENT.length())
        : section.lines();
    if (!lines.isEmpty()) {
      text.add("");
      text.add(section.title());
      lines.forEach(line -> text.add(INDENT + Text.oneLine(line).stripTrailing()));
    }
  }
}
