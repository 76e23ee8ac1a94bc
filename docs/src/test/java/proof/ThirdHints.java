package proof;

import book.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import project.Markdown;
import project.Source;
import project.Step;

/**
 * The third hints of a step, put into a program one after the other, with what they lack; the form
 * is in docs/src/test/hints/README.md.
 */
final class ThirdHints {

  private static final Pattern PIECE = Pattern.compile("«(?:(\\d\\.\\d+)/)?(\\d)»");
  private static final Pattern TASK = Pattern.compile("(\\d\\.\\d+) .*");

  private final Step step;

  /** The pieces of code of each task's third hint. */
  private final Map<String, List<String>> pieces;

  /** Blocks that no program has used yet. */
  private final TreeSet<String> unused = new TreeSet<>();

  ThirdHints(Step step) {
    this.step = step;
    pieces = pieces(Parser.builder().build().parse(Source.read(step.page())));
  }

  /** For each task the program of the start, with all hints up to its own. */
  Map<String, Source> programs() {
    Map<String, Source> programs = new LinkedHashMap<>();
    Source source = Source.of(step.start());
    for (Variant glue : Variant.read(step.hints())) {
      String task = glue.heading().split(" ", 2)[0];
      try {
        source = glue.in(source, text -> filled(text, task));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            told(task, step.hints() + ":" + glue.line() + "\n" + e), e);
      }
      programs.put(task, source);
    }
    return programs;
  }

  /** What became of a program that has the third hint of a task, told at the place of that hint. */
  String told(String task, String found) {
    String page = Source.read(step.page());
    int heading = Math.max(0, page.indexOf("\n### " + task + " "));
    int hint = Math.max(heading, page.indexOf("<summary>Hint 3</summary>", heading));
    return Finding.text(List.of(new Finding(
        "docs/" + step.page().getFileName(),
        (int) page.substring(0, hint).lines().count(),
        "the third hint of " + task + " leads to a program that passes it",
        found,
        "mend the hint, or what it lacks: docs/src/test/hints/step0" + step.number() + ".md")));
  }

  /** Blocks of hints that are in no program, each with its task. */
  TreeSet<String> unused() {
    return unused;
  }

  private String filled(String text, String task) {
    return PIECE.matcher(text).replaceAll(found -> {
      String owner = found.group(1) == null ? task : found.group(1);
      List<String> own = pieces.getOrDefault(owner, List.of());
      int number = Integer.parseInt(found.group(2));
      if (number > own.size()) {
        throw new IllegalArgumentException(
            "the third hint of " + owner + " has no piece " + number + ", but " + own);
      }
      unused.remove(owner + "/" + number);
      return Matcher.quoteReplacement(own.get(number - 1));
    });
  }

  private Map<String, List<String>> pieces(Node page) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String task = "";
    boolean isThird = false;
    for (Node node = page.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        Matcher title = TASK.matcher(Markdown.text(heading));
        task = title.matches() ? title.group(1) : "";
      } else if (node instanceof HtmlBlock html) {
        isThird = html.getLiteral().contains("<summary>Hint 3</summary>");
      } else if (isThird) {
        collect(node, task, all.computeIfAbsent(task, unknown -> new ArrayList<>()));
      } else if (node instanceof FencedCodeBlock block && block.getInfo().contains(" hint")) {
        unused.add("a block that is no third hint: " + block.getLiteral());
      }
    }
    return all;
  }

  private void collect(Node node, String task, List<String> own) {
    if (node instanceof FencedCodeBlock block) {
      for (String piece : block.getLiteral().split("(?m)^ *// \\.\\.\\..*\\n")) {
        own.add(piece.strip());
        unused.add(task + "/" + own.size());
      }
    } else {
      node.accept(new AbstractVisitor() {
        @Override
        public void visit(Code code) {
          own.add(code.getLiteral());
        }
      });
    }
  }
}
