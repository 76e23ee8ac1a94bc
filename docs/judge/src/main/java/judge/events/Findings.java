package judge.events;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
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

  /** What a learner reads in a terminal. */
  public String text(Task task, List<String> hints) {
    List<String> text = new ArrayList<>(List.of(task.toString()));
    add(text, "What happened", story);
    add(text, "Your code printed", printed);
    add(text, "Your threads", threads);
    add(text, "What it means", Text.wrap(meaning.paragraphs()));
    add(
        text,
        "Try it yourself (start your server first)",
        command == null ? List.of() : List.of(command));
    add(text, "Hints", hints);
    return String.join("\n", text);
  }

  private static void add(List<String> text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.add("");
      text.add(title);
      lines.forEach(line -> text.add("  " + Text.oneLine(line).stripTrailing()));
    }
  }
}
