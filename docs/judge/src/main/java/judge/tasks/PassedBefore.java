package judge.tasks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import judge.events.Event.Passed;
import judge.events.Event.Verdict;
import judge.events.Task;

/** The tasks that have passed in earlier runs: a file in the step's folder target. */
final class PassedBefore {

  private final Path file;
  private final Set<String> numbers = new TreeSet<>();

  /** Reads the file; without one, nothing has passed before. */
  PassedBefore(Class<?> exercise) {
    file = target(exercise).resolve("passed-tasks.txt");
    try {
      numbers.addAll(Files.readAllLines(file));
    } catch (IOException e) {
      // It is the first run, or somebody has written nonsense.
    }
  }

  private static Path target(Class<?> exercise) {
    try {
      return Path.of(
              exercise.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean has(Task task) {
    return numbers.contains(task.number());
  }

  /** Whether all core tasks have. */
  boolean hasCore(List<Task> tasks) {
    return tasks.stream().filter(Task::isCore).allMatch(this::has);
  }

  /** The task at which the learner was; empty if all have passed. */
  Optional<Task> next(List<Task> tasks) {
    return tasks.stream().filter(task -> !has(task)).findFirst();
  }

  /** Keeps those that have passed now as well. */
  void add(List<Verdict> verdicts) {
    verdicts.stream()
        .filter(Passed.class::isInstance)
        .forEach(verdict -> numbers.add(verdict.task().number()));
    try {
      Files.write(file, numbers);
    } catch (IOException e) {
      // Then nothing has passed before, next time.
    }
  }
}
