package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Listings 20-20 and 20-21: is the lock held while a job runs? */
@ResourceLock(Resources.SYSTEM_OUT)
class LockScopeTest {

  private final CapturedOutput terminal = new CapturedOutput();
  private final Gate goOn = new Gate();

  @AfterEach
  void endTheJobs() {
    goOn.open();
  }

  @Test
  void listing20LetsGoOfTheLockBeforeTheJobRuns() throws Exception {
    Listing20.ThreadPool pool = new Listing20.ThreadPool(2);
    CompletableFuture<Boolean> held = new CompletableFuture<>();

    pool.execute(() -> held.complete(Thread.holdsLock(pool.jobs)));

    assertFalse(held.get(10, TimeUnit.SECONDS));
  }

  @Test
  void listing20LetsIdleWorkersWait() {
    Listing20.ThreadPool pool = new Listing20.ThreadPool(2);

    for (Listing20.Worker worker : pool.workers) {
      Wait.state(worker.thread, Thread.State.WAITING, "take");
    }
  }

  @Test
  void listing21HoldsTheLockWhileTheJobRuns() throws Exception {
    Listing21.ThreadPool pool = new Listing21.ThreadPool(2);
    CompletableFuture<Boolean> held = new CompletableFuture<>();

    pool.execute(() -> held.complete(Thread.holdsLock(pool.jobs)));

    assertTrue(held.get(10, TimeUnit.SECONDS));
  }

  /** One job keeps out the other worker and whoever calls {@code execute}: the accept loop. */
  @Test
  void listing21BlocksTheOtherWorkerAndExecute() throws Exception {
    Listing21.ThreadPool pool = new Listing21.ThreadPool(2);
    CompletableFuture<Thread> first = new CompletableFuture<>();
    pool.execute(() -> {
      first.complete(Thread.currentThread());
      goOn.pass();
    });
    Thread worker = first.get(10, TimeUnit.SECONDS);
    Thread caller = new Thread(() -> pool.execute(() -> {}), "caller");
    caller.start();

    Wait.state(caller, Thread.State.BLOCKED, "put");
    assertEquals(Thread.State.TIMED_WAITING, worker.getState(), "the job still runs");

    goOn.open();
    Wait.end(caller);
  }
}
