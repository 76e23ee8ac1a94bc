package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pool promises, shown by jobs that meet or wait for each other. */
@ResourceLock(Resources.SYSTEM_OUT)
class PoolTest {

  private final CapturedOutput terminal = new CapturedOutput();

  /** Jobs that end only when that many of them run at once. */
  private static void assertThatManyMeet(int size, Executor pool) throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(size);
    CountDownLatch met = new CountDownLatch(size);
    for (int i = 0; i < size; i++) {
      pool.execute(() -> {
        try {
          barrier.await(10, TimeUnit.SECONDS);
          met.countDown();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      });
    }
    assertTrue(met.await(10, TimeUnit.SECONDS), size + " jobs did not run at once");
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#working")
  void runsFourJobsAtOnceButNotFive(IntFunction<Executor> maker) throws InterruptedException {
    Executor pool = maker.apply(4);
    CountDownLatch started = new CountDownLatch(4);
    CountDownLatch fifthStarted = new CountDownLatch(5);
    CountDownLatch goOn = new CountDownLatch(1);
    for (int i = 0; i < 5; i++) {
      pool.execute(() -> {
        started.countDown();
        fifthStarted.countDown();
        awaitQuietly(goOn);
      });
    }

    assertTrue(started.await(10, TimeUnit.SECONDS), "four jobs run at once");
    assertFalse(fifthStarted.await(100, TimeUnit.MILLISECONDS), "the fifth waits");
    goOn.countDown();
    assertTrue(fifthStarted.await(10, TimeUnit.SECONDS), "the fifth gets its turn");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#working")
  void runsEachJobOnceAndOnItsOwnThreads(IntFunction<Executor> maker) throws InterruptedException {
    int jobs = 2_000;
    Executor pool = maker.apply(4);
    AtomicIntegerArray runs = new AtomicIntegerArray(jobs);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(jobs);
    for (int i = 0; i < jobs; i++) {
      int job = i;
      pool.execute(() -> {
        runs.incrementAndGet(job);
        threads.add(Thread.currentThread());
        done.countDown();
      });
    }

    assertTrue(done.await(10, TimeUnit.SECONDS), done.getCount() + " jobs were never run");
    for (int i = 0; i < jobs; i++) {
      assertEquals(1, runs.get(i), "runs of job " + i);
    }
    assertFalse(threads.contains(Thread.currentThread()), "the caller ran a job");
    assertTrue(threads.size() <= 4, () -> threads.toString());
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#working")
  void survivesJobsThatFailAndSaysSo(IntFunction<Executor> maker) throws InterruptedException {
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
    terminal.await("the job failed: java.lang.IllegalStateException: planned exception");
    terminal.await("the job failed: java.lang.StackOverflowError: planned error");
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#working")
  void handsNoInterruptFromOneJobToTheNext(IntFunction<Executor> maker) throws Exception {
    Executor pool = maker.apply(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch bothQueued = new CountDownLatch(1);
    pool.execute(() -> {
      awaitQuietly(bothQueued);
      Thread.currentThread().interrupt();
    });
    pool.execute(() -> {
      interrupted.set(Thread.currentThread().isInterrupted());
      done.countDown();
    });
    bothQueued.countDown();

    assertTrue(done.await(10, TimeUnit.SECONDS));
    assertFalse(interrupted.get());
  }

  /** A worker that is woken for nothing looks again, and waits on. */
  @ParameterizedTest
  @MethodSource("listings.Pool#working")
  void survivesAnInterruptWhileItWaits(IntFunction<Executor> maker) throws Exception {
    Executor pool = maker.apply(1);
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    pool.execute(() -> worker.complete(Thread.currentThread()));
    Thread thread = worker.get(10, TimeUnit.SECONDS);
    Wait.state(thread, Thread.State.WAITING, "take");

    thread.interrupt();
    Wait.until("the interrupt has arrived", () -> !thread.isInterrupted());
    Wait.state(thread, Thread.State.WAITING, "take");

    assertThatManyMeet(1, pool);
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#working")
  void runsJobsInTheOrderInWhichTheyCame(IntFunction<Executor> maker) throws Exception {
    Executor pool = maker.apply(1);
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch allQueued = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(5);
    for (int i = 0; i < 5; i++) {
      int job = i;
      pool.execute(() -> {
        awaitQuietly(allQueued);
        order.add(job);
        done.countDown();
      });
    }
    allQueued.countDown();

    assertTrue(done.await(10, TimeUnit.SECONDS));
    assertEquals(List.of(0, 1, 2, 3, 4), order);
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#all")
  void refusesToHaveNoThreads(IntFunction<Executor> maker) {
    assertThrows(IllegalArgumentException.class, () -> maker.apply(0));
    assertThrows(IllegalArgumentException.class, () -> maker.apply(-1));
  }
}
