package beyond;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The pool of the JDK, {@link ExecutorService}.
 *
 * <p>What changes: no thread and no queue is left in our code. Each of the first jobs starts a
 * worker, even if another is idle. One that dies of a job is replaced, and its stack trace is
 * printed. Close has two parts, {@code shutdown} and {@code awaitTermination}, and from JDK 19 on
 * there is one {@code close} for both. {@code shutdownNow} would interrupt what runs and drop what
 * waits.
 */
final class ServicePool implements Pool {

  private final ExecutorService service;

  ServicePool(int size) {
    this(Executors.newFixedThreadPool(size));
  }

  ServicePool(ExecutorService service) {
    this.service = service;
  }

  @Override
  public void execute(Runnable job) {
    try {
      service.execute(job);
    } catch (OutOfMemoryError e) { // for one more worker: those that are here can do it, too
      if (!(service instanceof ThreadPoolExecutor pool) || pool.getPoolSize() == 0) {
        throw e;
      }
      pool.getQueue().add(job);
    }
  }

  @Override
  public void close() {
    service.shutdown();
    try {
      service.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants no more waiting
    }
  }
}
