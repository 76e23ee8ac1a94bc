package watch;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import judge.events.Task;

/**
 * The order in which tasks are judged.
 *
 * @param tasks first the one at which the learner is, then those that have passed, the quickest
 *     first, then the others; those that take long at the end
 * @param always those that are judged although one before them has failed
 */
record Plan(List<Task> tasks, Set<Task> always) {

  private static final int MILLIS_OF_A_SLOW_TASK = 1_000;

  /**
   * @param isKnown whether a task needs no verdict, since it has one
   */
  static Plan of(List<TaskView> views, Predicate<TaskView> isKnown) {
    List<TaskView> order = new ArrayList<>();
    views.stream().filter(view -> !view.passes()).findFirst().ifPresent(order::add);
    for (boolean isSlow : new boolean[] {false, true}) {
      Stream<TaskView> same = views.stream().filter(view -> isSlow(view) == isSlow);
      List<TaskView> some = same.filter(view -> !order.contains(view)).toList();
      some.stream()
          .filter(TaskView::hasPassedBefore)
          .sorted(comparing(TaskView::millis))
          .forEach(order::add);
      some.stream().filter(view -> !view.hasPassedBefore()).forEach(order::add);
    }
    List<TaskView> unknown = order.stream().filter(isKnown.negate()).toList();
    Set<Task> always = unknown.stream()
        .filter(TaskView::hasPassedBefore)
        .map(TaskView::task)
        .collect(Collectors.toSet());
    return new Plan(unknown.stream().map(TaskView::task).toList(), always);
  }

  private static boolean isSlow(TaskView view) {
    return view.millis() > MILLIS_OF_A_SLOW_TASK;
  }

  /** The same, but no failure ends it. */
  Plan whateverFails() {
    return new Plan(tasks, Set.copyOf(tasks));
  }
}
