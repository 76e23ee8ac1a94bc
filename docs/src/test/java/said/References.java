package said;

import book.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Links by name, {@code [text][name]} or {@code [name]}: each name is defined on the page, once.
 */
final class References {

  private static final Pattern USE =
      Pattern.compile("(?<![\\]\\\\!])\\[([^\\[\\]]+)\\](?:\\[([^\\[\\]]*)\\])?(?![(:])");
  private static final Pattern DEFINITION = Pattern.compile("(?m)^ {0,3}\\[([^\\]]+)\\]:");

  private References() {}

  static List<Finding> wrong(Prose all) {
    Prose prose = all.withoutCode();
    Set<String> defined = prose
        .find(DEFINITION)
        .map(found -> name(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    for (MatchResult use : prose.find(USE).toList()) {
      boolean isWhole = use.group(2) == null || use.group(2).isEmpty();
      String name = name(use.group(isWhole ? 1 : 2));
      used.add(name);
      if (!defined.contains(name)) {
        findings.add(prose.finding(
            use.start(),
            use.group(),
            "the page defines no [" + name + "], but " + defined,
            "add a line: [" + name + "]: and the address"));
      }
    }
    findings.addAll(unused(prose, used));
    return findings;
  }

  private static List<Finding> unused(Prose prose, Set<String> used) {
    return prose
        .find(DEFINITION)
        .filter(found -> !used.contains(name(found.group(1))))
        .map(found -> prose.finding(
            found.start(),
            found.group(),
            "nothing on the page uses it",
            "take the line out, or use it"))
        .toList();
  }

  /** How many there are. */
  static int count(Prose prose) {
    return (int) prose.withoutCode().find(USE).count();
  }

  private static String name(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
