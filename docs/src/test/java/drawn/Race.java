package drawn;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicIntegerArray;
import judge.words.Wait;

/**
 * Two workers of listing 20-17 and two jobs in the queue that they share. Each call that a worker
 * makes waits for its turn, which is given here.
 */
final class Race {

  private static final int WORKERS = 2;
  private static final List<String> TIMES = List.of("never", "once", "twice");

  private final List<Semaphore> turns = List.of(new Semaphore(0), new Semaphore(0));
  private final int[] given = new int[WORKERS];
  private final AtomicIntegerArray arrived = new AtomicIntegerArray(WORKERS);
  private final AtomicIntegerArray ran = new AtomicIntegerArray(WORKERS);
  private final List<Thread> workers = new ArrayList<>();
  private final List<String> died = new CopyOnWriteArrayList<>();

  /**
   * The workers come to their first call.
   *
   * @param worker makes one, of a number and a queue
   */
  Race(Constructor<?> worker) throws ReflectiveOperationException {
    Queue<Runnable> jobs = jobs();
    Field thread = worker.getDeclaringClass().getDeclaredField("thread");
    thread.setAccessible(true);
    for (int id = 0; id < WORKERS; id++) {
      Thread one = (Thread) thread.get(worker.newInstance(id, jobs));
      one.setUncaughtExceptionHandler((who, why) -> died.add(
          " And " + who.getName() + " has died of a " + why.getClass().getSimpleName() + "."));
      workers.add(one);
    }
  }

  private Queue<Runnable> jobs() {
    Queue<Runnable> jobs = new ArrayDeque<>() {
      @Override
      public Runnable peek() {
        awaitTurn();
        return super.peek();
      }

      @Override
      public Runnable remove() {
        awaitTurn();
        return super.remove();
      }
    };
    for (int i = 0; i < WORKERS; i++) {
      int job = i;
      jobs.add(() -> {
        awaitTurn();
        ran.incrementAndGet(job);
      });
    }
    return jobs;
  }

  /** What a worker does before each call. */
  private void awaitTurn() {
    int id = workerOf(Thread.currentThread().getName());
    arrived.incrementAndGet(id);
    turns.get(id).acquireUninterruptibly();
  }

  private static int workerOf(String name) {
    return Integer.parseInt(name.replace("worker-", ""));
  }

  /** Whether the worker stands before a call; else it has ended. */
  boolean canGoOn(int id) {
    Wait.until(
        "a worker stands or has ended",
        () -> arrived.get(id) > given[id] || !workers.get(id).isAlive());
    return workers.get(id).isAlive();
  }

  /** Lets the worker make its call. */
  void go(int id) {
    given[id]++;
    turns.get(id).release();
  }

  /** What has become of the jobs, when both have ended. */
  String ending() {
    return "Job A has run " + TIMES.get(ran.get(0)) + ", job B " + TIMES.get(ran.get(1)) + "."
        + String.join("", died);
  }
}
