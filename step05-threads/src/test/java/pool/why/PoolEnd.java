package pool.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import judge.learner.Learner;
import judge.learner.TaskThreads.Death;
import judge.why.Ending;
import judge.words.Meaning;
import pool.seen.CloseCall;
import pool.seen.PoolThread;
import pool.seen.Work;
import pool.seen.Workers;

/** What it means how a pool ends: close is to wait for all jobs, and for all workers. */
public final class PoolEnd {

  private static final String LIMITED =
      "- Its wait had a limit, and the job took longer: join(400), or awaitTermination(1, SECONDS),"
          + " comes back when the time is over, whether the worker has ended or not. join() without"
          + " a number waits as long as it takes.";

  private PoolEnd() {}

  /**
   * What is wrong with a close that is to wait for jobs, if anything is.
   *
   * @param isTimed whether it was seen to wait with a limit of time
   */
  public static Optional<Meaning> whileJobsAreHeld(CloseCall close, boolean isTimed) {
    return thrown(close)
        .or(() -> Meaning.when(
            close.isBack(),
            () -> isTimed ? tooEarly(close.work()).first(LIMITED) : tooEarly(close.work())))
        .or(() -> Meaning.when(close.isInterrupting(), PoolEnd::interrupt));
  }

  /** What is wrong with a close that is to be back, if anything is. */
  public static Optional<Meaning> problem(CloseCall close) {
    int all = close.work().runs().size();
    return Meaning.when(close.isInterrupting(), PoolEnd::interrupt)
        .or(() -> Meaning.when(!close.isBack(), () -> hangs(close.work())))
        .or(() -> thrown(close))
        .or(() -> Meaning.when(close.done() < all, () -> dropped(all - close.done(), all)));
  }

  private static Optional<Meaning> thrown(CloseCall close) {
    return Optional.ofNullable(close.thrown()).map(Ending::ofMethod);
  }

  private static Meaning tooEarly(Work work) {
    return Meaning.ofThreads(
        "pool.close() has come back, but " + jobs(work.running()) + " still running"
            + (work.waiting() == 0 ? "." : ", and " + jobs(work.waiting()) + " waiting."),
        "- To set a flag, or to wake the workers, is not to wait for them: thread.join() waits"
            + " until that thread has ended. Call it for each worker.",
        "- shutdown of an ExecutorService only says that no more jobs come: awaitTermination waits"
            + " for those that it has.");
  }

  private static String jobs(int count) {
    return count == 1 ? "1 job is" : count + " jobs are";
  }

  private static Meaning interrupt() {
    return Meaning.of(
        "A job was interrupted while the pool was closed.",
        "- close() finishes the jobs; interrupt() disturbs them, whatever they are doing. Wake"
            + " idle workers with notifyAll, and tell them by a flag that it is over.",
        "- shutdownNow of a ThreadPoolExecutor interrupts its threads as well; shutdown does not.");
  }

  private static Meaning hangs(Work work) {
    boolean areDone = work.running() == 0 && work.waiting() == 0;
    Workers workers = work.workers();
    List<String> causes = new ArrayList<>();
    IdleWorkers.names(workers, PoolThread::isBlocked, "wait")
        .ifPresent(who -> causes.add("- " + who + " for a lock. If close() holds it while it"
            + " waits in join, they wait for each other: join outside synchronized."));
    IdleWorkers.names(workers, PoolThread::sleeps, "sleep")
        .ifPresent(who -> causes.addAll(asleep(who)));
    if (workers.living().stream().anyMatch(one -> one.state() == Thread.State.RUNNABLE)) {
      causes.add("- A worker runs on: it leaves when the pool is closed and the queue is empty.");
    }
    if (workers.living().isEmpty()) {
      causes.add("- The pool's threads have ended: what does close() wait for?");
    }
    causes.addAll(IdleWorkers.ofLoss(workers));
    return Meaning.ofThreads("pool.close() does not come back, though all jobs "
            + (areDone ? "are done." : "may go on."))
        .and(causes)
        .at(IdleWorkers.place(workers));
  }

  private static List<String> asleep(String who) {
    return List.of(
        "- " + who + ". Has anybody woken them? Say first that it is over, then wake all of them"
            + " with notifyAll, inside synchronized; notify wakes one.",
        "- Or they were woken, found the queue empty, and waited again: the loop around wait must"
            + " ask whether it is over, too.",
        "- If something in the queue tells a worker to leave (a pill): one is not enough, put in"
            + " one for each worker.");
  }

  private static Meaning dropped(int missing, int all) {
    return Meaning.ofThreads(
        "pool.close() has come back, but " + missing + " of " + all + " jobs "
            + (missing == 1 ? "has" : "have") + " not run.",
        "- The jobs in the queue were dropped. A worker leaves when the pool is closed and the"
            + " queue is empty; as long as there is a job, it takes it.",
        "- close() must not empty the queue.",
        "- Or close() does not wait for every worker: join each of them.");
  }

  /** What is wrong with workers that are to be gone, if anything is. */
  public static Optional<Meaning> problem(Workers workers) {
    return workers.living().stream()
        .findFirst()
        .map(PoolEnd::left)
        .or(() -> workers.deaths().stream().findFirst().map(PoolEnd::badly));
  }

  private static Meaning left(PoolThread worker) {
    return Meaning.ofThreads(
        "pool.close() has come back, but " + worker.name() + " has not ended; it is "
            + worker.state() + ".",
        "- close() must wait for each worker: join all of them, not the first or the last.",
        "- A worker leaves when the pool is closed and the queue is empty. notifyAll wakes all"
            + " that sleep, notify one.");
  }

  private static Meaning badly(Death death) {
    return Meaning.of(
            "A thread of the pool has not ended in good order: " + death.describe() + ".",
            "- remove() throws when the queue is empty, and that is so when the pool is closed:"
                + " poll() gives null instead, and the worker returns.",
            "- If close() interrupts a worker, wait() throws: the flag and notifyAll are enough.")
        .at(Learner.line(death.cause().getStackTrace()));
  }
}
