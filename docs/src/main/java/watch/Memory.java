package watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import judge.events.Task;

/**
 * What is remembered of a step from one start to the next: with which files a task has passed, how
 * long that took, how many hints are open.
 */
final class Memory {

  private static final int MOST_PASSED = 20;

  private final Kept kept;

  Memory(Path file) {
    kept = new Kept(
        file, "What passed before is judged again", "What passes now is judged again next time");
  }

  /** What is wrong with the file, in a sentence; empty if nothing is. */
  String trouble() {
    return kept.trouble();
  }

  /**
   * Whether a task has passed.
   *
   * @param files a hash of the learner's files, and of those that judge them
   */
  synchronized boolean hasPassed(Task task, String files) {
    return passed(task).contains(files);
  }

  synchronized boolean hasEverPassed(Task task) {
    return hasEverPassed(task.number());
  }

  synchronized boolean hasEverPassed(String number) {
    return !kept.get(key(number, "passed")).isBlank();
  }

  private List<String> passed(Task task) {
    String all = kept.get(key(task, "passed"));
    return all.isBlank() ? List.of() : List.of(all.strip().split("\\s+"));
  }

  /** How long a task took when it last passed; 0 if that is not known. */
  synchronized long millis(Task task) {
    return number(key(task, "millis"));
  }

  synchronized int hints(Task task) {
    return (int) number(key(task, "hints"));
  }

  synchronized void passed(Task task, String files, long millis) {
    List<String> all = new ArrayList<>(passed(task));
    all.remove(files);
    all.add(0, files);
    kept.put(
        key(task, "passed"), String.join(" ", all.subList(0, Math.min(all.size(), MOST_PASSED))));
    kept.put(key(task, "millis"), Long.toString(millis));
  }

  /** It has passed with these files before, but does not now. */
  synchronized void failed(Task task, String files) {
    if (hasPassed(task, files) && passed(task).size() > 1) {
      List<String> all = new ArrayList<>(passed(task));
      all.remove(files);
      kept.put(key(task, "passed"), String.join(" ", all));
    } else if (hasPassed(task, files)) {
      kept.put(key(task, "passed"), "before");
    }
  }

  synchronized void hints(Task task, int count) {
    kept.put(key(task, "hints"), Integer.toString(count));
  }

  private static String key(Task task, String what) {
    return key(task.number(), what);
  }

  private static String key(String number, String what) {
    return number + "." + what;
  }

  private long number(String key) {
    try {
      return Math.max(0, Long.parseLong(kept.get(key)));
    } catch (NumberFormatException e) {
      return 0; // there is none, or somebody has written nonsense
    }
  }

  void write() {
    kept.write();
  }
}
