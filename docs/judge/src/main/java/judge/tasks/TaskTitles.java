package judge.tasks;

import static java.util.Comparator.comparingInt;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Names the tasks by the titles in {@link Core} and {@link Further}, and sorts them by these. */
public final class TaskTitles extends DisplayNameGenerator.Standard implements MethodOrderer {

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> testClass, Method task) {
    return Tasks.of(task).toString();
  }

  @Override
  public void orderMethods(MethodOrdererContext context) {
    context
        .getMethodDescriptors()
        .sort(comparingInt(descriptor -> Tasks.of(descriptor.getMethod()).place()));
  }
}
