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
 * @param lanes are judged side by side: in the first one the task at which the learner is, then
 *     those that have passed, the quickest first, then the others; at the end of the first one and
 *     in the second those that take long, so that both end as early as may be
 * @param always those that are judged although one before them has failed
 */
record Plan(List<List<Task>> lanes, Set<Task> always) {

  /** Each has a worker process, which takes about 100 MB. */
  private static final int LANES = 2;

  private static final int MILLIS_OF_A_QUICK_TASK = 500;

  /** Tasks, and how long they take. */
  private static final class Lane {

    private final List<Task> tasks = new ArrayList<>();
    private long millis;

    void add(TaskView view) {
      tasks.add(view.task());
      millis += view.millis();
    }
  }

  /**
   * @param isKnown whether a task needs no verdict, since it has one
   */
  static Plan of(List<TaskView> views, Predicate<TaskView> isKnown) {
    List<TaskView> unknown = views.stream().filter(isKnown.negate()).toList();
    List<Lane> lanes = Stream.generate(Lane::new).limit(LANES).toList();
    List<TaskView> now = order(views, unknown);
    now.forEach(lanes.get(0)::add);
    unknown.stream()
        .filter(view -> !now.contains(view))
        .sorted(comparing(TaskView::millis).reversed())
        .forEach(view -> shortest(lanes).add(view));
    return new Plan(tasks(lanes), always(unknown));
  }

  /** Those that do not take long, or that the learner waits for. */
  private static List<TaskView> order(List<TaskView> all, List<TaskView> unknown) {
    List<TaskView> order = new ArrayList<>();
    all.stream()
        .filter(view -> !view.passes())
        .limit(1)
        .filter(unknown::contains)
        .forEach(order::add);
    List<TaskView> others = unknown.stream()
        .filter(view -> !order.contains(view) && view.millis() <= MILLIS_OF_A_QUICK_TASK)
        .toList();
    others.stream()
        .filter(TaskView::hasPassedBefore)
        .sorted(comparing(TaskView::millis))
        .forEach(order::add);
    others.stream().filter(view -> !view.hasPassedBefore()).forEach(order::add);
    return order;
  }

  /** The last one of several that are equally short. */
  private static Lane shortest(List<Lane> lanes) {
    return lanes.stream()
        .reduce((one, next) -> next.millis <= one.millis ? next : one)
        .get();
  }

  private static List<List<Task>> tasks(List<Lane> lanes) {
    return lanes.stream()
        .map(lane -> lane.tasks)
        .filter(tasks -> !tasks.isEmpty())
        .toList();
  }

  private static Set<Task> always(List<TaskView> views) {
    return views.stream()
        .filter(TaskView::hasPassedBefore)
        .map(TaskView::task)
        .collect(Collectors.toSet());
  }

  /** All tasks. */
  List<Task> tasks() {
    return lanes.stream().flatMap(List::stream).toList();
  }

  /** The same, but no failure ends it. */
  Plan whateverFails() {
    return new Plan(lanes, Set.copyOf(tasks()));
  }
}
