package judge.tasks;

import static java.util.Comparator.comparing;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Names the tasks by the titles in {@link Core} and {@link Further}, and sorts them by these. */
public final class TaskTitles extends DisplayNameGenerator.Standard implements MethodOrderer {

  public static String title(Method task) {
    Core core = task.getAnnotation(Core.class);
    return core != null ? core.value() : task.getAnnotation(Further.class).value();
  }

  /** The number before the title's first blank. */
  public static String number(Method task) {
    return title(task).split(" ")[0];
  }

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> testClass, Method task) {
    return title(task);
  }

  @Override
  public void orderMethods(MethodOrdererContext context) {
    context.getMethodDescriptors().sort(comparing(descriptor -> title(descriptor.getMethod())));
  }
}
