package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.Listing;

/** Listings 20-13 to 20-19: the pool on its way, which answers nobody yet. */
@ResourceLock(Resources.SYSTEM_OUT)
class HalfBuiltPoolTest {

  static Stream<Listing> silent() {
    return Listing.of(13, 14, 15, 16, 17, 18, 19);
  }

  /** Nobody runs the job, so nobody answers, and nobody closes the socket. */
  @ParameterizedTest
  @MethodSource("silent")
  void takesConnectionsAndLetsThemWait(Listing listing) throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (RunningServer server = RunningServer.start(listing)) {
      server.connect().close();
      Wait.until("the pool is made", () -> server.accepted() == 1);
      Wait.until("its workers have looked once and left", () -> workersBeside(before) == 0);

      Wire client = server.connect().send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertFalse(client.hears(100));
    }
  }

  private static long workersBeside(Set<Thread> others) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("worker-") && !others.contains(thread))
        .count();
  }

  @Test
  void listing14HasThreadsThatNeverStart() {
    Listing14.ThreadPool pool = new Listing14.ThreadPool(4);

    assertEquals(4, pool.threads.length);
    for (Thread thread : pool.threads) {
      assertEquals(Thread.State.NEW, thread.getState());
    }
  }

  @Test
  void listing15HasNumberedWorkersThatEndAtOnce() {
    Listing15.ThreadPool pool = new Listing15.ThreadPool(4);

    assertEquals(4, pool.workers.length);
    for (int id = 0; id < 4; id++) {
      assertEquals(id, pool.workers[id].id);
      Wait.end(pool.workers[id].thread);
    }
  }

  @Test
  void listing16HasAnEmptyQueueThatNobodyFills() {
    Listing16.ThreadPool pool = new Listing16.ThreadPool(4);

    pool.execute(() -> {});

    assertTrue(pool.jobs.isEmpty());
  }

  /**
   * Two workers, two jobs. They meet after {@code peek}: both have seen job A. They meet after
   * {@code remove}: A and B are gone.
   */
  @Test
  void listing17RunsOneJobTwiceAndTheOtherNever() {
    List<String> runs = new CopyOnWriteArrayList<>();
    MeetingQueue jobs = new MeetingQueue();
    jobs.add(() -> runs.add("A"));
    jobs.add(() -> runs.add("B"));

    Listing17.Worker one = new Listing17.Worker(0, jobs);
    Listing17.Worker other = new Listing17.Worker(1, jobs);
    Wait.end(one.thread);
    Wait.end(other.thread);

    assertEquals(List.of("A", "A"), runs);
  }

  @Test
  void listing18GivesEachJobToOneWorkerOnly() {
    int size = 1_000;
    List<Integer> runs = new CopyOnWriteArrayList<>();
    Listing18.JobQueue jobs = new Listing18.JobQueue();
    IntStream.range(0, size).forEach(job -> jobs.put(() -> runs.add(job)));

    Listing18.Worker one = new Listing18.Worker(0, jobs);
    Listing18.Worker other = new Listing18.Worker(1, jobs);
    Wait.end(one.thread);
    Wait.end(other.thread);

    assertEquals(
        IntStream.range(0, size).boxed().toList(), runs.stream().sorted().toList());
    assertNull(jobs.take());
  }

  @Test
  void listings18And19LockTheirQueuesForPutAndTake() {
    Listing18.JobQueue jobs = new Listing18.JobQueue();
    assertWaitsForTheLockOf(jobs, () -> jobs.put(() -> {}), "put");
    assertWaitsForTheLockOf(jobs, jobs::take, "take");

    Listing19.JobQueue later = new Listing19.JobQueue();
    assertWaitsForTheLockOf(later, () -> later.put(() -> {}), "put");
    assertWaitsForTheLockOf(later, later::take, "take");
  }

  private static void assertWaitsForTheLockOf(Object jobs, Runnable call, String method) {
    Thread caller = new Thread(call, "caller of " + method);
    synchronized (jobs) {
      caller.start();
      Wait.state(caller, Thread.State.BLOCKED, method);
    }
    Wait.end(caller);
  }

  @Test
  void listing19QueuesTheJobAfterItsWorkersHaveGone() {
    Listing19.ThreadPool pool = new Listing19.ThreadPool(4);
    for (Listing19.Worker worker : pool.workers) {
      Wait.end(worker.thread);
    }
    Runnable job = () -> {};

    pool.execute(job);

    assertSame(job, pool.jobs.take());
  }

  /** A queue for two threads, which wait for each other after {@code peek} and {@code remove}. */
  private static final class MeetingQueue extends ArrayDeque<Runnable> {

    private static final long serialVersionUID = 1;

    private final transient CyclicBarrier barrier = new CyclicBarrier(2);

    @Override
    public Runnable peek() {
      Runnable job = super.peek();
      meet();
      return job;
    }

    @Override
    public Runnable remove() {
      Runnable job;
      synchronized (this) {
        job = super.remove();
      }
      meet();
      return job;
    }

    private void meet() {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
