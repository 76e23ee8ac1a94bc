package pool.seen;

import judge.learner.Learner;

/**
 * A thread of the pool's, as it was seen.
 *
 * @param isInJob whether it runs a job of the test's
 */
public record PoolThread(String name, Thread.State state, boolean isInJob) {

  public static PoolThread of(Thread thread) {
    return new PoolThread(
        thread.getName(), thread.getState(), Learner.isInJob(thread.getStackTrace()));
  }

  /** Whether it waits for a lock that another thread holds. */
  public boolean isBlocked() {
    return state == Thread.State.BLOCKED;
  }

  /** Whether it waits for something else, and not in a job. */
  public boolean sleeps() {
    return (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING) && !isInJob;
  }

  /** Whether it runs, or wakes up by itself. */
  public boolean isAwake() {
    return state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING;
  }
}
