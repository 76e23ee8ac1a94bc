package said;

import book.Fence;
import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;

/** Forms in which a page could say something that nothing proves, or another thing than it does. */
final class Forms {

  private static final Pattern HTML = Pattern.compile("(?m)^.*(```|<pre|<code>.*\\n).*$");
  private static final Pattern SERVER_OF =
      Pattern.compile("\\b(?:server\\s+of|From)\\s+step\\s+(\\d)");
  private static final Pattern TAKEN_ALONG =
      Pattern.compile("cp (?:-r )?(step0(\\d)\\S*?)/src/(\\w+)/\\S+ step0(\\d)\\S*/src/main/\\S+");
  private static final String MAP = "docs/beyond.md";

  private Forms() {}

  static List<Finding> wrong(Page page) {
    List<Finding> findings = new ArrayList<>(hidden(page));
    Prose prose = Prose.of(page);
    for (Fence fence : page.fences()) {
      takenAlong(prose, fence).ifPresent(findings::add);
      withoutClaim(fence).ifPresent(findings::add);
    }
    return findings;
  }

  /** Code that is no fenced block. */
  private static List<Finding> hidden(Page page) {
    List<Finding> findings = new ArrayList<>();
    page.document().accept(new AbstractVisitor() {
      @Override
      public void visit(IndentedCodeBlock block) {
        findings.add(hidden(page, block, block.getLiteral().lines().findFirst().orElse("")));
      }

      @Override
      public void visit(HtmlBlock block) {
        HTML.matcher(block.getLiteral())
            .results()
            .forEach(code -> findings.add(hidden(page, block, code.group())));
      }
    });
    return findings;
  }

  private static Finding hidden(Page page, Node block, String text) {
    return new Finding(
        page.name(),
        block.getSourceSpans().get(0).getLineIndex() + 1,
        text,
        "code outside of a fenced block, which nothing proves",
        "put an empty line and three backticks before it, and say what it is");
  }

  /** A file is taken along from the step before, or from the start; from which, the text says. */
  private static Optional<Finding> takenAlong(Prose prose, Fence fence) {
    for (int i = 0; i < fence.lines().size(); i++) {
      Matcher copy = TAKEN_ALONG.matcher(fence.lines().get(i));
      if (copy.matches()) {
        int from = Integer.parseInt(copy.group(2));
        int to = Integer.parseInt(copy.group(4));
        Matcher said = SERVER_OF.matcher(prose.before(fence.line()));
        boolean isRight = copy.group(3).equals("start") ? from == to : from + 1 == to;
        boolean isSaid = !said.find() || said.group(1).equals(copy.group(2));
        if (!isRight || !isSaid) {
          return Optional.of(new Finding(
              fence.page(),
              fence.line() + 1 + i,
              fence.lines().get(i),
              isRight
                  ? "the text says: " + said.group().replaceAll("\\s+", " ")
                  : "it copies step " + from + " to step " + to,
              "copy the file of the step before, or the start of the same step"));
        }
      }
    }
    return Optional.empty();
  }

  /** On the map of what a server lacks, another server has each conversation otherwise. */
  private static Optional<Finding> withoutClaim(Fence fence) {
    boolean isLost = fence.page().equals(MAP)
        && fence.language().equals("http")
        && fence.option("listing").isPresent()
        && fence.option("sturdy").isEmpty();
    return isLost
        ? Optional.of(new Finding(
            fence.page(),
            fence.line(),
            String.join(" ", fence.info()),
            "nothing says what the sturdy server answers to these bytes",
            "add sturdy= and its status"))
        : Optional.empty();
  }
}
