package pool;

import static java.util.Collections.nCopies;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import judge.learner.Story;

/** Short jobs in great number, which several threads hand over, or one job the next. */
public final class ManyJobs {

  private static final int CALLERS = 4;

  private ManyJobs() {}

  /** Threads hand over that many jobs, again and again; each must run once. */
  public static void expectDone(JudgedPool pool, int times, int count) {
    JudgedPool.repeat(times, round -> {
      Story.tell(CALLERS + " threads hand over " + count + " jobs");
      pool.jobs().forget();
      List<Runnable> crowd = pool.jobs().add(nCopies(count, shortWork(round)));
      int part = count / CALLERS;
      boolean isInHaste = round % 2 == 1;
      pool.expectDone(pool.callers(
          CALLERS,
          new CountDownLatch(CALLERS),
          i -> handOver(pool, crowd.subList(i * part, (i + 1) * part), isInHaste)));
    });
    Story.tell(times == 1 ? "all of them have run" : "and so on, " + times + " times");
  }

  /** In haste, a caller may be done before the next one has begun: then they do not meet. */
  private static void handOver(JudgedPool pool, List<Runnable> some, boolean isInHaste) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (Runnable job : some) {
      pool.execute(job);
      for (int i = isInHaste ? 0 : random.nextInt(50); i > 0; i--) {
        Thread.onSpinWait();
      }
    }
  }

  /** Now this, now that, since it depends on the pace which workers meet at the queue. */
  private static Runnable shortWork(int round) {
    AtomicInteger begun = new AtomicInteger();
    return switch (round % 3) {
      case 0 -> () -> {};
      case 1 -> Thread::yield;
      default -> () -> endInPairs(begun);
    };
  }

  /** Waits a little for another job, so that two workers go back to the queue at the same time. */
  private static void endInPairs(AtomicInteger begun) {
    long start = System.nanoTime();
    int pair = begun.incrementAndGet() / 2 * 2;
    while (begun.get() == pair + 1 && System.nanoTime() - start < 20_000) {
      Thread.onSpinWait();
    }
  }

  /** Each job hands over the next one; all must run. */
  public static void expectChainDone(JudgedPool pool, int count) {
    Story.tell("a job hands over the next one, and so on: " + count + " jobs");
    pool.jobs().forget();
    AtomicInteger next = new AtomicInteger();
    List<Runnable> chain = new ArrayList<>();
    Runnable work = () -> {
      int i = next.incrementAndGet();
      if (i < count) {
        pool.execute(chain.get(i));
      }
    };
    chain.addAll(pool.jobs().add(nCopies(count, work)));
    pool.expectDone(pool.callers(1, new CountDownLatch(1), i -> pool.execute(chain.get(0))));
  }
}
