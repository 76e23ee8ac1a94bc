package trying;

import book.Fence;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of a page with which something can be done.
 *
 * @param number its place among all blocks of the page, from 1
 * @param section the number of headings above it
 */
public record Block(int number, int section, Kind kind, Fence fence) {

  private static final Pattern DECLARED = Pattern.compile("jshell> [\\w.<>\\[\\]]+ (\\w+) ?=.*");

  /** Those of a page, in its order. */
  static List<Block> of(Page page) {
    List<Integer> headings = page.headings().stream()
        .map(heading -> heading.getSourceSpans().get(0).getLineIndex())
        .toList();
    List<Block> blocks = new ArrayList<>();
    List<Fence> fences = page.fences();
    for (int i = 0; i < fences.size(); i++) {
      Fence fence = fences.get(i);
      int number = i + 1;
      int section = (int) headings.stream().filter(line -> line < fence.line()).count();
      Kind.of(fence).ifPresent(kind -> blocks.add(new Block(number, section, kind, fence)));
    }
    return blocks;
  }

  String terminal() {
    return fence.terminal();
  }

  boolean isIn(String terminal) {
    return fence.language().equals("console") && terminal().equals(terminal);
  }

  boolean isLab() {
    return kind == Kind.TYPE;
  }

  /** Whether it changes files of the copy, and needs nothing but those. */
  boolean isAboutFiles() {
    return fence.isEdit() || kind == Kind.DO && !asks();
  }

  /** Whether later blocks may need it: what a reader need not copy, they do not. */
  boolean isNeeded() {
    return fence.option("needed").filter("no"::equals).isEmpty();
  }

  /** Whether a client is called. */
  private boolean asks() {
    return fence.lines().stream().anyMatch(line -> line.matches("(\\$ )?curl .*"));
  }

  /** Whether its program works with files of the copy. */
  boolean readsFiles() {
    return !isLab() && kind != Kind.SEND;
  }

  /** Whether it looks at the page's server, if one runs. */
  boolean looksAtServer() {
    return kind == Kind.RUN && fence.lines().stream().noneMatch(Block::isOfBuild)
        || isLab()
        || kind == Kind.DO && asks()
        || fence.option("port").isPresent();
  }

  private static boolean isOfBuild(String line) {
    return line.matches("\\$ (mvn|javac) .*");
  }

  /** Whether later blocks may see that it has run; a test or a compiler leaves nothing to them. */
  boolean leavesSomething() {
    boolean hasEnded = kind == Kind.RUN && terminal().equals("client") && !asks();
    return !hasEnded && fence.option("listing").isEmpty();
  }

  /** Whether Ctrl-C is the last that is typed. */
  boolean endsServer() {
    return lastTyped().equals("^C");
  }

  /** Whether the lab is left at its end. */
  boolean leavesLab() {
    return isLab() && lastTyped().equals("jshell> /exit");
  }

  private String lastTyped() {
    return fence.lines().stream()
        .filter(line -> line.matches("(\\^C|\\$ |jshell> ).*"))
        .reduce("", (a, b) -> b);
  }

  /** The names that it gives to something in the lab. */
  List<String> names() {
    return fence.lines().stream()
        .map(DECLARED::matcher)
        .filter(Matcher::matches)
        .map(declared -> declared.group(1))
        .toList();
  }

  /** Whether a line that is typed has the name. */
  boolean uses(String name) {
    Pattern word = Pattern.compile(".*\\b" + name + "\\b.*");
    return fence.lines().stream()
        .filter(line -> line.matches("(jshell> | *\\.\\.\\.> ).*"))
        .anyMatch(line -> word.matcher(line).matches());
  }
}
