package judge.seen;

import java.util.function.Supplier;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.SharedFields;
import judge.learner.TaskThreads;
import judge.words.Wait;

/**
 * Looks at a server when something is not as it should be.
 *
 * @param thread of {@code serve}
 * @param end the exception that has ended it, or null
 */
record Onlooker(Thread thread, KeepingListener listener, Supplier<Throwable> end) {

  boolean hasEnded() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  /** Whether {@code serve} waits in {@code accept}. */
  boolean waitsForClients() {
    return Learner.calledByLearner(thread.getStackTrace())
        .filter("accept"::equals)
        .isPresent();
  }

  /** What there is to see of it now. */
  Serving look() {
    return new Serving(
        hasEnded(),
        end.get(),
        listener.vainCalls > 10,
        Stand.of(thread),
        !TaskThreads.learners().isEmpty(),
        Printed.lines(),
        elsewhere(),
        SharedFields.ofJobs(thread));
  }

  /** Who else takes connections, as far as that shows. */
  private String elsewhere() {
    if (hasEnded() && !TaskThreads.learners().isEmpty()) {
      Wait.until(() -> !taker().isEmpty(), 200); // it may be at work for a client
    }
    return taker();
  }

  private String taker() {
    for (Thread worker : TaskThreads.learners()) {
      if (worker.getName().startsWith(Serving.JDK_SERVER)) {
        return Serving.JDK_SERVER;
      }
      if (hasEnded() && Stand.of(worker).call().equals("accept")) {
        return worker.getName();
      }
    }
    return "";
  }

  /** What there is to see when a client has heard the end, or nothing more. */
  Seen look(int clientPort, Received received) {
    boolean isGone = received.isEmpty() && !received.isOpen();
    // Of serve's end, that of its connection is seen first; try (...) closes before a catch prints.
    if (isGone && !Wait.until(() -> hasEnded() || isDoneWith(clientPort), 50)) {
      Wait.until(() -> hasTold(clientPort) || isDoneWith(clientPort), 100);
    }
    String around = listener.closedAround(clientPort);
    boolean isLost = TaskThreads.readers() == 0 && listener.isUntouched(clientPort);
    boolean isAccepted = listener.times.containsKey(clientPort);
    return new Seen(look(), isAccepted, true, received, around, isLost);
  }

  private boolean hasTold(int clientPort) {
    return Printed.hasException() || listener.isClosedAround(clientPort);
  }

  /** Whether it has closed this connection, and waits for the next: it has no more to say of it. */
  private boolean isDoneWith(int clientPort) {
    return listener.hasClosed(clientPort)
        && waitsForClients()
        && TaskThreads.learners().isEmpty();
  }
}
