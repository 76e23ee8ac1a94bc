package judge.learner;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the learner's own lines, those of package {@code exercise}, in the stacks of threads. */
public final class Learner {

  private Learner() {}

  private static boolean isTest(StackTraceElement frame) {
    return frame.getClassName().matches("exercise\\.Exercise(\\$.*)?");
  }

  public static boolean wrote(StackTraceElement frame) {
    return frame.getClassName().startsWith("exercise.") && !isTest(frame);
  }

  /** The learner's innermost line. */
  public static Optional<StackTraceElement> line(StackTraceElement[] stack) {
    return Arrays.stream(stack).filter(Learner::wrote).findFirst();
  }

  /** The test's innermost line, if the stack has one. */
  public static Optional<StackTraceElement> testLine(StackTraceElement[] stack) {
    return Arrays.stream(stack).filter(Learner::isTest).findFirst();
  }

  /** The exception, and the learner's line that it came from. */
  public static String describe(Throwable thrown) {
    String where =
        line(thrown.getStackTrace()).map(frame -> ", at " + place(frame)).orElse("");
    return thrown + where;
  }

  /** {@code WebServer.java:42 in handleConnection}. */
  public static String place(StackTraceElement frame) {
    String method = frame.getMethodName().replaceAll("lambda\\$(.+)\\$\\d+", "a lambda in $1");
    return frame.getFileName() + ":" + frame.getLineNumber() + " in " + method;
  }

  /** Whether a method of that name is on the stack. */
  public static boolean isIn(StackTraceElement[] stack, String method) {
    return Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals(method));
  }

  /** Whether the thread runs a job that the test has handed over. */
  public static boolean isInJob(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(frame -> frame.getClassName().equals(TestJob.class.getName()));
  }

  /** Whether the learner has called run of a thread, and so does the work of that thread. */
  public static boolean isRunAsCall(StackTraceElement[] stack) {
    return IntStream.range(1, stack.length)
        .anyMatch(i -> wrote(stack[i])
            && stack[i - 1].getMethodName().equals("run")
            && stack[i - 1].getClassName().equals("java.lang.Thread"));
  }

  /** Whether a thread stands where it stood before, and not where it may stand for ever. */
  static boolean isStuck(Thread thread, StackTraceElement[] stack, StackTraceElement[] before) {
    String call = calledByLearner(stack).orElse("");
    return Arrays.equals(stack, before)
        && !isInJob(stack)
        && !waitsInside(call)
        && !(thread.getState() == Thread.State.WAITING && !call.equals("join"));
  }

  /** Whether the learner reads from a connection. */
  public static boolean isReading(StackTraceElement[] stack) {
    return line(stack).isPresent() && Arrays.stream(stack).anyMatch(Learner::isRead);
  }

  private static boolean isRead(StackTraceElement frame) {
    return frame
            .getClassName()
            .matches("java\\.net\\.Socket\\$SocketInputStream|sun\\.nio\\.ch\\.NioSocketImpl.*")
        && frame.getMethodName().matches("read|implRead");
  }

  /** Where one thread stands; empty if it is not in the learner's code. */
  public static Optional<String> stand(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return line(stack).map(frame -> describe(thread, stack));
  }

  static String describe(Thread thread, StackTraceElement[] stack) {
    StackTraceElement line = line(stack).orElseThrow();
    return thread.getName() + " " + doing(thread.getState(), stack) + "at " + place(line);
  }

  private static String doing(Thread.State state, StackTraceElement[] stack) {
    Optional<String> called = calledByLearner(stack);
    String call = called.map(name -> " in " + name).orElse("");
    if (isInJob(stack)) {
      return "is in a job, ";
    }
    return switch (state) {
      case BLOCKED -> "waits for a lock" + call + " ";
      case WAITING, TIMED_WAITING -> "waits" + call + " ";
      default ->
        called
            .map(name -> waitsInside(name) ? "waits in " + name + " " : "runs " + name + " ")
            .orElse("runs ");
    };
  }

  /** A thread that waits for the network counts as running for Java. */
  private static boolean waitsInside(String method) {
    return method.matches("accept|(read(?!y)|next|hasNext).*");
  }

  /** The method of the JDK (or of the test) that the learner's innermost line called. */
  public static Optional<String> calledByLearner(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (wrote(stack[i])) {
        return i == 0 ? Optional.empty() : Optional.of(stack[i - 1].getMethodName());
      }
    }
    return Optional.empty();
  }

  /** The learner's line that has called {@code System.exit}. */
  public static Optional<StackTraceElement> whoExits() {
    return Thread.getAllStackTraces().values().stream()
        .filter(stack -> Arrays.stream(stack).anyMatch(Learner::isExit))
        .flatMap(stack -> line(stack).stream())
        .findFirst();
  }

  public static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime")
        && (frame.getMethodName().equals("exit") || frame.getMethodName().equals("halt"));
  }
}
