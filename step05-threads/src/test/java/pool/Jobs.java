package pool;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import judge.Call;
import judge.learner.TaskThreads;
import judge.learner.TestJob;
import pool.seen.CloseCall;
import pool.seen.ExecuteCall;
import pool.seen.Work;
import pool.seen.Workers;

/** The jobs that a pool is given: each knows how often, and by whom, it was run. */
final class Jobs {

  private final List<Job> jobs = new CopyOnWriteArrayList<>();
  private final Set<Thread> runners = ConcurrentHashMap.newKeySet();
  private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile StackTraceElement[] onCaller;
  private volatile boolean isInterrupted;
  private volatile int doneAtClose;

  private final class Job implements Runnable {

    private final Runnable work;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean isDone;

    Job(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      Thread runner = Thread.currentThread();
      if (TaskThreads.isOurs(runner) || !atWork.add(runner)) { // or a job's call of execute runs it
        onCaller = runner.getStackTrace();
        return;
      }
      runners.add(runner);
      runs.incrementAndGet();
      mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
      try {
        isInterrupted |= runner.isInterrupted();
        TestJob.run(work);
      } finally {
        atWork.remove(runner);
        running.decrementAndGet();
        isDone = true;
        done.incrementAndGet();
      }
    }
  }

  /** Jobs that do this, each once. */
  List<Runnable> add(List<Runnable> works) {
    List<Job> more = works.stream().map(Job::new).toList();
    jobs.addAll(more);
    return List.copyOf(more);
  }

  /** Those that were added so far have been judged. */
  void forget() {
    jobs.clear();
  }

  /** One of them has been interrupted. */
  void interrupted() {
    isInterrupted = true;
  }

  /** close has come back: what is not done now is late. */
  void closed() {
    doneAtClose = (int) jobs.stream().filter(job -> job.isDone).count();
  }

  Set<Thread> runners() {
    return runners;
  }

  boolean isOneOnCaller() {
    return onCaller != null;
  }

  int done() {
    return done.get();
  }

  int running() {
    return running.get();
  }

  boolean areDone() {
    return running() == 0 && jobs.stream().allMatch(job -> job.runs.get() > 0);
  }

  /** Whether each was run once, and no more at a time: HandOver.undone has nothing to say then. */
  boolean areDoneOnce(int most) {
    return onCaller == null
        && running() == 0
        && mostAtOnce.get() <= most
        && jobs.stream().allMatch(job -> job.runs.get() == 1);
  }

  /**
   * Whether all were done when close came back, and none was interrupted: as PoolEnd.problem asks.
   */
  boolean areDoneAtClose() {
    return !isInterrupted && doneAtClose == jobs.size();
  }

  Work look(List<ExecuteCall> calls, Workers workers) {
    List<Integer> runs = jobs.stream().map(job -> job.runs.get()).toList();
    return new Work(runs, running(), mostAtOnce.get(), runners.size(), onCaller, calls, workers);
  }

  CloseCall look(Call close, Workers workers) {
    Throwable thrown = close.thrown().orElse(null);
    return new CloseCall(
        close.isBack(), thrown, doneAtClose, isInterrupted, look(List.of(), workers));
  }
}
