package beyond;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * Our pool with the queue of the JDK, which waits and notifies by itself.
 *
 * <p>What changes: {@code JobQueue} is gone. The queue has one lock to put and one to take, so who
 * brings jobs does not wait for who fetches them. But it cannot be closed: a last job for each
 * worker says so, behind all others, and a lock of ours still sees to it that no job comes after
 * them. With {@code new LinkedBlockingQueue<>(100)} it could refuse the hundred-and-first job.
 */
final class QueuePool implements Pool {

  private static final Runnable END = () -> {};

  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final List<Thread> workers;
  private boolean closed;

  QueuePool(int size) {
    workers = ThreadPool.start(size, this::work);
  }

  @Override
  public synchronized void execute(Runnable job) {
    if (closed) {
      throw new RejectedExecutionException("the pool is closed");
    }
    jobs.add(job);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        workers.forEach(worker -> jobs.add(END));
      }
    }
    ThreadPool.join(workers);
  }

  private void work() {
    for (Runnable job = next(); job != END; job = next()) {
      ThreadPool.run(job);
    }
  }

  private Runnable next() {
    while (true) {
      try {
        return jobs.take();
      } catch (InterruptedException e) {
        // nobody stops a worker this way: look again
      }
    }
  }
}
