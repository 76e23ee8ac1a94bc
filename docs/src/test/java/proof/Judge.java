package proof;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import project.Project;

/** Runs one task against one server, with the step's own tests. */
final class Judge {

  private static final String EXERCISE = "exercise.Exercise";

  private Judge() {}

  /** A task's verdict: how it ended, and the whole text that a learner would read. */
  record Verdict(Outcome outcome, String text) {}

  /** How a task ended. */
  enum Outcome {
    PASSED,
    /** By a verdict, which tells the learner why. */
    FAILED,
    /** By anything else: a defect of the test. */
    BROKEN
  }

  /** A task: number, title and kind as the tests have them, and its method. */
  record Task(String number, String title, boolean isCore, String method) {}

  /** The step's tasks. */
  static List<Task> tasks(List<Path> classPath) {
    try (URLClassLoader loader = Bench.load(classPath)) {
      return Arrays.stream(loader.loadClass(EXERCISE).getDeclaredMethods())
          .flatMap(method -> Arrays.stream(method.getAnnotations())
              .filter(
                  mark -> mark.annotationType().getName().matches("judge\\.tasks\\.(Core|Further)"))
              .map(mark -> task(method.getName(), mark)))
          .sorted(java.util.Comparator.comparing(Task::number))
          .toList();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Task task(String method, java.lang.annotation.Annotation mark) {
    try {
      String title = (String) mark.annotationType().getMethod("value").invoke(mark);
      String[] parts = title.split(" ", 2);
      boolean isCore = mark.annotationType().getSimpleName().equals("Core");
      return new Task(parts[0], parts[1], isCore, method);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Judges in this process. */
  static Verdict judge(List<Path> classPath, Task task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(System.out);
    try (URLClassLoader loader = Bench.load(classPath)) {
      thread.setContextClassLoader(loader);
      return run(loader, task.method());
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static Verdict run(ClassLoader loader, String method)
      throws ReflectiveOperationException {
    Class<?> exercise = loader.loadClass(EXERCISE);
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectMethod(exercise, method))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
    Result result = new Result();
    LauncherFactory.create().execute(request, result);
    return result.verdict;
  }

  /** Keeps the verdict; a task that never ran stays broken. */
  private static final class Result implements TestExecutionListener {

    private Verdict verdict = new Verdict(Outcome.BROKEN, "the task was not run");

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      Throwable thrown = result.getThrowable().orElse(null);
      if (thrown == null && test.isTest()) {
        verdict = new Verdict(Outcome.PASSED, "passed");
      } else if (thrown != null) {
        boolean isVerdict = thrown.getClass().getName().equals("judge.verdict.Failure");
        verdict = isVerdict
            ? new Verdict(Outcome.FAILED, thrown.toString())
            : new Verdict(Outcome.BROKEN, stackTrace(thrown));
      }
    }
  }

  private static String stackTrace(Throwable thrown) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    thrown.printStackTrace(new PrintStream(text));
    return text.toString();
  }

  // ---- a process of its own, for a server that cannot be stopped or that stops everything ----

  /** Judges in a process of its own. */
  static Verdict judgeApart(List<Path> classPath, Task task) {
    try {
      Path output = Project.newFolder("verdict").resolve("verdict.txt");
      Process process = new ProcessBuilder(command(classPath, task))
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      return apart(ended, Files.readString(output));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(List<Path> classPath, Task task) {
    String paths =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        Project.classPath(Project.classPath()),
        Judge.class.getName(),
        paths,
        task.method());
  }

  private static Verdict apart(boolean ended, String output) {
    for (Outcome outcome : Outcome.values()) {
      if (output.startsWith(outcome + "\n")) {
        return new Verdict(outcome, output.substring(outcome.name().length() + 1));
      }
    }
    return new Verdict(Outcome.BROKEN, (ended ? "it ended: " : "it did not end: ") + output);
  }

  /** The other process: class path and method in, outcome and text out. */
  public static void main(String[] args) {
    List<Path> classPath =
        Arrays.stream(args[0].split(File.pathSeparator)).map(Path::of).toList();
    Verdict verdict = judge(classPath, new Task("", "", true, args[1]));
    byte[] answer = (verdict.outcome() + "\n" + verdict.text()).getBytes(StandardCharsets.UTF_8);
    System.out.write(answer, 0, answer.length);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
