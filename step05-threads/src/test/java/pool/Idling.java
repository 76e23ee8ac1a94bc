package pool;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.seen.PoolThread;
import pool.why.IdleWorkers;

/** A pool that has nothing to do: its workers are to sleep. */
public final class Idling {

  private Idling() {}

  /** Waits until no thread of the pool does anything, but not for long: that is not judged yet. */
  public static void await(JudgedPool pool) {
    await(pool, 50);
  }

  private static void await(JudgedPool pool, int millis) {
    Wait.until(
        () -> pool.living().stream().map(PoolThread::of).noneMatch(PoolThread::isAwake), millis);
  }

  /** Makes sure that the pool's threads sleep for so long, and do not wake up by themselves. */
  public static void expectSleep(JudgedPool pool, int millis) {
    await(pool, Limits.SOON);
    Story.tell("for " + millis + " ms, the pool has nothing to do");
    List<Thread> workers = pool.living();
    Map<PoolThread, Integer> awake = new HashMap<>();
    long before = cpuNanos(workers);
    for (int i = 0; i < millis / 5; i++) {
      workers.stream()
          .map(PoolThread::of)
          .filter(PoolThread::isAwake)
          .forEach(worker -> awake.merge(worker, 1, Integer::sum));
      Wait.pause(5);
    }
    long used = before < 0 ? -1 : (cpuNanos(workers) - before) / 1_000_000;
    Failure.raise(awake.entrySet().stream()
        .filter(
            times -> times.getValue() > 2) // who is just falling asleep is seen so once or twice
        .max(Map.Entry.comparingByValue())
        .map(most -> IdleWorkers.awake(most.getKey(), used, millis)));
  }

  /** -1 if the system does not tell. */
  private static long cpuNanos(List<Thread> threads) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    if (!bean.isThreadCpuTimeSupported() || !bean.isThreadCpuTimeEnabled()) {
      return -1;
    }
    return threads.stream()
        .mapToLong(thread -> Math.max(0, bean.getThreadCpuTime(thread.getId())))
        .sum();
  }
}
