package judge;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import judge.learner.Learner;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Limits;
import judge.words.Meaning;

/** A call of the learner's method, in a thread of its own, so that it cannot hold up the judge. */
public final class Call {

  /** Milliseconds; a short wait, of which there are as many as are needed. */
  private static final int SLICE = 20;

  private final String what;
  private final Thread thread;
  private final FutureTask<Object> call;

  private Call(String what, Callable<Object> method) {
    this.what = what;
    call = new FutureTask<>(method);
    thread = Crew.run(call, what);
  }

  /** Starts the call, and does not tell of it. */
  public static Call quietly(String what, Callable<Object> method) {
    return new Call(what, method);
  }

  /**
   * Starts the call and lets it run.
   *
   * @param what as the learner would write it: {@code "pool.close()"}
   */
  public static Call start(String what, Callable<Object> method) {
    Story.tell(what + " is called");
    return quietly(what, method);
  }

  /** The same for a method that returns nothing. */
  public static Call start(String what, Runnable method) {
    return start(what, () -> {
      method.run();
      return null;
    });
  }

  public Thread thread() {
    return thread;
  }

  /** Whether its thread waits for nothing but the processor. */
  public boolean isRunnable() {
    return thread.getState() == Thread.State.RUNNABLE;
  }

  public boolean isBack() {
    return call.isDone();
  }

  /** Whether it is back, and has thrown nothing. */
  public boolean hasReturned() {
    return isBack() && thrown().isEmpty();
  }

  /** Waits for the end of the call, at most so many milliseconds; false if it does not end. */
  public boolean isBackWithin(int millis) {
    for (int left = millis; left > 0; left -= SLICE) { // a busy machine takes longer for a slice
      if (isBackIn(Math.min(left, SLICE))) {
        return true;
      }
    }
    return isBack();
  }

  private boolean isBackIn(int millis) {
    try {
      call.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the call has thrown; empty if it is not back, or has returned. */
  public Optional<Throwable> thrown() {
    try {
      if (call.isDone()) {
        call.get();
      }
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits for the return.
   *
   * @param why what it usually means if the method does not come back
   * @throws Failure if it does not come back in time, or throws
   */
  public Object expectReturn(String... why) {
    return expectReturn(Limits.SOON, why);
  }

  /** The same, with more patience, in milliseconds. */
  public Object expectReturn(int millis, String... why) {
    try {
      return call.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      Story.tell(what + " has not come back after " + millis / 1000.0 + " s");
      throw Failure.because(Meaning.of(what + " does not come back.", why).withThreads());
    } catch (ExecutionException e) {
      throw Failure.because(Ending.ofMethod(e.getCause()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits for the exception that the method must throw.
   *
   * @throws Failure if it returns, does not come back, or throws another one
   */
  public void expectThrows(Class<? extends Throwable> type, String... why) {
    try {
      call.get(Limits.SOON, TimeUnit.MILLISECONDS);
      throw Failure.because(what + " must throw " + type.getSimpleName() + "; it returned.", why);
    } catch (TimeoutException e) {
      throw Failure.because(Meaning.of(what + " does not come back.", why).withThreads());
    } catch (ExecutionException e) {
      if (!type.isInstance(e.getCause())) {
        throw Failure.because(
            what + " must throw " + type.getSimpleName() + "; it threw "
                + Learner.describe(e.getCause()) + ".",
            why);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
