package said;

import book.Fence;
import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words and numbers of diagrams; what happens in what order, {@code drawn} compares with runs. */
final class Diagrams {

  private static final Pattern PARTNER = Pattern.compile("(?m)^ *participant (\\w+) as (.+)$");
  private static final Pattern SECONDS = Pattern.compile("(?m)^ *Note over .*?\\b(\\d+) s\\b.*$");
  private static final Pattern PORT = Pattern.compile("(?m)^.*?\\b(\\d{4,5})\\b.*$");
  private static final Pattern POOL = Pattern.compile("(?m)^ *section 20-(\\d+), pool of (\\w+)$");
  private static final String LISTING = "step05-threads/src/main/java/listings/Listing%s.java ";

  /** Who is meant by the letter that stands for it in all diagrams. */
  private static final Map<String, String> PARTNERS = Map.ofEntries(
      Map.entry("C", "client"),
      Map.entry("O", "operating system"),
      Map.entry("S", "your server"),
      Map.entry("A", "client a"),
      Map.entry("B", "client b"),
      Map.entry("L", "backlog|lock of jobs"),
      Map.entry("T", "one thread"),
      Map.entry("T0", "thread-0"),
      Map.entry("T1", "thread-1"),
      Map.entry("M", "accept loop"),
      Map.entry("Q", "queue"),
      Map.entry("E", "execute"),
      Map.entry("W", "worker"),
      Map.entry("W0", "worker 0"),
      Map.entry("W1", "worker 1"));

  private Diagrams() {}

  static List<Finding> wrong(Page page) {
    List<Finding> findings = new ArrayList<>();
    for (Fence fence : page.fences()) {
      if (fence.language().equals("mermaid")) {
        check(fence, PARTNER, Diagrams::otherPartner, findings);
        check(
            fence,
            SECONDS,
            found -> otherThan(found, LISTING + "sleep\\(([\\d_]+)\\) / 1000", "10"),
            findings);
        check(fence, PORT, found -> otherThan(found, LISTING + "\"port\", (\\d+)", "10"), findings);
        check(fence, POOL, Diagrams::otherPool, findings);
        findings.addAll(Notes.wrong(fence));
        Flowchart.problem(fence).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** A problem with something that was found. */
  private interface Check {
    Optional<String> problem(MatchResult found);
  }

  private static void check(Fence fence, Pattern pattern, Check check, List<Finding> findings) {
    String text = String.join("\n", fence.lines());
    for (MatchResult found : pattern.matcher(text).results().toList()) {
      int line =
          fence.line() + 1 + (int) text.substring(0, found.start()).lines().count();
      check
          .problem(found)
          .ifPresent(problem -> findings.add(new Finding(
              fence.page(), line, found.group().strip(), problem, "draw what the listings do")));
    }
  }

  private static Optional<String> otherPartner(MatchResult found) {
    String right = PARTNERS.getOrDefault(found.group(1), "nobody");
    String name = found.group(2).toLowerCase(Locale.ROOT);
    return name.matches("(" + right + ")( \\(.*\\))?")
        ? Optional.empty()
        : Optional.of(found.group(1) + " stands for: " + right);
  }

  private static Optional<String> otherPool(MatchResult found) {
    double said = NumberWords.value(found.group(2));
    double right = number(LISTING + "new ThreadPool\\((\\d+)\\)", found.group(1));
    return said == right ? Optional.empty() : Optional.of("it is " + (int) right);
  }

  private static Optional<String> otherThan(MatchResult found, String source, String listing) {
    double right = number(source, listing);
    return Double.parseDouble(found.group(1)) == right
        ? Optional.empty()
        : Optional.of("it is " + (int) right);
  }

  /** The number in the first group of an expression, in the source of a listing of step 5. */
  private static double number(String source, String listing) {
    return new NumberSource("first " + source.replace("%s", listing)).value();
  }
}
