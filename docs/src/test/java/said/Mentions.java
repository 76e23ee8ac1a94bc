package said;

import book.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.ChapterTasks;
import project.Step;

/** Things that sentences name by their number: there is such a task, listing, step, question. */
final class Mentions {

  private static final int LISTINGS = 25;
  private static final Set<String> TASKS = Stream.of(Step.values())
      .flatMap(step -> ChapterTasks.read(step.page()).tasks().keySet().stream())
      .collect(Collectors.toSet());

  /** Numbers after a word: one, two, or from one to another. */
  private static final String NUMBERS =
      "\\[?(\\d+)\\]?(?:\\s+(?:to|and)\\s+\\[?(\\d{1,2}))?(?![-.\\d])";

  private static final Pattern LISTING = Pattern.compile("\\b[Ll]istings?\\s+" + NUMBERS);
  private static final Pattern NUMBERED = Pattern.compile("\\b20-(\\d+)\\b");
  private static final Pattern STEP = Pattern.compile("\\b[Ss]teps?\\s+" + NUMBERS);
  private static final Pattern QUESTION = Pattern.compile("\\bQuestions?\\s+" + NUMBERS);
  private static final Pattern PREDICTION = Pattern.compile("\\(predictions?\\s+" + NUMBERS);
  private static final Pattern TASK = Pattern.compile(
      "\\b[Tt]asks?\\s+\\[?(\\d\\.\\d+)(?:\\]?,?\\s+(?:to|and)\\s+\\[?(\\d\\.\\d+))?");
  private static final Pattern ASKED = Pattern.compile("(?m)^\\*\\*(\\d+)\\. ");
  private static final Pattern PREDICTED = Pattern.compile("(?m)^(\\d+)\\. ");

  private Mentions() {}

  /** Whether a step has a task of that number. */
  static boolean isTask(String number) {
    return TASKS.contains(number);
  }

  static int count(Prose prose) {
    return Stream.of(LISTING, NUMBERED, STEP, QUESTION, PREDICTION, TASK)
        .mapToInt(pattern -> (int) prose.find(pattern).count())
        .sum();
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    require(prose, TASK, TASKS::contains, "there is no such task", findings);
    require(prose, LISTING, upTo(LISTINGS), "the last listing is " + LISTINGS, findings);
    require(prose, NUMBERED, upTo(LISTINGS), "the last listing is 20-" + LISTINGS, findings);
    require(prose, STEP, upTo(Step.values().length), "there are five steps", findings);
    int questions = (int) prose.find(ASKED).count();
    require(prose, QUESTION, upTo(questions), "the last question is " + questions, findings);
    predictions(prose, findings);
    return findings;
  }

  private static Predicate<String> upTo(int last) {
    return number -> Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= last;
  }

  private static void require(
      Prose prose, Pattern pattern, Predicate<String> isThere, String found, List<Finding> all) {
    prose
        .find(pattern)
        .filter(said -> !isThere.test(said.group(1))
            || said.groupCount() > 1 && said.group(2) != null && !isThere.test(said.group(2)))
        .forEach(said ->
            all.add(prose.finding(said.start(), said.group(), found, "name one that there is")));
  }

  /** What a reader is asked to foresee comes true somewhere on the page, and nothing else does. */
  private static void predictions(Prose prose, List<Finding> findings) {
    if (!prose.page().isChapter()) {
      return;
    }
    int begin = prose.text().indexOf("\n## Predict\n");
    int end = prose.text().indexOf("\n## Run\n");
    Set<String> asked = begin < 0 || end < begin
        ? new LinkedHashSet<>()
        : PREDICTED
            .matcher(prose.text().substring(begin, end))
            .results()
            .map(item -> item.group(1))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> left = new LinkedHashSet<>(asked);
    for (MatchResult said : prose.find(PREDICTION).toList()) {
      left.remove(said.group(1));
      left.remove(said.group(2));
    }
    require(prose, PREDICTION, asked::contains, "the predictions are " + asked, findings);
    left.forEach(number -> findings.add(prose.finding(
        begin + 1,
        "prediction " + number,
        "no sentence says (prediction " + number + ")",
        "say where the reader sees what became of it")));
  }
}
