package judge.tasks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.events.Task;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Says which tasks there are when {@code -Dtest=Exercise#…} or {@code -Dgroups=…} names none of
 * them: Maven would only say that no tests were executed.
 */
public final class Choice implements LauncherSessionListener {

  private static final Pattern METHODS = Pattern.compile("\\bExercise#([^,]+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
  private static final List<String> GROUPS = List.of("core", "further");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Matcher chosen = METHODS.matcher(System.getProperty("test", ""));
    String groups = System.getProperty("groups", "");
    if (chosen.find() && !chosen.group(1).contains("%")) {
      tellTasks(chosen.group(1));
    }
    WORD.matcher(groups)
        .results()
        .map(word -> word.group())
        .filter(word -> !GROUPS.contains(word))
        .forEach(word -> System.out.println(
            "There is no group " + word + " of tasks: they are core or further."));
  }

  private static void tellTasks(String names) {
    List<Task> tasks = tasks();
    String regex = names.replace("+", "|").replace("*", ".*").replace("?", ".");
    if (tasks.isEmpty() || tasks.stream().anyMatch(task -> task.method().matches(regex))) {
      return;
    }
    System.out.println("No task of this step is called " + names + ". These are its tasks:");
    tasks.forEach(
        task -> System.out.println("  " + task.number() + " -Dtest=Exercise#" + task.method()));
  }

  /** Those of the step, in order; none if this is no step. */
  private static List<Task> tasks() {
    try {
      return Tasks.of(
          Thread.currentThread().getContextClassLoader().loadClass("exercise.Exercise"));
    } catch (ClassNotFoundException e) {
      return List.of();
    }
  }
}
