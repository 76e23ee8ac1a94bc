package book;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A diff on a page: its old lines are in one file, its new ones in another. */
record FileDiff(Snippet before, Snippet after) {

  /** What a unified diff has before its lines. */
  private static final int HEAD = 3;

  static FileDiff of(List<String> lines) {
    return new FileDiff(Snippet.ofDiff(lines, '-'), Snippet.ofDiff(lines, '+'));
  }

  void requireIn(Path from, Path to) throws Mismatch {
    List<List<String>> old = before.real(from);
    List<List<String>> now = after.real(to);
    List<String> mended = before.isKnown(old) && after.isKnown(now) ? mended(old, now) : List.of();
    if (!before.isEach(old)) {
      throw before.mismatch(from, old, mended);
    } else if (!after.isEach(now)) {
      throw after.mismatch(to, now, mended);
    }
  }

  private static List<String> mended(List<List<String>> old, List<List<String>> now) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (i > 0) {
        lines.add(Snippet.LEFT_OUT);
      }
      lines.addAll(difference(old.get(i), now.get(i)));
    }
    return lines;
  }

  /** All lines of both, each with its mark. */
  private static List<String> difference(List<String> old, List<String> now) {
    List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
        "old", "new", old, DiffUtils.diff(old, now), old.size());
    return lines.isEmpty()
        ? old.stream().map(line -> " " + line).toList()
        : lines.subList(HEAD, lines.size());
  }
}
