package pool;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import judge.Call;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.seen.ExecuteCall;
import pool.why.Refusals;

/** Jobs that come when the pool is closed: execute is to refuse them. */
public final class Refusing {

  private Refusing() {}

  /** Makes sure that execute refuses a job. */
  public static void expect(JudgedPool pool, String when) {
    Call call = Call.start(JudgedPool.EXECUTE, () -> pool.execute(() -> {}));
    call.isBackWithin(Limits.SOON);
    Failure.raise(Refusals.problem(ExecuteCall.of(call), when, pool.workers()));
  }

  /** Makes sure that a job which calls execute is refused while close waits for that very job. */
  public static void expectInJob(JudgedPool pool) {
    CompletableFuture<Optional<Throwable>> attempt = new CompletableFuture<>();
    HeldJobs job = new HeldJobs(pool, () -> attempt.complete(thrownByExecute(pool)));
    job.add(1).expect(1);
    Closing closing = Closing.start(pool);
    Story.tell("the job that runs calls pool.execute(job)");
    job.letGo();
    if (!Wait.until(attempt::isDone, Limits.SOON)) {
      throw Failure.because(Refusals.hangsInJob());
    }
    Failure.raise(Refusals.problem(attempt.join(), "in a job for which close() waits"));
    closing.expectEnd();
  }

  private static Optional<Throwable> thrownByExecute(JudgedPool pool) {
    try {
      pool.execute(() -> {});
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of(e);
    }
  }
}
