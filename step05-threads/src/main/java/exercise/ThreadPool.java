package exercise;

import java.util.concurrent.Executor;

/** Your thread pool. So far it has no threads: whoever hands over a job runs it. */
class ThreadPool implements Executor, AutoCloseable {

  /** A pool of so many threads, the workers. Any number of jobs may wait for them. */
  ThreadPool(int size) {
    this(size, Integer.MAX_VALUE);
  }

  /** The same, but no more than so many jobs may wait while all workers are busy. */
  ThreadPool(int size, int waiting) {
    // TODO 5.1: start the workers. Each waits for a job, runs it, and waits for the next one.
    // TODO 5.2: refuse a size below 1.
    // TODO 5.3: a job that fails must not take its worker with it.
    // TODO 5.6: a worker without a job sleeps until it is woken.
  }

  @Override
  public void execute(Runnable job) {
    // TODO 5.1: put the job where a worker finds it, and come back at once.
    // TODO 5.7: after close(), refuse it.
    // TODO 5.8: when too many jobs wait, refuse it.
    job.run();
  }

  @Override
  public void close() {
    // TODO 5.4: let the workers finish all jobs, wait until they have gone, and come back.
  }
}
