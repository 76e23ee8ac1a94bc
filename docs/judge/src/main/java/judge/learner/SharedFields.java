package judge.learner;

import java.io.Closeable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The learner's fields in which there is one place for what each job, or each pool, has to have.
 */
public final class SharedFields {

  private SharedFields() {}

  /** Those for a connection or a job of the classes in whose methods the thread stands. */
  public static List<String> ofJobs(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(Learner::wrote)
        .map(frame -> frame.getClassName().replaceFirst("\\$.*", ""))
        .distinct()
        .flatMap(name -> load(name, thread.getContextClassLoader()).stream())
        .flatMap(type -> names(type, SharedFields::isForJob))
        .toList();
  }

  private static Optional<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Those for a job of this class. */
  public static List<String> ofJobs(Class<?> type) {
    return names(type, SharedFields::isForJob).toList();
  }

  /** Those that all objects of this class share, and which hold neither a number nor a job. */
  public static List<String> ofAll(Class<?> type) {
    return names(type, SharedFields::isForAll).toList();
  }

  /** {@code current, a static field of WebServer}. */
  private static Stream<String> names(Class<?> type, Predicate<Field> isSo) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !field.isSynthetic() && isSo.test(field))
        .map(field -> field.getName() + ", a " + (isStatic(field) ? "static " : "") + "field of "
            + type.getSimpleName());
  }

  private static boolean isStatic(Field field) {
    return Modifier.isStatic(field.getModifiers());
  }

  private static boolean isForJob(Field field) {
    Class<?> type = field.getType();
    return !Modifier.isFinal(field.getModifiers())
        && (type == Runnable.class
            || Closeable.class.isAssignableFrom(type) && !type.getName().contains("Server"));
  }

  private static boolean isForAll(Field field) {
    Class<?> type = field.getType();
    boolean isChanged =
        !Modifier.isFinal(field.getModifiers()) && (type == boolean.class || type == Thread.class);
    return isStatic(field)
        && (isChanged
            || type.isArray()
            || Collection.class.isAssignableFrom(type)
            || Map.class.isAssignableFrom(type));
  }
}
