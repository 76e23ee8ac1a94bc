package pool;

import java.lang.Thread.State;
import judge.Call;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.why.PoolEnd;

/** A call of {@code pool.close()}, which waits for the jobs that the pool was given. */
public final class Closing {

  private final JudgedPool pool;
  private final Call close;

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
      looks = state == State.WAITING || state == State.TIMED_WAITING ? looks + 1 : 0;
      Wait.pause(3);
    }
  }

  /** Makes sure that close waits for the jobs that are held, and does not disturb them. */
  public void expectWaiting() {
    Failure.raise(PoolEnd.whileJobsAreHeld(pool.look(close)));
  }

  /** Makes sure that close comes back, with all jobs done and all threads gone in good order. */
  public void expectEnd() {
    pool.waitWhile(() -> !close.isBackWithin(JudgedPool.SLICE), pool.jobs()::done);
    Failure.raise(PoolEnd.problem(pool.look(close)));
    Wait.until(() -> pool.living().isEmpty(), Limits.SOON);
    Failure.raise(PoolEnd.problem(pool.workers()));
  }
}
