package pool.why;

import java.lang.Thread.State;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import judge.learner.Learner;
import judge.words.Meaning;
import pool.seen.ExecuteCall;
import pool.seen.Work;
import pool.seen.Workers;

/** What it means how a pool takes jobs, and how often, and how many at once, they run. */
public final class HandOver {

  private HandOver() {}

  /** The constructor does not come back. */
  public static Meaning constructorHangs(int size) {
    return Meaning.ofThreads(
        "new ThreadPool(" + size + ") does not come back.",
        "- thread.run() runs the worker's loop right here, on the thread that makes the pool;"
            + " start() begins a new one.",
        "- Or the constructor waits for something: \"Your threads\" shows where it stands.");
  }

  /** What is wrong with calls of execute that are to be back, if anything is. */
  public static Optional<Meaning> problem(Work work) {
    return done(work).or(() -> notBack(work));
  }

  /** What is wrong with jobs that are to be done, each of them once, if anything is. */
  public static Optional<Meaning> undone(Work work) {
    int all = work.runs().size();
    return done(work)
        .or(() -> twice(work))
        .or(() -> notBack(work))
        .or(() ->
            Meaning.when(work.waiting() > 0, () -> notRun(work.waiting(), all, work.workers())))
        .or(() -> tooMany(work));
  }

  /** What execute has done that it is not to do. */
  private static Optional<Meaning> done(Work work) {
    return Optional.ofNullable(work.onCaller())
        .map(HandOver::ranOnCaller)
        .or(() -> work.calls().stream()
            .map(ExecuteCall::thrown)
            .filter(Objects::nonNull)
            .findFirst()
            .map(HandOver::threw)
            .map(meaning -> meaning.and(work.workers().shared().causes())));
  }

  private static Optional<Meaning> notBack(Work work) {
    return work.calls().stream()
        .filter(call -> !call.isBack())
        .findFirst()
        .map(call -> hangs(call, work.workers()));
  }

  // ---- execute ----

  private static Meaning ranOnCaller(StackTraceElement[] stack) {
    Optional<StackTraceElement> place = Learner.line(stack);
    String where = place.map(line -> ", at " + Learner.place(line)).orElse("");
    return Meaning.of(
            "A job was run by the thread that called execute" + where + ". It is for the pool's"
                + " own threads to run it.",
            "- job.run() starts nothing: it is a call like any other, and the caller waits for its"
                + " end. execute only puts the job where a worker finds it.",
            "- That is so even when all workers are busy: then the job waits in the queue.")
        .at(place);
  }

  private static Meaning threw(Throwable thrown) {
    boolean isRefusal =
        thrown instanceof RejectedExecutionException || thrown instanceof IllegalStateException;
    return Meaning.of(
            "pool.execute(job) has thrown " + Learner.describe(thrown) + ".",
            isRefusal
                ? "- Nothing is to be refused here: the pool is open, and any number of jobs may"
                    + " wait."
                : IdleWorkers.reason(thrown))
        .at(Learner.line(thrown.getStackTrace()));
  }

  /** A call of execute does not come back. */
  static Meaning hangs(ExecuteCall call, Workers workers) {
    Meaning meaning = Meaning.ofThreads(
            "pool.execute(job) does not come back: it is to hand the job over, and not to wait.")
        .at(IdleWorkers.place(workers));
    if (call.isLockBusy()) {
      return meaning.and(
          "- execute waits for a lock, and a worker that looks into the queue again and again"
              + " never lets go of it: nobody can add a job. jobs.wait() lets go of the lock of"
              + " jobs while it waits.");
    }
    if (call.state() == State.BLOCKED) {
      return meaning.and(
          "- execute waits for a lock that another thread holds. A worker that runs its job inside"
              + " synchronized keeps the lock for as long as the job lasts: leave the block before"
              + " job.run().",
          "- Thread.sleep and the queues of java.util.concurrent keep the lock while they wait;"
              + " only wait() lets go of it.");
    }
    return meaning
        .and("- \"Your threads\" shows what it waits for: room in the queue, a worker, or the end"
            + " of the job?")
        .and(IdleWorkers.causes(workers));
  }

  // ---- jobs ----

  private static Optional<Meaning> twice(Work work) {
    return IntStream.range(0, work.runs().size())
        .filter(i -> work.runs().get(i) > 1)
        .mapToObj(i -> ranTwice(i + 1, work.runs().get(i)))
        .findFirst()
        .map(meaning -> meaning.first(work.workers().shared().causes()));
  }

  private static Meaning ranTwice(int number, int times) {
    return Meaning.of(
        "Job " + number + " has run " + (times == 2 ? "twice." : times + " times."),
        "- Two workers have taken it. Who looks (peek) under the lock and removes later, lets"
            + " another worker see the same job; and what is removed then is the next job, which"
            + " never runs. Look and remove under one lock.",
        "- A queue that threads change without a lock gives a job twice, too: every look, add and"
            + " remove needs the same lock.",
        "- Or one job is put into the queue twice, or run both by execute and by a worker.");
  }

  private static Meaning notRun(int missing, int all, Workers workers) {
    if (missing == all) {
      return idle(
          all == 1 ? "The job has not run." : "None of the " + all + " jobs has run.", workers);
    }
    Meaning meaning = idle(
            missing + " of " + all + " jobs " + (missing == 1 ? "has" : "have") + " not run.",
            workers)
        .and(workers.shared().causes());
    return all <= 100
        ? meaning
        : meaning.and("- Jobs get lost when two threads change the queue at the same time: every"
            + " look, add and remove needs the same lock.");
  }

  /**
   * What is wrong if there are fewer workers than the pool is to have, if anything is.
   *
   * @param running how many jobs run now, of one for each worker
   */
  public static Optional<Meaning> tooFewWorkers(int running, Workers workers) {
    int size = workers.size();
    return Meaning.when(
        running < size && workers.living().size() < size,
        () -> idle(
            "new ThreadPool(" + size + ") is to start " + size + " workers. " + size
                + " jobs were handed over, and no more than " + running + " could begin.",
            workers));
  }

  /** What is wrong if fewer jobs run now than handed over, one for each worker, if anything is. */
  public static Optional<Meaning> tooFew(int running, int all, Workers workers) {
    return Meaning.when(
        running < all,
        () -> running == 0
            ? notRun(all, all, workers)
            : idle(
                (running == 1 ? "1 job runs" : running + " jobs run") + "; the pool has " + all
                    + " workers and " + all + " jobs were handed over, so all of them are to run"
                    + " at the same time.",
                workers));
  }

  /** What is wrong with a job that has not begun, though a worker is free, if anything is. */
  public static Optional<Meaning> notTaken(int begun, Workers workers) {
    return Meaning.when(
        begun == 0,
        () -> idle("A worker is free, and a job waits all the same: nobody takes it.", workers)
            .first(
                "- Has each worker a queue of its own? There a job waits behind the one that runs,"
                    + " whoever else has nothing to do. Make one queue for all workers: whoever is"
                    + " free takes the next job."));
  }

  private static Meaning idle(String fact, Workers workers) {
    return Meaning.ofThreads(fact).and(IdleWorkers.causes(workers)).at(IdleWorkers.place(workers));
  }

  /** What is wrong if more jobs have run at once than the pool has workers. */
  public static Optional<Meaning> tooMany(Work work) {
    int size = work.workers().size();
    int threads = work.workers().living().size();
    return Meaning.when(
        work.mostAtOnce() > size,
        () -> Meaning.ofThreads(
                work.mostAtOnce() + " jobs have run at the same time; the pool has "
                    + (size == 1 ? "1 worker." : size + " workers."),
                threads > size
                    ? "- Your pool has " + threads + " threads now."
                    : "- Jobs have run on " + work.runners() + " different threads so far.",
                "- A loop from 0 to i <= size makes one worker more than size.",
                "- To start a thread for each job sets no limit: make the workers in the"
                    + " constructor, and let the jobs wait for them.")
            .and(work.workers().shared().causes()));
  }

  /**
   * A job has failed, and nothing says so.
   *
   * @param missing the text of its exception
   */
  public static Meaning silent(String missing) {
    return Meaning.of(
        "A job has failed, and the terminal does not say so: " + missing + " is not printed.",
        "- An empty catch hides the failure. Print one line with the exception.",
        "- getMessage() or the exception itself has the text; its class alone does not.",
        "- submit of an ExecutorService keeps the exception in the Future that it returns, and"
            + " nobody asks for it there: its execute lets it out.");
  }
}
