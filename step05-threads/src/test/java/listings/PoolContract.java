package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a pool promises, shown by jobs that meet or wait for each other.
 *
 * <p>A subclass has makers of pools in three static methods: {@code pools()}, {@code fixed()} for
 * those of a fixed size, and {@code closing()} for those with a {@code close} that comes back.
 */
@ResourceLock(Resources.SYSTEM_OUT)
public abstract class PoolContract {

  protected final CapturedOutput terminal = new CapturedOutput();

  /** Jobs that end only when that many of them, and the test, have met. */
  protected static void assertThatManyMeet(int jobs, Executor pool) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(jobs + 1);
    for (int i = 0; i < jobs; i++) {
      pool.execute(() -> {
        try {
          barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      });
    }
    barrier.await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @MethodSource("pools")
  void runsFourJobsAtOnce(IntFunction<Executor> maker) throws Exception {
    assertThatManyMeet(4, maker.apply(4));
  }

  @ParameterizedTest
  @MethodSource("pools")
  void survivesJobsThatFailAndSaysSo(IntFunction<Executor> maker) throws Exception {
    Executor pool = maker.apply(4);
    for (int i = 0; i < 4; i++) {
      pool.execute(() -> {
        throw new IllegalStateException("planned exception");
      });
      pool.execute(() -> {
        throw new StackOverflowError("planned error");
      });
    }

    assertThatManyMeet(4, pool);
    terminal.await("java.lang.IllegalStateException: planned exception");
    terminal.await("java.lang.StackOverflowError: planned error");
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void aFifthJobWaits(IntFunction<Executor> maker) {
    Executor pool = maker.apply(4);
    AtomicInteger started = new AtomicInteger();
    Gate gate = new Gate();
    for (int i = 0; i < 5; i++) {
      pool.execute(() -> {
        started.incrementAndGet();
        gate.pass();
      });
    }

    Wait.until("four jobs run at once", () -> started.get() == 4);
    Wait.pause(100);
    assertEquals(4, started.get(), "the fifth waits");
    gate.open();
    Wait.until("the fifth gets its turn", () -> started.get() == 5);
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void runsEachJobOnceAndOnItsOwnThreads(IntFunction<Executor> maker) {
    List<Integer> all = IntStream.range(0, 2_000).boxed().toList();
    Executor pool = maker.apply(4);
    List<Integer> runs = new CopyOnWriteArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (int job : all) {
      pool.execute(() -> {
        threads.add(Thread.currentThread());
        runs.add(job);
      });
    }

    Wait.until("all jobs have run", () -> runs.size() >= all.size());
    assertEquals(all, runs.stream().sorted().toList());
    assertFalse(threads.contains(Thread.currentThread()), "the caller ran a job");
    assertTrue(threads.size() <= 4, threads::toString);
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void handsNoInterruptFromOneJobToTheNext(IntFunction<Executor> maker) {
    Executor pool = maker.apply(1);
    List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    Gate bothQueued = new Gate();
    pool.execute(() -> {
      bothQueued.pass();
      Thread.currentThread().interrupt();
    });
    pool.execute(() -> interrupted.add(Thread.currentThread().isInterrupted()));
    bothQueued.open();

    Wait.until("the second job has run", () -> !interrupted.isEmpty());
    assertEquals(List.of(false), interrupted);
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void runsJobsInTheOrderInWhichTheyCame(IntFunction<Executor> maker) {
    Executor pool = maker.apply(1);
    List<Integer> order = new CopyOnWriteArrayList<>();
    Gate allQueued = new Gate();
    for (int i = 0; i < 5; i++) {
      int job = i;
      pool.execute(() -> {
        allQueued.pass();
        order.add(job);
      });
    }
    allQueued.open();

    Wait.until("all jobs have run", () -> order.size() == 5);
    assertEquals(List.of(0, 1, 2, 3, 4), order);
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void refusesToHaveNoThreads(IntFunction<Executor> maker) {
    assertThrows(IllegalArgumentException.class, () -> maker.apply(0));
    assertThrows(IllegalArgumentException.class, () -> maker.apply(-1));
  }

  // ---- close ----

  /** Closes the pool in a thread of its own, for {@code close} may wait. */
  protected static Thread close(Executor pool) {
    Thread closer = new Thread(
        () -> {
          try {
            ((AutoCloseable) pool).close();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        "closer");
    closer.start();
    return closer;
  }

  private static boolean refuses(Executor pool) {
    try {
      pool.execute(() -> {});
      return false;
    } catch (RejectedExecutionException e) {
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("closing")
  void finishesWhatRunsAndWhatIsQueued(IntFunction<Executor> maker) {
    Executor pool = maker.apply(2);
    List<Integer> done = new CopyOnWriteArrayList<>();
    Gate gate = new Gate();
    List<Integer> all = IntStream.range(0, 12).boxed().toList();
    for (int job : all) {
      pool.execute(() -> {
        gate.pass();
        done.add(job);
      });
    }

    Thread closer = close(pool);
    Wait.until("the pool refuses", () -> refuses(pool));
    assertEquals(List.of(), done);
    assertTrue(closer.isAlive(), "close waits");
    gate.open();
    Wait.end(closer);

    assertEquals(all, done.stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("closing")
  void takesNoJobAfterwards(IntFunction<Executor> maker) {
    Executor pool = maker.apply(2);
    Wait.end(close(pool));

    assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
    Wait.end(close(pool)); // a second close is harmless
  }

  @ParameterizedTest
  @MethodSource("closing")
  void runsNoJobThatItHasRejected(IntFunction<Executor> maker) {
    Executor pool = maker.apply(1);
    Gate gate = new Gate();
    AtomicBoolean ran = new AtomicBoolean();
    pool.execute(gate::pass);
    Thread closer = close(pool);
    Wait.until("the pool refuses", () -> refuses(pool));

    assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> ran.set(true)));
    gate.open();
    Wait.end(closer);

    assertFalse(ran.get());
  }
}
