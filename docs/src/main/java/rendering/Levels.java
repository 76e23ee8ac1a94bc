package rendering;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;

/**
 * Closes the gaps between levels of headings, by which a screen reader finds its way: where a page
 * has no heading of level 2, those of level 3 take its place.
 */
final class Levels extends AbstractVisitor {

  private final Set<Integer> seen = new HashSet<>();

  @Override
  public void visit(Heading heading) {
    int level = heading.getLevel();
    boolean hasGap = level > 2 && !seen.contains(level - 1);
    heading.setLevel(hasGap ? level - 1 : level);
    seen.add(level);
  }
}
