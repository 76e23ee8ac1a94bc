package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Listings 20-22 to 20-25: how a pool ends. */
@ResourceLock(Resources.SYSTEM_OUT)
class CloseTest {

  private final CapturedOutput terminal = new CapturedOutput();

  @Test
  void listing22WaitsForWorkersThatWaitForJobs() {
    Listing22.ThreadPool pool = new Listing22.ThreadPool(2);

    Thread closer = PoolContract.close(pool);

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

  static Stream<Named<IntFunction<Executor>>> inGoodOrder() {
    return ListingPool.closing().skip(1);
  }

  @ParameterizedTest
  @MethodSource("inGoodOrder")
  void letsItsWorkersLeaveInGoodOrder(IntFunction<Executor> maker) {
    Wait.end(PoolContract.close(maker.apply(2)));

    List<String> expected = List.of(
        "Shutting down worker 0",
        "Shutting down worker 1",
        "Worker 0 disconnected; shutting down.",
        "Worker 1 disconnected; shutting down.");
    assertEquals(expected, terminal.lines().stream().sorted().toList());
  }
}
