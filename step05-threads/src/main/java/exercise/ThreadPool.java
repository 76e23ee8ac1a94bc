package exercise;

import java.util.concurrent.Executor;

/** Your thread pool. So far it has no threads: whoever hands over a job runs it. */
class ThreadPool implements Executor, AutoCloseable {

  /** A pool of so many threads, the workers. Any number of jobs may wait for them. */
  ThreadPool(int size) {
    // TODO 5.2: start a worker. It waits for a job, runs it, and waits for the next one.
    // TODO 5.3: start as many as there are to be.
    // TODO 5.4: refuse a size below 1.
    // TODO 5.5: a job that fails must not take its worker with it.
    // TODO 5.8: a worker without a job sleeps until it is woken.
  }

  @Override
  public void execute(Runnable job) {
    // TODO 5.2: put the job where a worker finds it, and come back at once.
    // TODO 5.9: after close(), refuse it.
    // TODO 5.10: when too many jobs wait, refuse it.
    job.run();
  }

  @Override
  public void close() {
    // TODO 5.7: let the workers finish all jobs, wait until they have gone, and come back.
  }
}
