package judge.tasks;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Limits;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs the tasks of a {@link TaskList} and prints how far the learner is. */
public final class TaskRunner
    implements BeforeAllCallback, AfterAllCallback, ExecutionCondition, InvocationInterceptor {

  /** Every task is judged, not just those up to the first that fails. */
  private static final boolean ALL = System.getProperty("all") != null;

  private final List<Result> results = new ArrayList<>();
  private Throwable firstFailure;

  /** What became of a task: passed, FAILED or waiting. */
  public record Result(Method task, String word) {

    boolean isPassed() {
      return word.equals("passed");
    }

    boolean isCore() {
      return task.isAnnotationPresent(Core.class);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ExitHook.install();
    Printed.SCREEN.println();
    Printed.SCREEN.println(step(context).value());
    Printed.SCREEN.println();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty() || firstFailure == null || ALL) {
      return ConditionEvaluationResult.enabled("it is its turn");
    }
    report(context.getRequiredTestMethod(), "waiting");
    return ConditionEvaluationResult.disabled("an earlier task comes first");
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Method task = method.getExecutable();
    Story.begin();
    TaskThreads threads = TaskThreads.begin();
    Printed.begin();
    try {
      runInItsOwnThread(invocation, threads);
      report(task, "passed");
    } catch (Failure e) {
      throw failed(task, e.of(TaskTitles.title(task), hints(context, task)));
    } catch (Throwable e) {
      throw failed(task, e);
    } finally {
      Printed.end();
    }
  }

  /** Says at once what became of the task: the next one may take seconds. */
  private void report(Method task, String word) {
    results.add(new Result(task, word));
    Printed.SCREEN.printf("  %-7s  %s%n", word, TaskTitles.title(task));
  }

  private Throwable failed(Method task, Throwable why) {
    report(task, "FAILED");
    if (ALL) {
      Printed.SCREEN.printf("  %-7s  %s%n", "", why.getMessage());
    }
    if (firstFailure == null) {
      firstFailure = why;
    }
    return why;
  }

  private static String[] hints(ExtensionContext context, Method task) {
    String page = "docs/" + step(context).module() + ".md";
    return new String[] {
      page + ", under " + TaskTitles.number(task),
      "this task alone: -Dtest=Exercise#" + task.getName()
    };
  }

  private static TaskList step(ExtensionContext context) {
    return context.getRequiredTestClass().getAnnotation(TaskList.class);
  }

  /** A thread of its own, so that nothing in the learner's code can hold up the judge. */
  private static void runInItsOwnThread(Invocation<Void> invocation, TaskThreads threads)
      throws Throwable {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable task = () -> proceed(invocation, done);
    Thread thread = TaskThreads.ours(threads, task, "task");
    ExitHook.begin(done);
    thread.start();
    try {
      done.get(Limits.TASK, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw verdict(e.getCause());
    } catch (TimeoutException e) {
      throw Failure.because(Ending.missing(Limits.TASK / 1_000));
    } finally {
      ExitHook.end();
    }
  }

  /** An exception that has left the task: the learner's own, or a verdict as it is. */
  private static Throwable verdict(Throwable thrown) {
    if (thrown instanceof Failure) {
      return thrown;
    }
    if (thrown instanceof LinkageError e && ("" + e.getMessage()).contains("exercise")) {
      return Failure.because(Ending.ofLinkage(e));
    }
    boolean isLearners = Learner.line(thrown.getStackTrace()).isPresent();
    return isLearners ? Failure.because(Ending.ofMethod(thrown)) : thrown;
  }

  private static void proceed(Invocation<Void> invocation, CompletableFuture<Void> done) {
    try {
      invocation.proceed();
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Printed.SCREEN.println();
    if (!ALL && firstFailure instanceof Failure) {
      Printed.SCREEN.println(firstFailure);
      Printed.SCREEN.println();
    } else if (!ALL && firstFailure != null) {
      firstFailure.printStackTrace(Printed.SCREEN);
    }
    Printed.SCREEN.println(Progress.of(step(context), results, taskCount(context)));
    Printed.restore();
    ExitHook.reported();
  }

  private static int taskCount(ExtensionContext context) {
    Method[] methods = context.getRequiredTestClass().getDeclaredMethods();
    return (int) Arrays.stream(methods).filter(TaskRunner::isTask).count();
  }

  private static boolean isTask(Method method) {
    return method.isAnnotationPresent(Core.class) || method.isAnnotationPresent(Further.class);
  }
}
