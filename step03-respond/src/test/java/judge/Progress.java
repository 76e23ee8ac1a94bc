package judge;

import java.util.List;

/** The last line: how far the learner is, and where it goes on. */
final class Progress {

  private Progress() {}

  static String of(Step step, List<Tasks.Result> results) {
    long passed = results.stream().filter(Tasks.Result::isPassed).count();
    List<Tasks.Result> core = results.stream().filter(Tasks.Result::isCore).toList();
    long corePassed = core.stream().filter(Tasks.Result::isPassed).count();
    String far = step.value().split(":")[0] + ": " + passed + " of " + results.size()
        + " tasks, core " + corePassed + " of " + core.size() + ".";
    if (passed < results.size() && corePassed < core.size()) {
      return far;
    }
    return far + (step.next().isEmpty() ? " This is the last step." : " Next: " + step.next());
  }
}
