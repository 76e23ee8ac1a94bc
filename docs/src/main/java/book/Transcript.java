package book;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines that a page shows. A line {@code ...} stands for any lines or none, except those with which
 * Java and JShell tell of an error; {@code ...} inside a line stands for any text.
 */
public record Transcript(List<String> lines) implements Expected {

  private static final Pattern TROUBLE =
      Pattern.compile("\\|  (Error|Exception|Warning)\\b.*|Exception in thread .*");

  @Override
  public boolean matches(List<String> found) {
    return reached(found)[lines.size()];
  }

  /** Whether lines may still come with which it stands for all of them. */
  boolean canGoOn(List<String> found) {
    boolean[] reached = reached(found);
    return IntStream.range(0, reached.length).anyMatch(i -> reached[i]);
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
        } else if (reached[i] && new Shown(lines.get(i)).standsFor(line)) {
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
    return new Shown(lines.get(line)).isAnything();
  }

  @Override
  public List<String> mendedBy(List<String> found) {
    return new Mending(lines, found, Transcript::canBeLeftOut).lines();
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
