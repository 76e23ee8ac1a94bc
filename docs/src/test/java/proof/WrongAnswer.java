package proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import project.Markdown;
import project.Source;

/**
 * A plausible mistake: a few changes to a step's solution, which one task must catch and name.
 *
 * @param task the task's number
 * @param belief what somebody who writes this takes for true
 * @param says phrases that the failure must have
 * @param runsApart whether it needs a process of its own, because it never ends or ends everything
 * @param isRace whether it goes well at times, so that it may be tried more than once
 * @param line where it begins in its file
 */
record WrongAnswer(
    String task,
    String belief,
    List<String> says,
    boolean runsApart,
    boolean isRace,
    List<Change> changes,
    int line) {

  /** Text of a file, found exactly once, and what stands there instead. */
  record Change(String file, String before, String after) {}

  private static final Pattern SAYS = Pattern.compile("(?s)The failure says:(.*)");
  private static final Pattern QUOTED = Pattern.compile("(?s)\"(.+?)\"(?=\\s*(;|\\.|$))");
  private static final Pattern FILE = Pattern.compile("file=(\\S+)");

  /** The solution with this mistake. */
  Source in(Source solution) {
    Source source = solution;
    for (Change change : changes) {
      source = source.replace(change.file(), change.before(), change.after());
    }
    return source;
  }

  /** Reads a file of wrong answers; docs/src/test/wrong/README.md has its form. */
  static List<WrongAnswer> read(Path file) {
    Parser parser =
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    List<WrongAnswer> all = new ArrayList<>();
    List<Node> section = new ArrayList<>();
    Node node = parser.parse(Source.read(file)).getFirstChild();
    for (; node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 2) {
        add(section, all);
        section = new ArrayList<>();
      }
      section.add(node);
    }
    add(section, all);
    return all;
  }

  private static void add(List<Node> section, List<WrongAnswer> all) {
    if (!section.isEmpty()
        && section.get(0) instanceof Heading heading
        && heading.getLevel() == 2) {
      int line = heading.getSourceSpans().get(0).getLineIndex() + 1;
      try {
        all.add(of(section, line));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "the wrong answer at line " + line + ": " + e.getMessage());
      }
    }
  }

  private static WrongAnswer of(List<Node> section, int line) {
    String[] heading = Markdown.text(section.get(0)).split(" ", 2);
    List<String> says = new ArrayList<>();
    boolean runsApart = false;
    boolean isRace = false;
    List<FencedCodeBlock> blocks = new ArrayList<>();
    for (Node node : section) {
      if (node instanceof Paragraph) {
        String text = Markdown.text(node);
        says.addAll(phrases(text));
        isRace |= text.contains("A race.");
        runsApart |= text.contains("Runs for ever.") || text.contains("Ends the JVM.");
      } else if (node instanceof FencedCodeBlock block) {
        blocks.add(block);
      }
    }
    if (says.isEmpty()) {
      throw new IllegalArgumentException("a line is missing: The failure says: \"...\"");
    }
    return new WrongAnswer(heading[0], heading[1], says, runsApart, isRace, changes(blocks), line);
  }

  private static List<String> phrases(String paragraph) {
    Matcher says = SAYS.matcher(paragraph);
    return says.find()
        ? QUOTED
            .matcher(says.group(1).strip())
            .results()
            .map(found -> found.group(1))
            .toList()
        : List.of();
  }

  private static List<Change> changes(List<FencedCodeBlock> blocks) {
    if (blocks.isEmpty() || blocks.size() % 2 == 1) {
      throw new IllegalArgumentException("java blocks come in pairs: before and after");
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i += 2) {
      Matcher file = FILE.matcher(blocks.get(i).getInfo());
      changes.add(new Change(
          file.find() ? file.group(1) : "WebServer.java",
          blocks.get(i).getLiteral().strip(),
          blocks.get(i + 1).getLiteral().strip()));
    }
    return changes;
  }
}
