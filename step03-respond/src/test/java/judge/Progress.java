package judge;

import java.util.List;

/** The last line: how far the learner is, and where it goes on. */
final class Progress {

  private Progress() {}

  /**
   * @param results of the tasks that were chosen: all, or some
   * @param tasks how many the step has
   */
  static String of(Step step, List<Tasks.Result> results, int tasks) {
    String name = step.value().split(":")[0] + ": ";
    long passed = results.stream().filter(Tasks.Result::isPassed).count();
    if (results.size() < tasks) {
      return name + passed + " of " + results.size() + " chosen tasks passed.";
    }
    List<Tasks.Result> core = results.stream().filter(Tasks.Result::isCore).toList();
    long corePassed = core.stream().filter(Tasks.Result::isPassed).count();
    String far =
        name + passed + " of " + tasks + " tasks, core " + corePassed + " of " + core.size() + ".";
    if (passed < tasks && corePassed < core.size()) {
      return far;
    }
    return far + (step.next().isEmpty() ? " This is the last step." : " Next: " + step.next());
  }
}
