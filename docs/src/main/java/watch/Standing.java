package watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import judge.events.Event;
import judge.events.Event.Passed;
import judge.events.Event.Verdict;
import judge.events.Event.Waiting;
import judge.events.Task;

/** Where the tasks of a step stand, and what the memory knows of them. One thread has it. */
final class Standing {

  private static final int MOST_EVENTS = 2_000;

  private final Memory memory;
  private final Map<Task, TaskView> views = new LinkedHashMap<>();
  private final Map<Task, List<Event>> stories = new HashMap<>(); // of those that are judged
  private String files = "";

  Standing(List<Task> tasks, Memory memory) {
    this.memory = memory;
    for (Task task : tasks) {
      boolean hasPassed = memory.hasEverPassed(task);
      views.put(task, TaskView.of(task, hasPassed, memory.millis(task), memory.hints(task)));
    }
  }

  List<TaskView> views() {
    return List.copyOf(views.values());
  }

  /**
   * There are other files now.
   *
   * @param files their hash; the verdicts are of others, unless they have passed with these before
   */
  void saved(String files) {
    this.files = files;
    change(TaskView::old);
    change(view -> isKnown(view) ? view.passed() : view);
  }

  /** Whether it has passed with these files. */
  boolean isKnown(TaskView view) {
    return memory.hasPassed(view.task(), files);
  }

  /** All verdicts are to be had again. */
  void again() {
    change(TaskView::old);
  }

  /** Nothing is judged any more. */
  void stopped() {
    change(TaskView::stopped);
    memory.write();
  }

  private void change(UnaryOperator<TaskView> change) {
    views.replaceAll((task, view) -> change.apply(view));
  }

  void hints(Task task, int count) {
    views.computeIfPresent(task, (same, view) -> view.hints(count));
    memory.hints(task, count);
    memory.write();
  }

  /**
   * Takes what is told of a task.
   *
   * @return whether a task stands elsewhere now
   */
  boolean accept(Task task, Event event, long now) {
    if (event instanceof Event.Began) {
      stories.put(task, new ArrayList<>());
      return put(views.get(task).judging(now));
    }
    List<Event> story = stories.getOrDefault(task, new ArrayList<>());
    if (event instanceof Verdict verdict) {
      stories.remove(task);
      return put(remember(views.get(task).judged(verdict, story, now)));
    } else if (story.size() < MOST_EVENTS) {
      story.add(event);
    }
    return false;
  }

  private boolean put(TaskView view) {
    return !view.equals(views.put(view.task(), view));
  }

  private TaskView remember(TaskView view) {
    if (view.verdict() instanceof Passed) {
      memory.passed(view.task(), files, view.millis());
    } else if (!(view.verdict() instanceof Waiting)) {
      memory.failed(view.task(), files);
    }
    return view;
  }
}
