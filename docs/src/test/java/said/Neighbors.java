package said;

import book.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands side by side names the same listing or step; the workbook's ports are always two. */
final class Neighbors {

  /** A listing's number, and the link to its file. */
  private static final Pattern LISTING =
      Pattern.compile("\\b20-(\\d+)[,:]?\\s+(?:is\\s+)?\\[Listing(\\d+)\\.java\\]");

  /** In the list of listings, a heading and the paragraph below it. */
  private static final Pattern SECTION = Pattern.compile("(?m)^#+ 20-(\\d+): .*\\n\\n((?:.+\\n)+)");

  private static final Pattern FILE = Pattern.compile("Listing(\\d\\d)\\.java|-Dlisting=(\\d\\d)");

  /** A row of a table with a chapter and a command. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|.*\\((?:docs/)?step0(\\d)-[\\w-]*\\.md\\).*-pl step0(\\d)-.*$");

  private static final Pattern PORT =
      Pattern.compile("(?:127\\.0\\.0\\.1:|localhost:|\\bports? |-Dport=)(\\d{4,5})(?!\\d)");

  /** Those of a server, of a second one, and of a client. */
  private static final Set<String> PORTS = Set.of("7878", "8080", "54321");

  private static final Pattern METHOD =
      Pattern.compile("`(curl -[^`]*)`\\s+(?:sends|asks with)\\s+`([A-Z]+)`");

  private Neighbors() {}

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    add(prose, LISTING, Neighbors::differ, findings);
    add(prose, ROW, Neighbors::differ, findings);
    add(prose, SECTION, Neighbors::otherFile, findings);
    add(prose, PORT, Neighbors::otherPort, findings);
    add(prose, METHOD, Neighbors::otherMethod, findings);
    return findings;
  }

  /** A problem with something that was found. */
  private interface Check {
    Optional<String> problem(MatchResult found);
  }

  private static void add(Prose prose, Pattern pattern, Check check, List<Finding> findings) {
    for (MatchResult found : prose.find(pattern).toList()) {
      check
          .problem(found)
          .ifPresent(problem -> findings.add(prose.finding(
              found.start(), found.group(), problem, "name the same in both places")));
    }
  }

  private static Optional<String> differ(MatchResult found) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(2));
    return first == second
        ? Optional.empty()
        : Optional.of("beside " + first + " there is " + second);
  }

  private static Optional<String> otherFile(MatchResult section) {
    Matcher file = FILE.matcher(section.group(2));
    return file.results()
        .filter(one -> Stream.of(1, 2)
            .map(one::group)
            .anyMatch(number ->
                number != null && Integer.parseInt(number) != Integer.parseInt(section.group(1))))
        .findFirst()
        .map(one -> "under 20-" + section.group(1) + " there is " + one.group());
  }

  private static Optional<String> otherPort(MatchResult found) {
    return PORTS.contains(found.group(1))
        ? Optional.empty()
        : Optional.of("the pages have the ports " + PORTS);
  }

  private static Optional<String> otherMethod(MatchResult found) {
    String sent = Tried.method(List.of(found.group(1).split("\\s+")));
    return sent.isEmpty() || sent.equals(found.group(2))
        ? Optional.empty()
        : Optional.of("it sends " + sent);
  }
}
