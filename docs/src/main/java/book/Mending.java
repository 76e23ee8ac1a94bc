package book;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A transcript with as few changes as make it stand for the lines that were found. */
final class Mending {

  /** To keep a line of the page is worth more than to leave one out that was found. */
  private static final int INSERT = 2;

  private static final int CHANGE = 3;
  private static final int DELETE = 4;

  private final List<Shown> shown;
  private final List<String> found;
  private final Predicate<String> canBeLeftOut;
  private final int[][] changes;
  private final List<String> mended = new ArrayList<>();
  private int line;
  private int next;

  /** Whether the "..." at which it is has swallowed a line already. */
  private boolean hasSwallowed;

  /**
   * @param canBeLeftOut whether "..." may stand for a line
   */
  Mending(List<String> page, List<String> found, Predicate<String> canBeLeftOut) {
    this.found = found;
    this.canBeLeftOut = canBeLeftOut;
    shown = page.stream().map(Shown::new).toList();
    changes = new int[shown.size() + 1][found.size() + 1];
    countChanges();
  }

  /** For the ends of both texts their edit distance. */
  private void countChanges() {
    for (int i = shown.size(); i >= 0; i--) {
      for (int j = found.size(); j >= 0; j--) {
        int least = i == shown.size() && j == found.size() ? 0 : Integer.MAX_VALUE;
        if (j < found.size()) {
          least = Math.min(least, changes[i][j + 1] + (isFree(i, j) ? 0 : INSERT));
        }
        if (i < shown.size()) {
          least = Math.min(least, changes[i + 1][j] + (isAnything(i) ? 0 : DELETE));
        }
        if (i < shown.size() && j < found.size() && !isAnything(i)) {
          least = Math.min(least, changes[i + 1][j + 1] + cost(i, j));
        }
        changes[i][j] = least;
      }
    }
  }

  List<String> lines() {
    while (line < shown.size() || next < found.size()) {
      int left = changes[line][next];
      if (isFree(line, next) && changes[line][next + 1] == left) {
        next++;
        hasSwallowed = true;
      } else if (isAnything(line) && changes[line + 1][next] == left) {
        keepDots();
        line++;
      } else if (isPair(left)) {
        mended.add(shown.get(line++).mendedBy(found.get(next++)));
      } else if (next < found.size() && changes[line][next + 1] + INSERT == left) {
        insert();
      } else {
        line++;
      }
    }
    return mended;
  }

  private void keepDots() {
    mended.add(shown.get(line).text());
    hasSwallowed = false;
  }

  /** Adds a line that was found; what "..." has swallowed before it is still swallowed. */
  private void insert() {
    if (hasSwallowed) {
      keepDots();
    }
    mended.add(found.get(next++));
  }

  private boolean isAnything(int i) {
    return i < shown.size() && shown.get(i).isAnything();
  }

  private boolean isFree(int i, int j) {
    return isAnything(i) && j < found.size() && canBeLeftOut.test(found.get(j));
  }

  /** Whether the two lines stand for each other where the fewest changes are made. */
  private boolean isPair(int left) {
    return line < shown.size()
        && next < found.size()
        && !isAnything(line)
        && changes[line + 1][next + 1] + cost(line, next) == left;
  }

  private int cost(int i, int j) {
    return shown.get(i).standsFor(found.get(j)) ? 0 : CHANGE;
  }
}
