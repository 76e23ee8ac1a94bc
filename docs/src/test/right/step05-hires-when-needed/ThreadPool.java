package exercise;

import java.util.LinkedList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Starts a worker when a job finds no idle one, and another in place of one that a job has ended. */
class ThreadPool implements Executor, AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LinkedList<Runnable> jobs = new LinkedList<>();
  private final int size;
  private final int waiting;
  private int workers;
  private int idle;
  private boolean closed;

  ThreadPool(int size) {
    this(size, Integer.MAX_VALUE);
  }

  ThreadPool(int size, int waiting) {
    if (size < 1) {
      throw new IllegalArgumentException("size " + size);
    }
    this.size = size;
    this.waiting = waiting;
  }

  @Override
  public void execute(Runnable job) {
    lock.lock();
    try {
      boolean full = workers == size && jobs.size() - idle >= waiting;
      if (closed || full) {
        throw new RejectedExecutionException(closed ? "closed" : "full");
      }
      jobs.addLast(job);
      hireIfNeeded();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void hireIfNeeded() {
    if (jobs.size() > idle && workers < size) {
      workers++;
      new Thread(this::work).start();
    }
  }

  private void work() {
    try {
      for (Runnable job = next(); job != null; job = next()) {
        job.run();
      }
    } finally {
      lock.lock();
      workers--;
      hireIfNeeded();
      changed.signalAll();
      lock.unlock();
    }
  }

  private Runnable next() {
    lock.lock();
    try {
      while (jobs.isEmpty() && !closed) {
        idle++;
        changed.awaitUninterruptibly();
        idle--;
      }
      return jobs.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      while (workers > 0) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
