package pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import judge.Call;
import judge.Crew;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Meaning;
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
  private final Queue<List<Raced>> jobs = new ConcurrentLinkedQueue<>();

  private Race(JudgedPool pool) {
    this.pool = pool;
  }

  /** Closes pool after pool, and makes sure that no job is lost. */
  @SuppressWarnings("try") // what close of the learner's may throw, the test finds out
  public static <P extends Executor & AutoCloseable> void expectNoneLost(
      int rounds, IntFunction<P> constructor) {
    Story.tell(
        CALLERS + " threads hand over jobs, while pool.close() is called: " + rounds + " rounds");
    try (Crew crew = Crew.open()) {
      JudgedPool.repeat(rounds, i -> {
        try (JudgedPool pool = JudgedPool.quietly(1 + i % 3, constructor)) {
          new Race(pool).expectNoneLost(i + 1);
        }
      });
    }
  }

  private void expectNoneLost(int round) {
    warmUp();
    List<Call> callers = pool.callers(CALLERS, start, i -> handOver());
    Call close = closeAmong(callers);
    for (Call caller : callers) {
      if (!caller.isBackWithin(Limits.LATER) || !caller.hasReturned()) {
        Failure.raise(Refusals.problemInRace(ExecuteCall.of(caller), pool.workers()));
      }
    }
    if (!close.isBackWithin(Limits.LATER)
        || !close.hasReturned()
        || !pool.jobs().areDoneAtClose()) {
      Failure.raise(PoolEnd.problem(pool.look(close)));
    }
    Optional<Meaning> problem = Refusals.problem(
        taken.get(), count(Raced::isLost), count(Raced::isTwice), count(Raced::isStray));
    if (problem.isPresent()) {
      Story.tell("in round " + round + ", " + taken + " jobs were taken");
      throw Failure.because(problem.get());
    }
  }

  private int count(Predicate<Raced> isSo) {
    return (int) jobs.stream().flatMap(List::stream).filter(isSo).count();
  }

  /** A job that knows whether it was taken, and how often it has run. */
  private static final class Raced implements Runnable {

    private final AtomicInteger runs = new AtomicInteger();
    private boolean isTaken;

    @Override
    public void run() {
      runs.incrementAndGet();
    }

    boolean isLost() {
      return isTaken && runs.get() == 0;
    }

    boolean isTwice() {
      return runs.get() > 1;
    }

    /** Refused, and run all the same. */
    boolean isStray() {
      return !isTaken && runs.get() == 1;
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
    List<Raced> mine = new ArrayList<>();
    jobs.add(mine);
    try {
      for (int i = 0; !pool.isOver(); i++) {
        Raced job = new Raced();
        mine.add(job);
        pool.execute(job);
        job.isTaken = true;
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
