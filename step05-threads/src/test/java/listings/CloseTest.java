package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Listings 20-22 to 20-25: how a pool ends. */
@ResourceLock(Resources.SYSTEM_OUT)
class CloseTest {

  private final CapturedOutput terminal = new CapturedOutput();

  /** Closes the pool in a thread of its own, for {@code close} may wait. */
  private static Thread close(Executor pool) {
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

  @Test
  void listing22WaitsForWorkersThatWaitForJobs() {
    Listing22.ThreadPool pool = new Listing22.ThreadPool(2);

    Thread closer = close(pool);

    Wait.state(closer, Thread.State.WAITING, "join");
    for (Listing22.Worker worker : pool.workers) {
      Wait.state(worker.thread, Thread.State.WAITING, "take");
    }
    assertEquals("Shutting down worker 0\n", terminal.text(), "and never gets to worker 1");
    closer.interrupt();
    Wait.end(closer);
  }

  @Test
  void listing22PassesOnAnInterruptThatEndsItsWaiting() {
    Listing22.ThreadPool pool = new Listing22.ThreadPool(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread closer = new Thread(() -> {
      pool.close();
      interrupted.set(Thread.currentThread().isInterrupted());
    });
    closer.start();
    Wait.state(closer, Thread.State.WAITING, "join");

    closer.interrupt();

    Wait.end(closer);
    assertTrue(interrupted.get());
  }

  @Test
  void listing23LetsItsWorkersDieOfTheEmptyQueue() {
    Listing23.ThreadPool pool = new Listing23.ThreadPool(2);
    List<Throwable> deaths = new CopyOnWriteArrayList<>();
    for (Listing23.Worker worker : pool.workers) {
      worker.thread.setUncaughtExceptionHandler((thread, death) -> deaths.add(death));
    }

    pool.close();

    assertEquals(2, deaths.size());
    deaths.forEach(death -> assertInstanceOf(NoSuchElementException.class, death));
  }

  @Test
  void listing24LetsItsWorkersLeaveInGoodOrder() {
    Listing24.ThreadPool pool = new Listing24.ThreadPool(2);

    pool.close();

    assertLeftInGoodOrder();
  }

  @Test
  void listing25LetsItsWorkersLeaveInGoodOrder() {
    Listing25.ThreadPool pool = new Listing25.ThreadPool(2);

    pool.close();

    assertLeftInGoodOrder();
  }

  private void assertLeftInGoodOrder() {
    List<String> expected = List.of(
        "Shutting down worker 0",
        "Shutting down worker 1",
        "Worker 0 disconnected; shutting down.",
        "Worker 1 disconnected; shutting down.");
    assertEquals(expected, terminal.text().lines().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#closing")
  void finishesWhatRunsAndWhatIsQueued(IntFunction<Executor> maker) {
    Executor pool = maker.apply(2);
    List<Integer> done = new CopyOnWriteArrayList<>();
    CountDownLatch goOn = new CountDownLatch(1);
    for (int i = 0; i < 12; i++) {
      int job = i;
      pool.execute(() -> {
        try {
          assertTrue(goOn.await(10, TimeUnit.SECONDS));
          done.add(job);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
    }

    Thread closer = close(pool);
    Wait.state(closer, Thread.State.WAITING, "join");
    assertEquals(List.of(), done);
    goOn.countDown();
    Wait.end(closer);

    assertEquals(IntStream.range(0, 12).boxed().toList(), done.stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#closing")
  void takesNoJobAfterwards(IntFunction<Executor> maker) {
    Executor pool = maker.apply(2);
    Wait.end(close(pool));

    assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
    Wait.end(close(pool)); // a second close is harmless
  }

  @ParameterizedTest
  @MethodSource("listings.Pool#closing")
  void runsNoJobThatItHasRejected(IntFunction<Executor> maker) {
    Executor pool = maker.apply(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean ran = new AtomicBoolean();
    pool.execute(() -> Wait.until("the job may end", () -> goOn.getCount() == 0));
    Thread closer = close(pool);
    Wait.state(closer, Thread.State.WAITING, "join");

    assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> ran.set(true)));
    goOn.countDown();
    Wait.end(closer);

    assertFalse(ran.get());
  }
}
