package judge.tasks;

import java.util.List;
import judge.events.Event.Passed;
import judge.events.Event.Verdict;

/** The last line: how far the learner is, and where it goes on. */
public final class Progress {

  private Progress() {}

  /**
   * @param verdicts on the tasks that were chosen: all, or some
   * @param tasks how many the step has
   */
  public static String of(TaskList step, List<Verdict> verdicts, int tasks) {
    String name = step.value().split(":")[0] + ": ";
    long passed = passed(verdicts);
    if (verdicts.size() < tasks) {
      return name + passed + " of " + verdicts.size() + " chosen tasks passed.";
    }
    List<Verdict> core =
        verdicts.stream().filter(verdict -> verdict.task().isCore()).toList();
    long corePassed = passed(core);
    String far =
        name + passed + " of " + tasks + " tasks, core " + corePassed + " of " + core.size() + ".";
    if (passed < tasks && corePassed < core.size()) {
      return far;
    }
    return far + (step.next().isEmpty() ? " This is the last step." : " Next: " + step.next());
  }

  private static long passed(List<Verdict> verdicts) {
    return verdicts.stream().filter(Passed.class::isInstance).count();
  }
}
