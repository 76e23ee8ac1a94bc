package pool.seen;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import judge.Call;
import judge.learner.Learner;

/**
 * A call of {@code pool.execute(job)}, as it was seen.
 *
 * @param thrown what it has thrown, or null
 * @param state of the thread that has called
 * @param isInPool whether that thread is in the learner's code
 * @param isLockBusy whether it waits for the lock of a thread that is at work, and not in a job
 */
public record ExecuteCall(
    boolean isBack, Throwable thrown, State state, boolean isInPool, boolean isLockBusy) {

  public static ExecuteCall of(Call call) {
    Thread caller = call.thread();
    return new ExecuteCall(
        call.isBack(),
        call.thrown().orElse(null),
        caller.getState(),
        Learner.line(caller.getStackTrace()).isPresent(),
        isLockBusy(caller));
  }

  private static boolean isLockBusy(Thread waiting) {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    ThreadInfo info = bean.getThreadInfo(waiting.getId());
    ThreadInfo owner = info == null || info.getLockOwnerId() < 0
        ? null
        : bean.getThreadInfo(info.getLockOwnerId(), Integer.MAX_VALUE);
    return owner != null
        && owner.getThreadState() == State.RUNNABLE
        && !Learner.isInJob(owner.getStackTrace());
  }
}
