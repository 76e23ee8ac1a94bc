package said;

import book.Finding;
import book.Link;
import book.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a link lead to what they name: a step, a file, a task, a listing, a heading. */
final class LinkTexts {

  private static final Pattern STEP = Pattern.compile("(?:[Ss]tep )?(\\d)(: .*)?");
  private static final Pattern LISTING = Pattern.compile("[Ll]isting (\\d+)");
  private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.[a-z]+");
  private static final Pattern TASK = Pattern.compile("(?:task )?(\\d)\\.(\\d+)");
  private static final Pattern RANGE = Pattern.compile("\\d\\.\\d+ to \\d\\.\\d+");
  private static final Pattern TASK_TITLE = Pattern.compile("(\\d\\.\\d+) .*");
  private static final Pattern OF_LISTING =
      Pattern.compile("20-(\\d+)(?:-(?:to|and)-20-(\\d+))?-.*");

  private LinkTexts() {}

  static List<Finding> wrong(Prose prose, List<Link> links) {
    List<Finding> findings = new ArrayList<>();
    for (Link link : links) {
      if (!link.isPicture() && !link.target().contains(":")) {
        problem(link, prose)
            .ifPresent(problem -> findings.add(new Finding(
                link.page().name(),
                link.line(),
                "[" + link.text() + "](" + link.target() + ")",
                problem,
                "let the words and the address name the same")));
      }
    }
    return findings;
  }

  private static Optional<String> problem(Link link, Prose prose) {
    String text = link.text().replaceAll("\\s+", " ");
    String[] target = link.target().split("#", 2);
    String file = target[0].substring(target[0].lastIndexOf('/') + 1);
    if (is(STEP, text, 1, step -> file.startsWith("step0") && !file.startsWith("step0" + step))) {
      return Optional.of("it leads to " + file);
    } else if (is(LISTING, text, 1, number -> !file.matches(".*\\D0?" + number + "\\.java"))
        || FILE.matcher(text).matches() && !file.isEmpty() && !file.equals(text)) {
      return Optional.of("it leads to " + target[0]);
    }
    return target.length < 2 ? Optional.empty() : anchorProblem(link, prose, text, target[1]);
  }

  private static Optional<String> anchorProblem(
      Link link, Prose prose, String text, String anchor) {
    Matcher task = TASK.matcher(text);
    if (task.matches() && !anchor.startsWith(task.group(1) + task.group(2) + "-")) {
      return Optional.of("it leads to " + anchor);
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches() && !tasksBelow(link, anchor).equals(text)) {
      return Optional.of("below that heading are " + tasksBelow(link, anchor));
    }
    Optional<String> listing = otherListing(link, prose, anchor);
    return listing.isPresent() ? listing : otherHeading(link, text, anchor);
  }

  /** The first and the last task below a heading, as {@code 5.2 to 5.6}. */
  private static String tasksBelow(Link link, String anchor) {
    List<String> tasks = new ArrayList<>();
    boolean isBelow = false;
    for (Map.Entry<String, String> heading : headings(link).entrySet()) {
      Matcher task = TASK_TITLE.matcher(heading.getValue());
      boolean isTask = task.matches();
      if (isBelow && isTask) {
        tasks.add(task.group(1));
      } else if (isBelow && !tasks.isEmpty()) {
        break;
      }
      isBelow |= heading.getKey().equals(anchor);
    }
    return tasks.isEmpty() ? "no tasks" : tasks.get(0) + " to " + tasks.get(tasks.size() - 1);
  }

  /** In the list of listings, a link to the chapter leads to the section of the same listing. */
  private static Optional<String> otherListing(Link link, Prose prose, String anchor) {
    Matcher there = OF_LISTING.matcher(anchor);
    Matcher here = Pattern.compile("\\b20-(\\d+)").matcher(prose.headingAbove(link.line()));
    if (!there.matches() || !link.text().equals("in the chapter") || !here.find()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(here.group(1));
    int first = Integer.parseInt(there.group(1));
    int last = there.group(2) == null ? first : Integer.parseInt(there.group(2));
    return first <= number && number <= last
        ? Optional.empty()
        : Optional.of("under 20-" + number + " it leads to " + anchor);
  }

  /** A heading of that page is what the words say, and it is another one. */
  private static Optional<String> otherHeading(Link link, String text, String anchor) {
    Map<String, String> headings = headings(link);
    String own = headings.getOrDefault(anchor, text);
    return headings.values().stream()
        .skip(1) // the page's own
        .filter(heading -> isNamed(heading, text))
        .findFirst()
        .filter(heading -> !isNamed(own, text))
        .map(heading -> "it leads to \"" + own + "\", and that page has \"" + heading + "\"");
  }

  private static boolean isNamed(String heading, String text) {
    String words = text.toLowerCase(Locale.ROOT);
    String name = heading.toLowerCase(Locale.ROOT);
    return name.equals(words) || name.startsWith(words + ":") || words.equals(name + "s");
  }

  /** For each anchor of the page to which it leads its heading. */
  private static Map<String, String> headings(Link link) {
    Path file = link.page().file().resolveSibling(link.target().split("#")[0]);
    boolean isOwn = link.target().startsWith("#");
    return isOwn || Files.isRegularFile(file)
        ? Link.anchors(isOwn ? link.page() : Page.read(file.normalize()))
        : Map.of();
  }

  private static boolean is(Pattern pattern, String text, int group, Predicate<String> isOther) {
    Matcher found = pattern.matcher(text);
    return found.matches() && isOther.test(found.group(group));
  }
}
