package pool.seen;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import judge.learner.Learner;
import judge.learner.TaskThreads;

/**
 * At which of the learner's lines each thread of a server's stood, but for the one of {@code
 * serve}.
 *
 * @param lines empty for a thread that was in none of them
 */
public record Stands(Map<Thread, Optional<StackTraceElement>> lines) {

  public static Stands ofLearners() {
    return new Stands(TaskThreads.learners().stream()
        .collect(Collectors.toMap(Function.identity(), Stands::line)));
  }

  private static Optional<StackTraceElement> line(Thread thread) {
    return Learner.line(thread.getStackTrace());
  }

  /** How many threads are new, or have come from there to another line, and wait. */
  public int busySince(Stands before) {
    return (int) lines.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.lines.get(entry.getKey())))
        .filter(entry -> !before.lines.containsKey(entry.getKey()) || waits(entry.getKey()))
        .count();
  }

  private static boolean waits(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING
        || state == Thread.State.TIMED_WAITING
        || state == Thread.State.BLOCKED;
  }
}
