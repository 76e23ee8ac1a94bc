package exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** A fixed number of threads, the workers, that run jobs in the order in which they come. */
class ThreadPool implements Executor, AutoCloseable {

  private final int size;
  private final int waiting;
  private final List<Thread> workers = new ArrayList<>();

  // One lock, that of the queue, guards these three. Nobody looks at them without it.
  private final Queue<Runnable> jobs = new ArrayDeque<>();
  private int unfinished; // jobs that wait, and jobs that run
  private boolean closed;

  /** A pool in which any number of jobs may wait. */
  ThreadPool(int size) {
    this(size, Integer.MAX_VALUE);
  }

  /**
   * Starts the workers.
   *
   * @param size how many jobs run at once, at least 1
   * @param waiting how many more may wait while all workers are busy
   */
  ThreadPool(int size, int waiting) {
    if (size < 1) {
      throw new IllegalArgumentException("a pool of " + size + " threads runs nothing");
    }
    this.size = size;
    this.waiting = waiting;
    for (int id = 0; id < size; id++) {
      Thread worker = new Thread(this::work, "worker-" + id);
      workers.add(worker);
      worker.start();
    }
  }

  /**
   * Lets a worker run the job, and comes back at once.
   *
   * @throws RejectedExecutionException if the pool is closed or full: the job will not run
   */
  @Override
  public void execute(Runnable job) {
    synchronized (jobs) { // the answers to these questions hold until the job is in the queue
      if (closed) {
        throw new RejectedExecutionException("the pool is closed");
      }
      // Not jobs.size(): a job for which an idle worker is just waking up takes no place.
      if (unfinished - size >= waiting) {
        throw new RejectedExecutionException(waiting + " jobs wait already");
      }
      jobs.add(job);
      unfinished++;
      jobs.notify(); // one is enough: only workers wait here, and any of them will do
    }
  }

  /** Takes no more jobs, and comes back when those it has taken are done and the workers gone. */
  @Override
  public void close() {
    synchronized (jobs) {
      closed = true;
      jobs.notifyAll();
    }
    try {
      for (Thread worker : workers) {
        worker.join(); // without the lock: the workers need it for the jobs that are left
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // who interrupts us does not want to wait
    }
  }

  private void work() {
    Runnable job = nextJob();
    while (job != null) {
      run(job); // without the lock, or no other worker could take a job meanwhile
      job = nextJob();
    }
  }

  /** Waits for a job; null if the pool is closed and nothing is left to do. */
  private Runnable nextJob() {
    synchronized (jobs) {
      while (jobs.isEmpty() && !closed) { // not if: another worker may have been faster
        try {
          jobs.wait();
        } catch (InterruptedException e) {
          // close() is how to stop a worker, not this: look again
        }
      }
      return jobs.poll();
    }
  }

  /** Runs a job, however it ends: a worker that dies of one would be missing from then on. */
  private void run(Runnable job) {
    try {
      job.run();
    } catch (Throwable e) {
      System.out.println("A job failed: " + e);
    } finally {
      Thread.interrupted(); // an interrupt meant for this job must not meet the next one
      synchronized (jobs) {
        unfinished--;
      }
    }
  }
}
