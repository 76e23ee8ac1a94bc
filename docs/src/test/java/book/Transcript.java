package book;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that a page shows. A line {@code ...} stands for any lines or none, {@code ...} inside a
 * line for any text.
 */
record Transcript(List<String> lines) {

  private static final String ANYTHING = "...";

  /** Whether it stands for these lines, all of them. */
  boolean matches(List<String> found) {
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
        if (reached[i] && isAnything(i)) {
          next[i] = true;
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

  private boolean isAnything(int line) {
    return lines.get(line).strip().equals(ANYTHING);
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(Arrays.stream(line.stripTrailing().split(Pattern.quote(ANYTHING), -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*")));
  }

  /** The lines found, with those of this transcript in their place as long as they stand for them. */
  List<String> mendedBy(List<String> found) {
    int kept = lines.size();
    int from = -1;
    while (from < 0) {
      from = new Transcript(lines.subList(0, kept)).prefix(found);
      kept -= from < 0 ? 1 : 0;
    }
    List<String> mended = new ArrayList<>(lines.subList(0, kept));
    found.subList(from, found.size()).forEach(line -> mended.add(line.stripTrailing()));
    return mended;
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
