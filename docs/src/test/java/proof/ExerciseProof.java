package proof;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import engine.Bench.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import judge.events.Event.Failed;
import judge.events.Event.Passed;
import judge.events.Event.Verdict;
import judge.events.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import project.ChapterTasks;
import project.Source;
import project.Step;

/**
 * Proves a step's exercise both ways: what is not solved fails, what is solved passes, in whatever
 * way, and each plausible mistake is caught and named. The learner's own file plays no part.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExerciseProof {

  private static final int MOST_TRIALS = 20;

  /** The number of the one task to prove, as {@code -Dtask=3.2} says it; else all are. */
  private static final String CHOSEN = System.getProperty("task", "");

  /** How often the solution has to pass, as {@code -Druns=300} says it. */
  private static final int RUNS = Integer.getInteger("runs", 1);

  private final Step step;
  private final Judges judges;
  private final Source solution;
  private final Work solved;
  private final List<Task> tasks;
  private final List<WrongAnswer> wrongAnswers;
  private int caught;

  ExerciseProof(Step step) {
    this.step = step;
    judges = new Judges(step);
    solution = Source.of(step.solution());
    solved = judges.put(solution);
    tasks = judges.tasks();
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

  private List<Task> chosen() {
    return CHOSEN.isEmpty() ? tasks : List.of(task(CHOSEN));
  }

  private Stream<DynamicTest> eachTaskFailsOn(String name, Source server) {
    Work work = judges.put(server);
    return chosen().stream()
        .map(task -> dynamicTest(task.number() + " fails on " + name, () -> {
          Verdict verdict = judges.judge(work, task);
          assertInstanceOf(Failed.class, verdict, verdict.text());
        }));
  }

  /** In an order of its own each time. */
  @TestFactory
  Stream<DynamicTest> theSolutionPasses() {
    return IntStream.range(0, RUNS)
        .mapToObj(run -> shuffled(chosen()))
        .flatMap(List::stream)
        .map(task -> dynamicTest(task.number() + " passes", () -> {
          Verdict verdict = judges.judge(solved, task);
          assertInstanceOf(Passed.class, verdict, verdict.text());
        }));
  }

  private static List<Task> shuffled(List<Task> tasks) {
    List<Task> shuffled = new ArrayList<>(tasks);
    Collections.shuffle(shuffled, new Random());
    return shuffled;
  }

  /** Whoever takes every third hint gets there. */
  @TestFactory
  Stream<DynamicTest> theThirdHintPasses() {
    var hints = new ThirdHints(step);
    Map<String, Source> programs = hints.programs();
    assertEquals(Set.of(), hints.unused(), "hints of " + step.page() + " that nothing tries");
    assertEquals(tasks.stream().map(Task::number).toList(), List.copyOf(programs.keySet()));
    return chosen().stream()
        .map(task -> dynamicTest(task.number() + " passes with its third hint", () -> {
          Work work = judges.put(programs.get(task.number()));
          String problems = "" + work.problems();
          assertEquals("[]", problems, () -> hints.told(task.number(), problems));
          Verdict verdict = judges.judge(work, task);
          assertInstanceOf(Passed.class, verdict, () -> hints.told(task.number(), verdict.text()));
        }));
  }

  /** It may be written in another way than the solution. */
  @TestFactory
  Stream<DynamicTest> aRightAnswerPasses() {
    return Variant.read(step.rightAnswers()).stream().flatMap(right -> {
      Work work = judges.put(right.in(solution));
      return chosen().stream()
          .map(task -> dynamicTest(right.heading() + ": passes " + task.number(), () -> {
            Verdict verdict = judges.judge(work, task);
            assertInstanceOf(Passed.class, verdict, () -> right.heading() + ": " + verdict.text());
          }));
    });
  }

  @TestFactory
  Stream<DynamicTest> aWrongAnswerIsCaught() {
    return wrongAnswers.stream()
        .filter(wrong -> CHOSEN.isEmpty() || CHOSEN.equals(wrong.task()))
        .map(wrong -> dynamicTest(
            wrong.task() + " catches: " + wrong.belief(),
            Path.of(step.wrongAnswers() + "").toUri(),
            () -> assertCaught(wrong)));
  }

  private void assertCaught(WrongAnswer wrong) throws InterruptedException {
    Verdict verdict = judge(wrong);
    for (int i = 1; i < trials(wrong, verdict) && !isCaught(wrong, verdict); i++) {
      System.out.println("Once more: " + step.wrongAnswers().getFileName() + ":" + wrong.line());
      verdict = judge(wrong);
    }
    String where = step.wrongAnswers().getFileName() + ":" + wrong.line() + "\n" + verdict.text();
    assertInstanceOf(Failed.class, verdict, where);
    assertEquals(
        List.of(), missing(wrong, verdict), "words that the failure does not have: " + where);
    caught++;
    if (wrong.runsApart()) { // in the same engine, as after a save in the live page
      Verdict next = judges.apart(solution, task(wrong.task()));
      assertInstanceOf(Passed.class, next, "the solution after it: " + next.text());
    }
  }

  /**
   * A race goes well at times, or wrong in another way. Any other fails each time; but of its signs
   * another one may be first when the machine is busy.
   */
  private static int trials(WrongAnswer wrong, Verdict verdict) {
    boolean isRace = wrong.isRace() || Judges.isOfMachine(verdict);
    return isRace ? MOST_TRIALS : verdict instanceof Failed ? 2 : 1;
  }

  /**
   * In this process, if possible: what many wrong answers leave running would need a new worker for
   * the next one each time.
   */
  private Verdict judge(WrongAnswer wrong) throws InterruptedException {
    Task task = task(wrong.task());
    Source source = wrong.in(solution);
    return wrong.runsApart() ? judges.apart(source, task) : judges.judge(judges.put(source), task);
  }

  private static boolean isCaught(WrongAnswer wrong, Verdict verdict) {
    return verdict instanceof Failed && missing(wrong, verdict).isEmpty();
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
  void end() {
    judges.close();
    Totals.write(step, new Totals(tasks.size(), wrongAnswers.size(), caught));
  }
}
