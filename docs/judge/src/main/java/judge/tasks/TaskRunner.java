package judge.tasks;

import java.lang.reflect.Method;
import judge.events.Event;
import judge.events.Events;
import judge.events.Task;
import judge.learner.Printed;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Lets JUnit run the tasks of a {@link TaskList}, and shows on the screen what becomes of them. */
public final class TaskRunner
    implements BeforeAllCallback, AfterAllCallback, ExecutionCondition, InvocationInterceptor {

  /** Every task is judged, not just those up to the first that fails. */
  private static final boolean ALL = System.getProperty("all") != null;

  private Screen screen;

  @Override
  public void beforeAll(ExtensionContext context) {
    ExitHook.install();
    Class<?> exercise = context.getRequiredTestClass();
    screen = new Screen(step(context), Tasks.of(exercise), new PassedBefore(exercise), ALL);
    Events.listen(screen);
    screen.begin();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty() || ALL) {
      return ConditionEvaluationResult.enabled("it is its turn");
    }
    Task task = Tasks.of(context.getRequiredTestMethod());
    if (!screen.hasFailure() && !(screen.isCoreJustDone() && !task.isCore())) {
      return ConditionEvaluationResult.enabled("it is its turn");
    }
    Events.tell(new Event.Waiting(task));
    return ConditionEvaluationResult.disabled("an earlier task, or the next step, comes first");
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Throwable thrown =
        TaskRun.run(step(context).module(), Tasks.of(method.getExecutable()), invocation::proceed);
    if (thrown != null) {
      throw thrown;
    }
  }

  private static TaskList step(ExtensionContext context) {
    return context.getRequiredTestClass().getAnnotation(TaskList.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    screen.end();
    Printed.restore();
    ExitHook.reported();
  }
}
