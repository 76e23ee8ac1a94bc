package judge.tasks;

import static java.util.Comparator.comparingInt;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import judge.events.Task;

/** Finds the tasks of a step among the methods of its {@code Exercise}. */
public final class Tasks {

  private Tasks() {}

  /** All tasks, in their order. */
  public static List<Task> of(Class<?> exercise) {
    return Arrays.stream(exercise.getDeclaredMethods())
        .filter(method -> isCore(method) || method.isAnnotationPresent(Further.class))
        .map(Tasks::of)
        .sorted(comparingInt(Task::place))
        .toList();
  }

  static Task of(Method method) {
    boolean isCore = isCore(method);
    String title = isCore
        ? method.getAnnotation(Core.class).value()
        : method.getAnnotation(Further.class).value();
    String[] parts = title.split(" ", 2);
    return new Task(parts[0], parts[1], isCore, method.getName());
  }

  private static boolean isCore(Method method) {
    return method.isAnnotationPresent(Core.class);
  }
}
