package proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
 * A step's solution with some changes, as a section of a Markdown file has them; the form is in
 * docs/src/test/wrong/README.md.
 *
 * @param paragraphs what is said about it
 * @param line where it begins in its file
 */
record Variant(String heading, List<String> paragraphs, List<Change> changes, int line) {

  /**
   * Text of a file, found exactly once, and what stands there instead.
   *
   * @param before "" is the whole file
   * @param method if not empty, the name of the method that is replaced, or added
   */
  private record Change(String file, String method, String before, String after) {

    Source in(Source source, UnaryOperator<String> filled) {
      String text = filled.apply(after);
      if (!method.isEmpty()) {
        String whole = MethodText.replace(source.files().get(file), method, text);
        return source.with(new Source(Map.of(file, whole)));
      }
      return before.isEmpty()
          ? source.with(new Source(Map.of(file, text)))
          : source.replace(file, filled.apply(before), text);
    }
  }

  private static final Pattern FILE = Pattern.compile("(?:file|whole)=(\\S+)");
  private static final Pattern METHOD = Pattern.compile("method=(\\w+)");

  /** The solution with these changes. */
  Source in(Source solution) {
    return in(solution, text -> text);
  }

  /**
   * The same.
   *
   * @param filled makes of the text of a block what it stands for
   */
  Source in(Source start, UnaryOperator<String> filled) {
    Source source = start;
    for (Change change : changes) {
      source = change.in(source, filled);
    }
    return source;
  }

  /** The variants that a file has; none if there is no such file. */
  static List<Variant> read(Path file) {
    List<Variant> all = new ArrayList<>();
    if (!Files.exists(file)) {
      return all;
    }
    Parser parser =
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    Node node = parser.parse(Source.read(file)).getFirstChild();
    for (; node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 2) {
        all.add(of(heading));
      }
    }
    return all;
  }

  private static Variant of(Heading heading) {
    List<String> paragraphs = new ArrayList<>();
    List<FencedCodeBlock> blocks = new ArrayList<>();
    Node node = heading.getNext();
    for (; node != null && !(node instanceof Heading); node = node.getNext()) {
      if (node instanceof Paragraph) {
        paragraphs.add(Markdown.text(node));
      } else if (node instanceof FencedCodeBlock block) {
        blocks.add(block);
      }
    }
    int line = heading.getSourceSpans().get(0).getLineIndex() + 1;
    return new Variant(Markdown.text(heading), paragraphs, changes(blocks, line), line);
  }

  private static List<Change> changes(List<FencedCodeBlock> blocks, int line) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Matcher info = FILE.matcher(blocks.get(i).getInfo());
      String file = info.find() ? info.group(1) : "WebServer.java";
      String text = blocks.get(i).getLiteral().strip();
      Matcher method = METHOD.matcher(blocks.get(i).getInfo());
      if (method.find()) {
        changes.add(new Change(file, method.group(1), "", text));
      } else if (blocks.get(i).getInfo().contains(" whole=")) {
        changes.add(new Change(file, "", "", text));
      } else if (i + 1 < blocks.size()) {
        changes.add(new Change(file, "", text, blocks.get(++i).getLiteral().strip()));
      } else {
        throw new IllegalArgumentException(
            "line " + line + ": java blocks come in pairs, before and after");
      }
    }
    return changes;
  }
}
