package judge.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import judge.events.Event;
import judge.events.Event.Verdict;
import judge.learner.Printed;

/** Prints what becomes of the tasks, the first failure, and how far the learner is. */
final class Screen implements Consumer<Event> {

  private final boolean showsAll;
  private final List<Verdict> verdicts = new ArrayList<>();
  private Verdict firstFailure;

  /**
   * @param showsAll in a line each, what failures mean, instead of the whole text of the first one
   */
  Screen(boolean showsAll) {
    this.showsAll = showsAll;
  }

  void begin(TaskList step) {
    Printed.SCREEN.println();
    Printed.SCREEN.println(step.value());
    Printed.SCREEN.println();
  }

  /** Says at once what became of a task: the next one may take seconds. */
  @Override
  public void accept(Event event) {
    if (!(event instanceof Verdict verdict)) {
      return;
    }
    verdicts.add(verdict);
    print(verdict.word(), verdict.task().toString());
    if (verdict instanceof Event.Failed || verdict instanceof Event.Broken) {
      firstFailure = firstFailure == null ? verdict : firstFailure;
      if (showsAll) {
        print("", verdict.summary());
      }
    }
  }

  private static void print(String word, String text) {
    Printed.SCREEN.printf("  %-7s  %s%n", word, text);
  }

  boolean hasFailure() {
    return firstFailure != null;
  }

  /**
   * @param tasks how many the step has
   */
  void end(TaskList step, int tasks) {
    Printed.SCREEN.println();
    if (!showsAll && firstFailure != null) {
      Printed.SCREEN.println(firstFailure.text());
      Printed.SCREEN.println();
    }
    Printed.SCREEN.println(Progress.of(step, verdicts, tasks));
  }
}
