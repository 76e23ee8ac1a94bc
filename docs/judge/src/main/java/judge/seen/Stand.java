package judge.seen;

import java.util.Arrays;
import java.util.List;
import judge.learner.Learner;

/**
 * Where a thread stands.
 *
 * @param call the method that the learner's innermost line has called; "" if there is none
 * @param methods all methods on its stack, the innermost first
 */
public record Stand(Thread.State state, String call, List<String> methods) {

  public static Stand of(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return new Stand(
        thread.getState(),
        Learner.calledByLearner(stack).orElse(""),
        Arrays.stream(stack).map(StackTraceElement::getMethodName).toList());
  }

  /** Whether a method of that name is on the stack. */
  public boolean isIn(String method) {
    return methods.contains(method);
  }
}
