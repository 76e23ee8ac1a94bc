package rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import project.Project;
import project.Questions;
import project.Questions.Question;
import project.Source;
import project.Step;

/** Whatever a chapter asks has its place to write or to choose, and each a name of its own. */
class QuestionsTest {

  private static final Pattern ANSWER = Pattern.compile("<summary>(Answer|A: )");
  private static final Pattern OPTION = Pattern.compile("<summary>[A-Z]: ");
  private static final Pattern PREDICTION =
      Pattern.compile("(?m)^#+ Predict[^#]*?\n\n((\\d\\. .*\n( .*\n)*)+)");

  private final Library library = new Library(Project.ROOT);

  private List<Question> questions(Step step) {
    var page = library.find("docs/" + step.module() + ".md").orElseThrow();
    return List.copyOf(Questions.of(Html.document(page)).values());
  }

  @ParameterizedTest
  @EnumSource
  void eachAnswerHasAQuestion(Step step) {
    String page = Source.read(step.page());
    long predictions = PREDICTION
        .matcher(page)
        .results()
        .flatMap(list -> list.group(1).lines())
        .filter(line -> line.matches("\\d.*"))
        .count();
    long answers = ANSWER.matcher(page).results().count();
    List<Question> questions = questions(step);
    assertEquals(answers + predictions, questions.size());
    assertEquals(
        OPTION.matcher(page).results().count(),
        questions.stream().mapToInt(one -> one.options().length()).sum());
    assertEquals(questions.size(), new HashSet<>(questions).size());
    questions.forEach(one -> assertTrue(one.name().matches("[a-z0-9-]{3,70}"), one.name()));
  }

  /** Where the text says what comes of a prediction, the page shows what was written. */
  @ParameterizedTest
  @EnumSource(names = "STEP5", mode = EnumSource.Mode.EXCLUDE)
  void thePageComesBackToEachPrediction(Step step) {
    String page = Source.read(step.page()).replaceAll("\\s+", " ");
    var list = PREDICTION.matcher(Source.read(step.page()));
    assertTrue(list.find());
    list.group(1)
        .lines()
        .filter(line -> line.matches("\\d.*"))
        .forEach(line ->
            assertEquals(2, page.split("\\(prediction " + line.charAt(0) + "\\)").length, line));
  }

  @ParameterizedTest
  @EnumSource
  void theHtmlNamesThem(Step step) throws Exception {
    var page = library.find("docs/" + step.module() + ".md").orElseThrow();
    String html = Html.of(library, page);
    for (Question one : questions(step)) {
      assertEquals(2, html.split("data-question=\"" + one.name() + "\"").length, one.name());
    }
  }
}
