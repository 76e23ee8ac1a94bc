package judge.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import judge.events.Event;
import judge.events.Event.Verdict;
import judge.events.Task;
import judge.learner.Printed;
import judge.words.Text;

/** Prints what becomes of the tasks, the first failure, and how far the learner is. */
final class Screen implements Consumer<Event> {

  /** Where a title goes on: below its number. */
  private static final String HANGING = " ".repeat("  waiting  ".length());

  private final TaskList step;
  private final List<Task> tasks;
  private final PassedBefore before;
  private final boolean showsAll;
  private final List<Verdict> verdicts = new ArrayList<>();
  private Verdict firstFailure;

  /**
   * @param tasks all that the step has
   * @param showsAll in a line each, what failures mean, instead of the whole text of the first one
   */
  Screen(TaskList step, List<Task> tasks, PassedBefore before, boolean showsAll) {
    this.step = step;
    this.tasks = tasks;
    this.before = before;
    this.showsAll = showsAll;
  }

  void begin() {
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
    boolean isFailure = verdict instanceof Event.Failed || verdict instanceof Event.Broken;
    boolean isBroken = isFailure && before.has(verdict.task());
    print(isBroken ? "BROKEN" : verdict.word(), verdict.task().toString());
    if (isFailure) {
      firstFailure = firstFailure == null ? verdict : firstFailure;
      if (showsAll) {
        print("", verdict.summary());
      }
    }
  }

  private static void print(String word, String text) {
    String begin = String.format("  %-7s  ", word);
    for (String line : Text.wrap(List.of(text), Text.COLUMNS - HANGING.length())) {
      Printed.SCREEN.println((begin + line).stripTrailing());
      begin = HANGING;
    }
  }

  boolean hasFailure() {
    return firstFailure != null;
  }

  /** Whether all core tasks pass, for the first time: a moment to stop at. */
  boolean isCoreJustDone() {
    return !before.hasCore(tasks)
        && tasks.stream()
            .filter(Task::isCore)
            .allMatch(task -> verdicts.contains(new Event.Passed(task)));
  }

  void end() {
    Printed.SCREEN.println();
    if (!showsAll && firstFailure != null) {
      Printed.SCREEN.println(firstFailure.text());
      Printed.SCREEN.println();
    } else if (!showsAll && isCoreJustDone() && verdicts.size() == tasks.size()) {
      Printed.SCREEN.println("The core of this step is done"
          + (step.next().isEmpty() ? "." : ": you have what the next one builds on."));
      Printed.SCREEN.println("The same command again judges the further tasks.");
      Printed.SCREEN.println();
    }
    Printed.SCREEN.println(Progress.of(step, verdicts, tasks.size()) + broken());
    before.add(verdicts);
  }

  /** What has changed for the worse. */
  private String broken() {
    if (firstFailure == null || !before.has(firstFailure.task())) {
      return "";
    }
    String now = " " + firstFailure.task().number() + " passed before and is broken now";
    return now
        + before.next(tasks).map(task -> "; you were at " + task.number()).orElse("") + ".";
  }
}
