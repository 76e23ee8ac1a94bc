package exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/** A queue of the JDK's, and for each worker a last job that tells it to leave. */
class ThreadPool implements Executor, AutoCloseable {

  private static final Runnable PILL = () -> {};

  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final List<Thread> workers = new ArrayList<>();
  private final long places;
  private long taken;
  private boolean closed;

  ThreadPool(int size) {
    this(size, Integer.MAX_VALUE);
  }

  ThreadPool(int size, int waiting) {
    if (size <= 0) {
      throw new IllegalArgumentException("size must be positive");
    }
    places = (long) size + waiting;
    for (int i = 0; i < size; i++) {
      Thread worker = new Thread(this::work);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
  }

  @Override
  public synchronized void execute(Runnable job) {
    if (closed || taken >= places) {
      throw new RejectedExecutionException();
    }
    taken++;
    jobs.add(job);
  }

  private void work() {
    try {
      for (Runnable job = jobs.take(); job != PILL; job = jobs.take()) {
        try {
          job.run();
        } catch (Throwable e) {
          e.printStackTrace();
        } finally {
          giveBack();
        }
      }
    } catch (InterruptedException e) {
      System.err.println("nobody interrupts us");
    }
  }

  private synchronized void giveBack() {
    taken--;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        workers.forEach(worker -> jobs.add(PILL));
      }
    }
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
