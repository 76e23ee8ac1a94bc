package project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** A chapter's tasks: for each number its title and its hints. */
public record ChapterTasks(Map<String, Task> tasks) {

  /** A task's section: title, whether the next step needs it, and its hints' titles in order. */
  public record Task(String title, boolean isCore, List<String> hints) {}

  private static final Pattern HINT = Pattern.compile("<summary>(Hint \\d)</summary>");

  public static ChapterTasks read(Path file) {
    Map<String, Task> tasks = new LinkedHashMap<>();
    Task task = null;
    boolean isCore = true;
    Node node = Parser.builder().build().parse(Source.read(file)).getFirstChild();
    for (; node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        String[] words = Markdown.text(heading).split(" ", 2);
        isCore &= !Markdown.text(heading).equals("Further tasks");
        task =
            words[0].matches("\\d\\.\\d+") ? new Task(words[1], isCore, new ArrayList<>()) : null;
        if (task != null && tasks.put(words[0], task) != null) {
          throw new IllegalStateException(file + " has this task twice: " + words[0]);
        }
      } else if (node instanceof HtmlBlock html) {
        add(hints(html), task, file);
      }
    }
    return new ChapterTasks(tasks);
  }

  private static List<String> hints(HtmlBlock html) {
    return HINT.matcher(html.getLiteral())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void add(List<String> hints, Task task, Path file) {
    if (task != null) {
      task.hints().addAll(hints);
    } else if (!hints.isEmpty()) {
      throw new IllegalStateException(file + " has a hint without a task");
    }
  }
}
