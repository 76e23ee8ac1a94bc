package listings;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import judge.words.Wait;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoolTest extends PoolContract {

  static Stream<Named<IntFunction<Executor>>> pools() {
    return ListingPool.working();
  }

  static Stream<Named<IntFunction<Executor>>> fixed() {
    return ListingPool.working();
  }

  static Stream<Named<IntFunction<Executor>>> closing() {
    return ListingPool.closing();
  }

  @ParameterizedTest
  @MethodSource("pools")
  void saysWhichJobHasFailed(IntFunction<Executor> maker) {
    Executor pool = maker.apply(1);
    pool.execute(() -> {
      throw new IllegalStateException("planned exception");
    });
    pool.execute(() -> {
      throw new StackOverflowError("planned error");
    });

    terminal.await("the job failed: java.lang.IllegalStateException: planned exception");
    terminal.await("the job failed: java.lang.StackOverflowError: planned error");
  }

  /** A worker that is woken for nothing looks again, and waits on. */
  @ParameterizedTest
  @MethodSource("pools")
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
  @MethodSource("listings.ListingPool#halfBuilt")
  void refusesToHaveNoThreadsFromTheBeginning(IntFunction<Executor> maker) {
    assertThrows(IllegalArgumentException.class, () -> maker.apply(0));
    assertThrows(IllegalArgumentException.class, () -> maker.apply(-1));
  }
}
