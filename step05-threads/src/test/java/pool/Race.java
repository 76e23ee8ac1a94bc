package pool;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import judge.Call;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Limits;
import pool.seen.ExecuteCall;
import pool.why.PoolEnd;
import pool.why.Refusals;

/** Threads that hand over jobs while the pool is closed: each job runs, or is refused. */
public final class Race {

  private static final int CALLERS = 6;
  private static final int MOST_IN_HASTE = 1_000;

  private final JudgedPool pool;
  private final CountDownLatch start = new CountDownLatch(CALLERS + 1);
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger run = new AtomicInteger();

  private Race(JudgedPool pool) {
    this.pool = pool;
  }

  /** Closes pool after pool, and makes sure that no job is lost. */
  @SuppressWarnings("try") // what close of the learner's may throw, the test finds out
  public static <P extends Executor & AutoCloseable> void expectNoneLost(
      int rounds, IntFunction<P> constructor) {
    Story.tell(
        CALLERS + " threads hand over jobs, while pool.close() is called: " + rounds + " rounds");
    JudgedPool.repeat(rounds, i -> {
      try (JudgedPool pool = JudgedPool.quietly(1 + i % 3, constructor)) {
        new Race(pool).expectNoneLost(i + 1);
      }
    });
  }

  private void expectNoneLost(int round) {
    warmUp();
    List<Call> callers = pool.callers(CALLERS, start, i -> handOver());
    Call close = closeAmong(callers);
    for (Call caller : callers) {
      caller.isBackWithin(Limits.LATER);
      Failure.raise(Refusals.problemInRace(ExecuteCall.of(caller), pool.workers()));
    }
    close.isBackWithin(Limits.LATER);
    Failure.raise(PoolEnd.problem(pool.look(close)));
    if (taken.get() != run.get()) {
      Story.tell("in round " + round + ", " + taken + " were taken and " + run + " have run");
      throw Failure.because(Refusals.lost(taken.get(), run.get()));
    }
  }

  /**
   * Lets each worker run a job.
   *
   * <p>In JDK 17 a ThreadPoolExecutor that is shut down while its first worker is about to start
   * may never end: that is not what the learner is judged by.
   */
  private void warmUp() {
    pool.expectTaken(pool.jobs().add(Collections.nCopies(pool.size(), () -> {})));
    pool.expectDone(List.of());
  }

  /** Hands over jobs as fast as it can, and then in no haste: others need the processors too. */
  private void handOver() {
    try {
      for (int i = 0; !pool.isOver(); i++) {
        pool.execute(run::incrementAndGet);
        taken.incrementAndGet();
        if (i > MOST_IN_HASTE) {
          LockSupport.parkNanos(20_000);
        }
      }
    } catch (RejectedExecutionException e) {
      // The pool is closed.
    }
  }

  private Call closeAmong(List<Call> callers) {
    int enough = ThreadLocalRandom.current().nextInt(300);
    return pool.close(() -> {
      start.countDown();
      start.await();
      while (taken.get() < enough && callers.stream().noneMatch(Call::isBack)) {
        LockSupport.parkNanos(1_000);
      }
      return null;
    });
  }
}
