package beyond;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/** The pool of listing 20-25: a deque, a lock, wait and notify, and so many threads. */
final class ThreadPool implements Pool {

  private final JobQueue jobs = new JobQueue();
  private final List<Thread> workers;

  ThreadPool(int size) {
    workers = start(size, this::work);
  }

  static List<Thread> start(int size, Runnable work) {
    if (size < 1) {
      throw new IllegalArgumentException("a pool of " + size + " threads runs nothing");
    }
    List<Thread> workers = new ArrayList<>();
    for (int id = 0; id < size; id++) {
      Thread worker = new Thread(work, "worker-" + id);
      workers.add(worker);
      worker.start();
    }
    return workers;
  }

  @Override
  public void execute(Runnable job) {
    jobs.put(job);
  }

  @Override
  public void close() {
    jobs.close();
    join(workers);
  }

  static void join(List<Thread> workers) {
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants no more waiting
    }
  }

  private void work() {
    for (Runnable job = jobs.take(); job != null; job = jobs.take()) {
      run(job);
    }
  }

  /** Runs a job, however it ends: a worker that dies of one would be missing from then on. */
  static void run(Runnable job) {
    try {
      job.run();
    } catch (Throwable e) {
      tell(e);
    }
    Thread.interrupted(); // an interrupt meant for this job ends with it
  }

  private static void tell(Throwable why) {
    try {
      System.err.println("A job failed: " + why);
    } catch (OutOfMemoryError e) {
      // and this is what went wrong
    }
  }

  private static final class JobQueue {

    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private boolean closed;

    synchronized void put(Runnable job) {
      if (closed) {
        throw new RejectedExecutionException("the pool is closed");
      }
      jobs.add(job);
      notify();
    }

    synchronized Runnable take() {
      while (jobs.isEmpty() && !closed) {
        try {
          wait();
        } catch (InterruptedException e) {
          // nobody stops a worker this way: look again
        }
      }
      return jobs.poll(); // null: closed and empty
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }
  }
}
