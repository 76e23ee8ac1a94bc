package said;

import book.Fence;
import book.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A paragraph that leads to a block and names one listing: the block shows or runs that one. */
final class Leads {

  private static final Pattern SAID =
      Pattern.compile("(?<![-\\w/.#])20-(\\d+)\\b|\\b[Ll]isting\\s+(\\d{1,2})\\b(?!-)");

  private static final Pattern SHOWN = Pattern.compile(
      "Listing(\\d\\d)\\.java|-Dlisting=(\\d\\d)|\\blisting=(\\d\\d)|start\\((\\d+)\\)");

  private Leads() {}

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (Fence fence : prose.page().fences()) {
      String before = prose.before(fence.line());
      Set<Integer> said = numbers(SAID, before);
      Set<Integer> shown =
          numbers(SHOWN, String.join(" ", fence.info()) + "\n" + String.join("\n", fence.lines()));
      if (said.size() == 1 && !shown.isEmpty() && !shown.containsAll(said)) {
        findings.add(new Finding(
            fence.page(),
            fence.line(),
            "before this block: listing " + said,
            "the block has listing " + shown,
            "name the listing that the block shows or runs"));
      }
    }
    return findings;
  }

  private static Set<Integer> numbers(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> {
          int group = 1;
          while (found.group(group) == null) {
            group++;
          }
          return Integer.valueOf(found.group(group));
        })
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
