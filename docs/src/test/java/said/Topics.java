package said;

import book.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.Project;
import project.Source;

/**
 * What a sentence names by its number, a section of an RFC or a task, is what it speaks of: words
 * of that subject stand beside it. {@code docs/src/test/topics.txt} has them.
 */
final class Topics {

  private static final String FILE = "docs/src/test/topics.txt";
  private static final Pattern LINE = Pattern.compile("(?m)^([^#\n]+?) <- (.+)$");
  private static final Map<String, Pattern> WORDS = words();

  private static final Pattern TASK = Pattern.compile(
      "(?<![-\\w./#]|sections?\\s{1,9}|JDK |about )([1-5]\\.\\d{1,2})(?!\\w|\\.\\d|-| s\\b| or newer)");

  /** The end of a sentence, or of an item of a list; no point in a number or in a name. */
  private static final Pattern END = Pattern.compile("[.!?]\\)?\\s+(?=[A-Z(\\[*`])|\n- ");

  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\([^)\\s]*\\)|(?m)^\\[[^\\]\n]+\\]: .*$");

  private Topics() {}

  private static Map<String, Pattern> words() {
    Map<String, Pattern> words = new LinkedHashMap<>();
    LINE.matcher(Source.read(Project.ROOT.resolve(FILE)))
        .results()
        .forEach(line ->
            words.put(line.group(1), Pattern.compile(line.group(2), Pattern.CASE_INSENSITIVE)));
    return words;
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    if (prose.page().name().startsWith(".github/")) {
      return findings;
    }
    for (Sections.Named section : Sections.named(prose)) {
      int place = section.where().start();
      if (!isDefinition(prose, place)) {
        String text = sentence(prose, section.where()) + prose.heading(place);
        add(prose, place, "RFC " + section.rfc() + ", " + section.number(), text, findings);
      }
    }
    for (MatchResult task : tasks(prose).toList()) {
      if (!prose.heading(task.start()).contains("### " + task.group(1) + " ")) {
        String text = plain(prose.paragraph(task.start()));
        add(prose, task.start(), "task " + task.group(1), text, findings);
      }
    }
    return findings;
  }

  static int count(Prose prose) {
    return (int) tasks(prose).count();
  }

  /** In a table of measurements, such a number is none of a task. */
  private static Stream<MatchResult> tasks(Prose prose) {
    boolean isChapter = prose.page().isChapter();
    return prose
        .withoutCode()
        .find(TASK)
        .filter(task -> Mentions.isTask(task.group(1)))
        .filter(task ->
            isChapter || prose.text().startsWith("[" + task.group(1) + "]", task.start() - 1))
        .filter(task -> !isDefinition(prose, task.start()));
  }

  private static boolean isDefinition(Prose prose, int place) {
    int begin = prose.text().lastIndexOf('\n', place) + 1;
    int end = prose.text().indexOf('\n', place);
    return prose.text().substring(begin, end).matches("#.*|\\[[^\\]]+\\]: .*");
  }

  /** The sentence with that place; the row of a table, or an entry that ends with its sources. */
  private static String sentence(Prose prose, MatchResult where) {
    String paragraph = prose.paragraph(where.start());
    int place = paragraph.indexOf(where.group());
    int begin = 0;
    int end = paragraph.length();
    for (MatchResult point : END.matcher(paragraph).results().toList()) {
      begin = point.start() < place ? point.end() : begin;
      end = point.start() >= place + where.group().length() && end > point.start()
          ? point.start()
          : end;
    }
    String sentence = plain(paragraph.substring(begin, end));
    boolean isWhole = paragraph.startsWith("|") || sentence.startsWith("[Step ");
    return isWhole ? plain(paragraph) : sentence;
  }

  private static String plain(String text) {
    return ADDRESS.matcher(text).replaceAll("]").replaceAll("\\s+", " ");
  }

  private static void add(
      Prose prose, int place, String name, String text, List<Finding> findings) {
    problem(name, text)
        .ifPresent(found -> findings.add(prose.finding(
            place, name, found, "name the right one; " + FILE + " has the words of each")));
  }

  private static Optional<String> problem(String name, String text) {
    Pattern words = WORDS.get(name);
    if (words == null) {
      return Optional.of("nobody has said what that is about");
    }
    Matcher found = words.matcher(text);
    return found.find()
        ? Optional.empty()
        : Optional.of("that is about: " + words + ", and none of these words stands beside it");
  }
}
