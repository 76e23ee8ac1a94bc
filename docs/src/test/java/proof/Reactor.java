package proof;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import project.Step;

/** What Maven knows of the build that it is doing: by reflection, for its classes are not here. */
final class Reactor {

  private final Object session;
  private final Object result;

  /**
   * @param session a {@code MavenSession}
   */
  Reactor(Object session) {
    this.session = session;
    result = call(session, "getResult");
  }

  Instant start() {
    return ((Date) call(session, "getStartTime")).toInstant();
  }

  boolean contains(Step step) {
    return project(step).isPresent();
  }

  private Optional<?> project(Step step) {
    return ((List<?>) call(session, "getProjects"))
        .stream()
            .filter(project -> call(project, "getArtifactId").equals(step.module()))
            .findFirst();
  }

  /**
   * Waits until Maven has done with a step: with {@code -T}, the modules are built side by side.
   *
   * @return why it has failed; empty if it has not
   */
  String awaitEnd(Step step) throws InterruptedException {
    Object project = project(step).orElseThrow();
    Object summary = call(result, "getBuildSummary", project);
    while (summary == null && mayBegin()) {
      Thread.sleep(20);
      summary = call(result, "getBuildSummary", project);
    }
    if (summary == null) {
      return "Maven has not begun with it, since another step has failed. Add -fae.";
    }
    return summary.getClass().getSimpleName().equals("BuildFailure")
        ? ((Throwable) call(summary, "getCause")).getMessage()
        : "";
  }

  /** Without -fae, nothing begins after a failure. */
  private boolean mayBegin() {
    boolean isFast = "FAIL_FAST".equals(call(session, "getReactorFailureBehavior"));
    return !isFast || !(Boolean) call(result, "hasExceptions");
  }

  private static Object call(Object target, String name, Object... arguments) {
    try {
      Method method = Arrays.stream(target.getClass().getMethods())
          .filter(found -> found.getName().equals(name))
          .filter(found -> found.getParameterCount() == arguments.length)
          .findFirst()
          .orElseThrow();
      return method.invoke(target, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
