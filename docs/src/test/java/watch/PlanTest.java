package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import judge.events.Event.Broken;
import judge.events.Event.Passed;
import judge.events.Task;
import org.junit.jupiter.api.Test;

/** What the learner waits for is judged first. */
class PlanTest {

  private static Task task(int number) {
    return new Task("1." + number, "title", true, "method");
  }

  private static TaskView waiting(int number) {
    return TaskView.of(task(number), false, 0, 0);
  }

  private static TaskView passed(int number, long millis) {
    return TaskView.of(task(number), true, millis, 0).passed();
  }

  private static List<String> numbers(Plan plan) {
    return plan.tasks().stream().map(Task::number).toList();
  }

  private static List<String> plan(TaskView... views) {
    return numbers(Plan.of(List.of(views), view -> false));
  }

  /** Such as {@code [1.1, 1.2] [1.3]}. */
  private static String lanes(TaskView... views) {
    return Plan.of(List.of(views), view -> false).lanes().stream()
        .map(tasks -> tasks.stream().map(Task::number).toList().toString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void atFirstTasksComeInTheirOrder() {
    Plan plan = Plan.of(List.of(waiting(1), waiting(2), waiting(3)), view -> false);
    assertEquals(List.of("1.1", "1.2", "1.3"), numbers(plan));
    assertEquals(Set.of(), plan.always());
  }

  @Test
  void theCurrentTaskIsTheFirst() {
    assertEquals(
        List.of("1.3", "1.2", "1.1", "1.4"),
        plan(passed(1, 200), passed(2, 100), waiting(3), waiting(4)));
  }

  @Test
  void whatIsBrokenNowComesFirst() {
    TaskView broken = passed(1, 100).judged(new Broken(task(1), "defect"), List.of(), 0);
    assertEquals(State.BROKEN, broken.state());
    assertEquals(List.of("1.1", "1.2", "1.3"), plan(broken, passed(2, 100), waiting(3)));
  }

  @Test
  void whatTakesLongIsJudgedBeside() {
    assertEquals(
        "[1.3, 1.1, 1.4] [1.2]", lanes(passed(1, 400), passed(2, 3_000), waiting(3), waiting(4)));
    assertEquals("[1.2]", lanes(passed(2, 3_000)));
  }

  @Test
  void bothLanesEndAsEarlyAsMayBe() {
    assertEquals(
        "[1.1, 1.4, 1.3] [1.2]",
        lanes(passed(1, 300), passed(2, 2_000), passed(3, 800), passed(4, 900)));
    assertEquals(
        "[1.1, 1.3] [1.2, 1.4]",
        lanes(passed(1, 300), passed(2, 1_200), passed(3, 1_000), passed(4, 600)));
  }

  @Test
  void theCurrentTaskIsTheFirstThoughItTakesLong() {
    TaskView broken = passed(2, 2_000).judged(new Broken(task(2), "defect"), List.of(), 0);
    assertEquals("[1.2, 1.1] [1.3]", lanes(passed(1, 100), broken, passed(3, 3_000)));
  }

  @Test
  void whatIsKnownIsNotJudged() {
    List<TaskView> views = List.of(passed(1, 10), passed(2, 20), waiting(3));
    Plan plan = Plan.of(views, TaskView::passes);
    assertEquals(List.of("1.3"), numbers(plan));
  }

  @Test
  void whatHasPassedIsJudgedWhateverFails() {
    List<TaskView> views = List.of(passed(1, 10), waiting(2), waiting(3));
    Plan plan = Plan.of(views, view -> false);
    assertEquals(Set.of(task(1)), plan.always());
    assertEquals(Set.of(task(1), task(2), task(3)), plan.whateverFails().always());
  }

  @Test
  void aTaskThatPassesIsRememberedAsSuch() {
    TaskView view = waiting(1).judging(1_000).judged(new Passed(task(1)), new ArrayList<>(), 1_250);
    assertEquals(State.PASSED, view.state());
    assertEquals(250, view.millis());
    assertEquals(State.PASSED, view.old().state());
    assertEquals(true, view.old().isOld());
    assertEquals(State.JUDGING, view.old().judging(2_000).state());
    assertEquals(State.PASSED, view.old().judging(2_000).stopped().state());
  }
}
