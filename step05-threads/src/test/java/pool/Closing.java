package pool;

import java.lang.Thread.State;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import judge.Call;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.why.PoolEnd;

/** A call of {@code pool.close()}, which waits for the jobs that the pool was given. */
public final class Closing {

  /** So many nanoseconds are jobs held if close waits in a way that may have a limit. */
  private static final long LONG = 3_200_000_000L;

  private final JudgedPool pool;
  private final Call close;
  private boolean isTimed; // it waits, and wakes up by itself

  private Closing(JudgedPool pool) {
    this.pool = pool;
    close = pool.close(() -> null);
  }

  /** Calls close, and waits until it waits, or has come back. */
  public static Closing start(JudgedPool pool) {
    Story.tell("pool.close() is called");
    Closing closing = new Closing(pool);
    closing.waitUntilItWaits();
    return closing;
  }

  /** It need not ever wait: it may look again and again whether the workers have gone. */
  private void waitUntilItWaits() {
    int looks = 0;
    int most = (pool.jobs().running() > 0 ? Limits.SOON : Limits.SOON / 10) / 3;
    for (int i = 0; i < most && looks < 15 && !close.isBack(); i++) {
      State state = close.thread().getState();
      isTimed |= state == State.TIMED_WAITING;
      looks = state == State.WAITING || state == State.TIMED_WAITING ? looks + 1 : 0;
      Wait.pause(3);
    }
  }

  /** Makes sure that close waits for the jobs that are held, and does not disturb them. */
  public void expectWaiting() {
    Failure.raise(PoolEnd.whileJobsAreHeld(pool.look(close), isTimed));
  }

  /** Makes sure that close waits for a job, however long that takes. */
  @SuppressWarnings("try") // what close of the learner's may throw, the test finds out
  public static <P extends Executor & AutoCloseable> void expectPatience(
      IntFunction<P> constructor) {
    try (JudgedPool pool = JudgedPool.start(1, constructor)) {
      HeldJobs job = HeldJobs.of(pool);
      Closing close = start(pool);
      close.expectPatience();
      job.letGo();
      close.expectEnd();
    }
  }

  /** A close that sleeps until it is woken does so as long as need be. */
  private void expectPatience() {
    long start = System.nanoTime();
    if (isTimed) {
      Story.tell("close() wakes up by itself: the jobs are held for 3 s");
    }
    while (wakes() && System.nanoTime() - start < LONG && !TaskThreads.isSlow()) {
      Wait.pause(3);
    }
    expectWaiting();
  }

  private boolean wakes() {
    return !close.isBack() && close.thread().getState() != State.WAITING;
  }

  /** Makes sure that close comes back, with all jobs done and all threads gone in good order. */
  public void expectEnd() {
    pool.waitWhile(() -> !close.isBackWithin(JudgedPool.SLICE), pool.jobs()::done);
    Failure.raise(PoolEnd.problem(pool.look(close)));
    Wait.until(() -> pool.living().isEmpty(), Limits.SOON);
    Failure.raise(PoolEnd.problem(pool.workers()));
  }
}
