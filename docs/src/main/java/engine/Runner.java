package engine;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import judge.events.Event;
import judge.events.Events;
import judge.events.Task;
import judge.learner.Printed;
import judge.tasks.ExitHook;
import judge.tasks.TaskList;
import judge.tasks.TaskRun;

/**
 * Runs tasks in this process. The learner's classes and those of the exercise are loaded anew each
 * time; the judge stays. JUnit plays no part: a task is a method without parameters.
 */
final class Runner {

  static final String EXERCISE = "exercise.Exercise";

  private Runner() {}

  static void run(Order order, Consumer<Event> listener) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Events.listen(listener);
    ThreadWatch watch = new ThreadWatch();
    try (URLClassLoader loader = load(order.classPath().stream().map(Path::of).toList())) {
      thread.setContextClassLoader(loader);
      run(order, loader.loadClass(EXERCISE));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      watch.end();
      Printed.restore();
      thread.setContextClassLoader(before);
    }
  }

  private static void run(Order order, Class<?> exercise) throws ReflectiveOperationException {
    String step = exercise.getAnnotation(TaskList.class).module();
    boolean hasFailed = false;
    for (Task task : order.tasks()) {
      if (hasFailed && !order.always().contains(task)) {
        Events.tell(new Event.Waiting(task));
      } else if (!ExitHook.hasRun()) {
        hasFailed |= TaskRun.run(step, task, body(exercise, task)) != null;
      }
    }
  }

  private static TaskRun.Body body(Class<?> exercise, Task task)
      throws ReflectiveOperationException {
    Constructor<?> constructor = exercise.getDeclaredConstructor();
    Method method = exercise.getDeclaredMethod(task.method());
    constructor.setAccessible(true);
    method.setAccessible(true);
    return () -> {
      try {
        method.invoke(constructor.newInstance());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
  }

  /** A loader that knows nothing of earlier rounds. */
  static URLClassLoader load(List<Path> classPath) {
    return new URLClassLoader(
        classPath.stream().map(Runner::url).toArray(URL[]::new), Runner.class.getClassLoader());
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
