package judge.tasks;

import java.util.List;

/** The last line: how far the learner is, and where it goes on. */
public final class Progress {

  private Progress() {}

  /**
   * @param results of the tasks that were chosen: all, or some
   * @param tasks how many the step has
   */
  public static String of(TaskList step, List<TaskRunner.Result> results, int tasks) {
    String name = step.value().split(":")[0] + ": ";
    long passed = results.stream().filter(TaskRunner.Result::isPassed).count();
    if (results.size() < tasks) {
      return name + passed + " of " + results.size() + " chosen tasks passed.";
    }
    List<TaskRunner.Result> core =
        results.stream().filter(TaskRunner.Result::isCore).toList();
    long corePassed = core.stream().filter(TaskRunner.Result::isPassed).count();
    String far =
        name + passed + " of " + tasks + " tasks, core " + corePassed + " of " + core.size() + ".";
    if (passed < tasks && corePassed < core.size()) {
      return far;
    }
    return far + (step.next().isEmpty() ? " This is the last step." : " Next: " + step.next());
  }
}
