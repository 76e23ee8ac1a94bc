package proof;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import project.ChapterTasks;
import project.Source;
import project.Step;
import proof.Judge.Outcome;
import proof.Judge.Task;
import proof.Judge.Verdict;

/**
 * Proves a step's exercise both ways: what is not solved fails, what is solved passes, in whatever
 * way, and each plausible mistake is caught and named. The learner's own file plays no part.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExerciseProof {

  private static final int MOST_TRIALS = 20;

  private final Step step;
  private final Bench bench;
  private final Source solution;
  private final List<Path> solved;
  private final List<Task> tasks;
  private final List<WrongAnswer> wrongAnswers;
  private int caught;

  ExerciseProof(Step step) {
    this.step = step;
    bench = Bench.of(step);
    solution = Source.of(step.solution());
    solved = bench.put(solution);
    tasks = Judge.tasks(solved);
    wrongAnswers = WrongAnswer.read(step.wrongAnswers());
  }

  @TestFactory
  Stream<DynamicTest> theStartFails() {
    return eachTaskFailsOn("the start", Source.of(step.start()));
  }

  /** One may go on with one's own server; what the start has besides, a pool, stays. */
  @TestFactory
  Stream<DynamicTest> theSolutionOfTheStepBeforeFails() {
    if (step.isFirst()) {
      return Stream.empty();
    }
    Source before = Source.of(step.previous().solution());
    return eachTaskFailsOn("the step before", Source.of(step.start()).with(before));
  }

  private Stream<DynamicTest> eachTaskFailsOn(String name, Source server) {
    List<Path> classPath = bench.put(server);
    return tasks.stream()
        .map(task -> dynamicTest(task.number() + " fails on " + name, () -> {
          Verdict verdict = Judge.judge(classPath, task);
          assertEquals(Outcome.FAILED, verdict.outcome(), verdict.text());
        }));
  }

  /** In an order of its own each time. */
  @TestFactory
  Stream<DynamicTest> theSolutionPasses() {
    List<Task> shuffled = new ArrayList<>(tasks);
    Collections.shuffle(shuffled, new Random());
    return shuffled.stream()
        .map(task -> dynamicTest(task.number() + " passes", () -> {
          Verdict verdict = Judge.judge(solved, task);
          assertEquals(Outcome.PASSED, verdict.outcome(), verdict.text());
        }));
  }

  /** It may be written in another way than the solution. */
  @TestFactory
  Stream<DynamicTest> aRightAnswerPasses() {
    return step.rightAnswers().stream().flatMap(folder -> {
      List<Path> classPath = bench.put(solution.with(Source.of(folder)));
      return tasks.stream()
          .map(task -> dynamicTest(folder.getFileName() + " passes " + task.number(), () -> {
            Verdict verdict = Judge.judge(classPath, task);
            assertEquals(Outcome.PASSED, verdict.outcome(), verdict.text());
          }));
    });
  }

  @TestFactory
  Stream<DynamicTest> aWrongAnswerIsCaught() {
    return wrongAnswers.stream()
        .map(wrong -> dynamicTest(
            wrong.task() + " catches: " + wrong.belief(),
            Path.of(step.wrongAnswers() + "").toUri(),
            () -> assertCaught(wrong)));
  }

  private void assertCaught(WrongAnswer wrong) {
    List<Path> classPath = bench.put(wrong.in(solution));
    Verdict verdict = judge(wrong, classPath);
    // A race goes well at times, or wrong in another way.
    for (int i = 1; wrong.isRace() && i < MOST_TRIALS && !isCaught(wrong, verdict); i++) {
      verdict = judge(wrong, classPath);
    }
    String where = step.wrongAnswers().getFileName() + ":" + wrong.line() + "\n" + verdict.text();
    assertEquals(Outcome.FAILED, verdict.outcome(), where);
    assertEquals(
        List.of(), missing(wrong, verdict), "words that the failure does not have: " + where);
    caught++;
  }

  private Verdict judge(WrongAnswer wrong, List<Path> classPath) {
    Task task = task(wrong.task());
    return wrong.runsApart() ? Judge.judgeApart(classPath, task) : Judge.judge(classPath, task);
  }

  private static boolean isCaught(WrongAnswer wrong, Verdict verdict) {
    return verdict.outcome() == Outcome.FAILED && missing(wrong, verdict).isEmpty();
  }

  /** The phrases that should name the cause, and are not in the failure. */
  private static List<String> missing(WrongAnswer wrong, Verdict verdict) {
    String text = verdict.text().replaceAll("\\s+", " ");
    return wrong.says().stream().filter(phrase -> !text.contains(phrase)).toList();
  }

  private Task task(String number) {
    return tasks.stream()
        .filter(task -> task.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no task " + number));
  }

  @Test
  void everyTaskHasAWrongAnswer() {
    Set<String> tried = new HashSet<>();
    wrongAnswers.forEach(wrong -> tried.add(wrong.task()));
    assertAll(tasks.stream().map(task -> () -> {
      if (!tried.contains(task.number())) {
        throw new AssertionError(step.wrongAnswers() + " has none for task " + task.number());
      }
    }));
  }

  /** The titles are the same on the page and in the tests, and each task has three hints. */
  @Test
  void thePageHasEveryTaskWithThreeHints() {
    Map<String, ChapterTasks.Task> page = ChapterTasks.read(step.page()).tasks();
    assertEquals(tasks.stream().map(Task::number).toList(), List.copyOf(page.keySet()));
    assertAll(tasks.stream().map(task -> () -> {
      ChapterTasks.Task section = page.get(task.number());
      assertEquals(task.title(), section.title(), "the title in " + step.page().getFileName());
      assertEquals(List.of("Hint 1", "Hint 2", "Hint 3"), section.hints(), task.number());
    }));
  }

  @AfterAll
  void count() {
    Totals.write(step, new Totals(tasks.size(), wrongAnswers.size(), caught));
  }
}
