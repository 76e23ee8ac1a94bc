package pool.why;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import judge.learner.Learner;
import judge.words.Meaning;
import pool.seen.ExecuteCall;
import pool.seen.Workers;

/** What it means how a pool that is closed refuses jobs, and what becomes of those it has taken. */
public final class Refusals {

  private static final String WITHOUT_LOOK =
      "- Or a worker leaves when the pool is closed, without a look into the queue.";

  private Refusals() {}

  /** What is wrong with a call of execute that is to be refused, if anything is. */
  public static Optional<Meaning> problem(ExecuteCall call, String when, Workers workers) {
    return call.isBack()
        ? problem(Optional.ofNullable(call.thrown()), when)
        : Optional.of(HandOver.hangs(call, workers));
  }

  /**
   * The same for a call that is back.
   *
   * @param thrown what it has thrown
   */
  public static Optional<Meaning> problem(Optional<Throwable> thrown, String when) {
    return thrown.isEmpty()
        ? Optional.of(taken(when))
        : thrown
            .filter(other -> !(other instanceof RejectedExecutionException))
            .map(other -> another(other, when));
  }

  private static Meaning taken(String when) {
    return Meaning.of(
        "pool.execute(job) has come back " + when + "; it is to throw a"
            + " RejectedExecutionException.",
        "- Who hands a job over believes that it will run: a return in silence drops it.",
        "- Ask whether the pool is closed in execute, under the same lock under which close()"
            + " says so, and before add.");
  }

  private static Meaning another(Throwable thrown, String when) {
    return Meaning.of(
            "pool.execute(job) is to throw a RejectedExecutionException " + when
                + "; it has thrown " + Learner.describe(thrown) + ".",
            "- An Executor promises this one, so callers catch this one, not an"
                + " IllegalStateException or any other.")
        .at(Learner.line(thrown.getStackTrace()));
  }

  /** A call in a job for which close waits is not back. */
  public static Meaning hangsInJob() {
    return Meaning.ofThreads(
        "pool.execute(job), called in a job for which close() waits, does not come back.",
        "- close() must not hold the lock while it waits in join: execute and the workers need it.",
        "- \"Your threads\" shows where each of them stands.");
  }

  /**
   * What is wrong with a thread that hands over jobs until one is refused, if anything is.
   *
   * @param call the last one that was seen
   */
  public static Optional<Meaning> problemInRace(ExecuteCall call, Workers workers) {
    if (!call.isBack()) {
      boolean hangs = call.isInPool() && call.state() != Thread.State.RUNNABLE;
      return Optional.of(hangs ? HandOver.hangs(call, workers) : refusesNone());
    }
    return Optional.ofNullable(call.thrown())
        .map(thrown -> another(thrown, "when the pool is closed"));
  }

  private static Meaning refusesNone() {
    return Meaning.ofThreads(
        "The pool is being closed, but pool.execute(job) still refuses no job, after 5 s.",
        "- After close() has been called, execute is to throw a RejectedExecutionException. A"
            + " return in silence drops the job, and whoever hands it over believes that it will"
            + " run.",
        "- If the workers first run what is in the queue, and only then it is said that the pool"
            + " is closed, that may never be: say so first.");
  }

  /**
   * What is wrong with the jobs that were handed over while the pool was closed, if anything is.
   *
   * @param taken how many execute has taken
   * @param lost how many of them have not run
   * @param twice how many have run more than once
   * @param stray how many were refused, and have run all the same
   */
  public static Optional<Meaning> problem(int taken, int lost, int twice, int stray) {
    return Meaning.when(twice > 0, () -> twice(twice))
        .or(() -> Meaning.when(lost > 0, () -> lost(taken, lost)))
        .or(() -> Meaning.when(stray > 0, () -> stray(stray)));
  }

  private static Meaning twice(int twice) {
    return Meaning.of(
        jobs(twice) + " run more than once, though each was handed over once.",
        "- A queue that threads change at the same time gives a job twice: execute, the workers and"
            + " close() must do it under one lock, the same for all.");
  }

  private static Meaning lost(int taken, int lost) {
    return Meaning.of(
        "execute has taken " + taken + " jobs, and " + lost + " of them "
            + (lost == 1 ? "is lost: it has" : "are lost: they have") + " not run.",
        "- Between the question \"is it closed?\" and add, close() may say that it is, and the"
            + " workers may leave: ask and add under one lock, the same that close() takes.",
        "- volatile does not help: the answer is true when you ask, and no longer when you add.",
        WITHOUT_LOOK);
  }

  private static Meaning stray(int stray) {
    return Meaning.of(
        jobs(stray) + " run, though execute has refused " + (stray == 1 ? "it." : "them."),
        "- A job that is refused must not be in the queue: ask first, then add, under one lock.",
        "- Do not add first and throw afterwards.",
        WITHOUT_LOOK);
  }

  private static String jobs(int count) {
    return count == 1 ? "One job has" : count + " jobs have";
  }
}
