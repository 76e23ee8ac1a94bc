package watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import judge.events.Problem;
import project.Step;

/**
 * All that is known of a step at one moment.
 *
 * @param title such as {@code "Step 2: read the request"}
 * @param version greater in each later snapshot of this board
 * @param savedAt when the judged files were seen, in milliseconds since 1970; 0 before the first
 *     look
 * @param tasks all of the step, in their order
 * @param problems why the newest save does not compile; the verdicts are then of an older one
 * @param isJudging whether verdicts are still to come
 * @param troubles what else the learner should know, a sentence each
 */
public record Snapshot(
    Step step,
    String title,
    long version,
    long savedAt,
    List<TaskView> tasks,
    List<Problem> problems,
    boolean isJudging,
    List<String> troubles) {

  /** The first task whose last verdict says that it fails. */
  public Optional<TaskView> firstFailure() {
    return tasks.stream().filter(TaskView::fails).findFirst();
  }

  /** Where the learner is: the first task that has no verdict {@code Passed}. */
  public Optional<TaskView> current() {
    return tasks.stream().filter(view -> !view.passes()).findFirst();
  }

  public long passed() {
    return count(TaskView::passes);
  }

  /** Whether all tasks pass, with the newest save. */
  public boolean isDone() {
    return !tasks.isEmpty()
        && !isJudging
        && problems.isEmpty()
        && tasks.stream().allMatch(view -> view.passes() && !view.isOld());
  }

  /** How far the learner is: {@code "3 of 8 passed, core 3 of 4"}. */
  public String notice() {
    long core = count(view -> view.task().isCore());
    long corePassed = count(view -> view.task().isCore() && view.passes());
    return passed() + " of " + tasks.size() + " passed, core " + corePassed + " of " + core;
  }

  private long count(Predicate<TaskView> wanted) {
    return tasks.stream().filter(wanted).count();
  }
}
