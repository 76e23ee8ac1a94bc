package book;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that a page shows. A line {@code ...} stands for any lines or none, except those with which
 * Java and JShell tell of an error; {@code ...} inside a line stands for any text.
 */
public record Transcript(List<String> lines) implements Expected {

  private static final String ANYTHING = "...";

  /** What no "..." stands for. Another thread may print between a thread and its exception. */
  private static final Pattern TROUBLE = Pattern.compile(
      "\\|  (Error|Exception|Warning)\\b.*|Exception in thread .*(Exception|Error)\\b.*");

  private static final Pattern ANY =
      Pattern.compile("(?<time> *\\b\\d+\\.\\d\\d s\\b)|(?<error>^curl: \\(\\d+\\) )|\\.\\.\\.");

  @Override
  public boolean matches(List<String> found) {
    return reached(found)[lines.size()];
  }

  /** How many of the lines, from the first on, it stands for: as few as can be, -1 for none. */
  int prefix(List<String> found) {
    for (int count = 0; count <= found.size(); count++) {
      if (matches(found.subList(0, count))) {
        return count;
      }
    }
    return -1;
  }

  /** For each number of lines of this transcript whether they stand for all of those found. */
  private boolean[] reached(List<String> found) {
    boolean[] reached = new boolean[lines.size() + 1];
    reached[0] = true;
    skipAnything(reached);
    for (String line : found) {
      boolean[] next = new boolean[reached.length];
      for (int i = 0; i < lines.size(); i++) {
        if (isAnything(i)) {
          next[i] |= reached[i] && canBeLeftOut(line);
        } else if (reached[i]
            && pattern(lines.get(i)).matcher(line.stripTrailing()).matches()) {
          next[i + 1] = true;
        }
      }
      skipAnything(next);
      reached = next;
    }
    return reached;
  }

  private void skipAnything(boolean[] reached) {
    for (int i = 0; i < lines.size(); i++) {
      reached[i + 1] |= reached[i] && isAnything(i);
    }
  }

  private static boolean canBeLeftOut(String found) {
    return !TROUBLE.matcher(found).matches();
  }

  private boolean isAnything(int line) {
    return lines.get(line).strip().equals(ANYTHING);
  }

  /**
   * What a line may look like. A time in seconds is from one run, so it stands for any. Of what
   * curl says about an error only the number counts: its words depend on the version.
   */
  private static Pattern pattern(String line) {
    StringBuilder pattern = new StringBuilder();
    Matcher part = ANY.matcher(line.stripTrailing());
    int from = 0;
    while (part.find()) {
      pattern.append(Pattern.quote(line.substring(from, part.start())));
      if (part.group("time") != null) {
        pattern.append(" *\\d+\\.\\d\\d s\\b");
      } else if (part.group("error") != null) {
        return Pattern.compile(pattern + Pattern.quote(part.group()) + ".*");
      } else {
        pattern.append(".*");
      }
      from = part.end();
    }
    return Pattern.compile(pattern + Pattern.quote(line.substring(from).stripTrailing()));
  }

  @Override
  public List<String> mendedBy(List<String> found) {
    int[][] changes = changes(found);
    List<String> mended = new ArrayList<>();
    int line = 0;
    int next = 0;
    while (line < lines.size() || next < found.size()) {
      int left = changes[line][next];
      boolean both = line < lines.size() && next < found.size();
      boolean isFree = both && isAnything(line) && canBeLeftOut(found.get(next));
      if (isFree && changes[line][next + 1] == left) {
        next++;
      } else if (line < lines.size() && isAnything(line) && changes[line + 1][next] == left) {
        mended.add(lines.get(line++));
      } else if (both && isPair(changes, line, next, found)) {
        mended.add(cost(line, found.get(next)) == 0 ? lines.get(line) : found.get(next));
        line++;
        next++;
      } else if (next < found.size() && changes[line][next + 1] + 1 == left) {
        mended.add(found.get(next++));
      } else {
        line++;
      }
    }
    return mended;
  }

  /** Whether the two lines stand for each other where the fewest changes are made. */
  private boolean isPair(int[][] changes, int line, int next, List<String> found) {
    return !isAnything(line)
        && changes[line + 1][next + 1] + cost(line, found.get(next)) == changes[line][next];
  }

  /** For the ends of both texts their edit distance; to lose a line of the page counts double. */
  private int[][] changes(List<String> found) {
    int[][] changes = new int[lines.size() + 1][found.size() + 1];
    for (int line = lines.size(); line >= 0; line--) {
      for (int next = found.size(); next >= 0; next--) {
        int least = line == lines.size() && next == found.size() ? 0 : Integer.MAX_VALUE;
        if (next < found.size()) {
          boolean isFree = line < lines.size() && isAnything(line) && canBeLeftOut(found.get(next));
          least = Math.min(least, changes[line][next + 1] + (isFree ? 0 : 1));
        }
        if (line < lines.size()) {
          least = Math.min(least, changes[line + 1][next] + (isAnything(line) ? 0 : 2));
        }
        if (line < lines.size() && next < found.size() && !isAnything(line)) {
          least = Math.min(least, changes[line + 1][next + 1] + cost(line, found.get(next)));
        }
        changes[line][next] = least;
      }
    }
    return changes;
  }

  private int cost(int line, String found) {
    return pattern(lines.get(line)).matcher(found.stripTrailing()).matches() ? 0 : 1;
  }

  /** The difference between the lines of the page and those found, as a unified diff. */
  static String difference(List<String> page, List<String> found) {
    List<String> ends = found.stream().map(String::stripTrailing).toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
            "the page", "found", page, DiffUtils.diff(page, ends), 3)
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
