package judge.tasks;

import java.lang.reflect.Method;
import judge.events.Event;
import judge.events.Events;
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

  private final Screen screen = new Screen(ALL);

  @Override
  public void beforeAll(ExtensionContext context) {
    ExitHook.install();
    Events.listen(screen);
    screen.begin(step(context));
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty() || !screen.hasFailure() || ALL) {
      return ConditionEvaluationResult.enabled("it is its turn");
    }
    Events.tell(new Event.Waiting(Tasks.of(context.getRequiredTestMethod())));
    return ConditionEvaluationResult.disabled("an earlier task comes first");
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Throwable thrown =
        TaskRun.run(step(context), Tasks.of(method.getExecutable()), invocation::proceed);
    if (thrown != null) {
      throw thrown;
    }
  }

  private static TaskList step(ExtensionContext context) {
    return context.getRequiredTestClass().getAnnotation(TaskList.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    screen.end(step(context), Tasks.of(context.getRequiredTestClass()).size());
    Printed.restore();
    ExitHook.reported();
  }
}
