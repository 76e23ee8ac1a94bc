package pool.why;

import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import judge.learner.Learner;
import judge.learner.TaskThreads.Death;
import judge.words.Meaning;
import pool.seen.PoolThread;
import pool.seen.Workers;

/** What it means that workers do nothing though there are jobs, or wake though there are none. */
public final class IdleWorkers {

  /** How the messages of the failures begin that jobs of the test's throw. */
  public static final String OF_TEST = "test job ";

  private static final String LOOP = "a worker needs a loop: take a job, run it, take the next one";

  private IdleWorkers() {}

  /** The likely causes of work that is not done. */
  static List<String> causes(Workers workers) {
    List<String> causes = new ArrayList<>(ofLoss(workers));
    if (causes.isEmpty()) {
      causes.addAll(ofMissing(workers));
    }
    names(workers, PoolThread::isBlocked, "wait")
        .ifPresent(
            who -> causes.add("- " + who + " for a lock that another thread holds: see \"Your"
                + " threads\". A worker that runs its job inside synchronized keeps all others"
                + " out: leave the block before job.run()."));
    names(workers, PoolThread::sleeps, "sleep").ifPresent(who -> {
      causes.add("- " + who + ", though a job is to be run. Nobody has woken it: call notify for"
          + " each job, not only when the queue was empty, and inside the same synchronized as"
          + " add.");
      causes.add(
          "- Or the job came before the worker slept: look into the queue first, and wait only as"
              + " long as it is empty, all in one synchronized block.");
    });
    return causes;
  }

  private static List<String> ofMissing(Workers workers) {
    int count = workers.living().size();
    int ended = workers.ended();
    if (ended > 0) {
      return List.of(
          "- "
              + (ended == 1
                  ? "1 thread of the pool has ended"
                  : ended + " threads of the pool have ended")
              + ", with jobs still to run: " + LOOP
              + ". A try around the loop, not inside the loop around the job, is left with the"
              + " loop at the first exception.",
          "- A worker that wakes up may find the queue empty, because another one was faster:"
              + " with if around wait instead of while, it takes null for a job, or leaves.");
    }
    if (count == 0) {
      return List.of("- The pool has no thread: the constructor is to make the workers, and start()"
          + " makes them run. A loop from 1 with i < size makes one too few. A thread that found"
          + " nothing to do and left at once is gone as well: " + LOOP + ".");
    }
    return count == workers.size() ? List.of() : List.of(ofNumber(count, workers.size()));
  }

  private static String ofNumber(int count, int size) {
    return "- Your pool has " + count + (count == 1 ? " thread" : " threads") + ", not " + size
        + (count == size - 1
            ? ": a loop from 1 with i < size makes one too few."
            : ": the constructor is to make as many workers as size says.");
  }

  /** Who does so, in words; empty if nobody does. */
  static Optional<String> names(Workers workers, Predicate<PoolThread> does, String verb) {
    List<String> names =
        workers.living().stream().filter(does).map(PoolThread::name).sorted().toList();
    return names.stream().findFirst().map(first -> switch (names.size()) {
      case 1 -> first + " " + verb + "s";
      case 2 -> first + " and 1 other " + verb;
      default -> first + " and " + (names.size() - 1) + " others " + verb;
    });
  }

  // ---- ended by exceptions ----

  static List<String> ofLoss(Workers workers) {
    int count = workers.deaths().size();
    String others =
        count == 1 ? "" : " Exceptions have ended " + count + " of the pool's threads in all.";
    return workers
        .loss()
        .map(last -> List.of("- " + last.describe() + "." + others, reason(last.cause())))
        .orElse(List.of());
  }

  /** The learner's line at which the last worker was lost. */
  static Optional<StackTraceElement> place(Workers workers) {
    return workers.loss().map(Death::cause).map(Throwable::getStackTrace).flatMap(Learner::line);
  }

  static String reason(Throwable cause) {
    if (isOfTest(cause)) {
      return ofJob(cause);
    }
    if (cause instanceof IllegalMonitorStateException) {
      return "- wait and notify may be called only inside synchronized, on the very object whose"
          + " lock that is. wait() alone means this.wait(): inside synchronized (jobs) write"
          + " jobs.wait() and jobs.notify().";
    }
    if (cause instanceof NullPointerException && isAboutField(cause)) {
      return "- That field has no value yet: give it one where it is declared, or in the"
          + " constructor before the first worker is started.";
    }
    if (cause instanceof NoSuchElementException || cause instanceof NullPointerException) {
      return "- The queue was empty: a worker that wakes up must look again, with while around"
          + " wait instead of if; another one may have been faster. And without a lock, another"
          + " one may be faster between a look and remove.";
    }
    return "- If it comes out of the queue: two threads have changed it at the same time. Every"
        + " look, add and remove needs the same lock.";
  }

  /** What the learner has done with it shows in what has come out of the loop. */
  private static String ofJob(Throwable cause) {
    boolean isWrapped = !("" + cause.getMessage()).startsWith(OF_TEST);
    if (isWrapped) {
      return "- The exception came from the job, was caught, and became the cause of another one:"
          + " print it, and do not throw it on, or the worker is lost.";
    }
    return cause instanceof Exception
        ? "- The exception came from the job. Catch it inside the loop, around job.run() alone, and"
            + " do not throw it on, or the worker is lost."
        : "- This came from the job. An Error is no Exception: catch Throwable, which is both,"
            + " around job.run().";
  }

  private static boolean isOfTest(Throwable thrown) {
    return ("" + thrown.getMessage()).startsWith(OF_TEST)
        || thrown.getCause() != null && isOfTest(thrown.getCause());
  }

  /** In the words of Java: because "this.jobs" is null. */
  private static boolean isAboutField(Throwable cause) {
    return ("" + cause.getMessage()).matches(".*because \"(this|ThreadPool)\\.\\w+\" is null");
  }

  // ---- nothing to do ----

  /**
   * A worker is awake without a job.
   *
   * @param cpuMillis processor time that all workers have used meanwhile; -1 if it is not known
   */
  public static Meaning awake(PoolThread worker, long cpuMillis, int millis) {
    String used = cpuMillis < 0
        ? ""
        : " The pool's threads have used " + cpuMillis + " ms of processor time in " + millis
            + " ms without a job.";
    return Meaning.ofThreads(
        worker.name() + " has nothing to do, but it is " + worker.state() + " and not WAITING."
            + used,
        worker.state() == State.TIMED_WAITING
            ? "- It sleeps for a time and wakes up by itself, to look again, or to leave when"
                + " nothing has come: Thread.sleep, wait(100), poll with a time limit and the"
                + " keep-alive time of a ThreadPoolExecutor do so. wait() without a number sleeps"
                + " until notify."
            : "- It looks into the queue again and again. That is not waiting: it keeps a"
                + " processor busy. wait() inside synchronized sleeps until notify.");
  }
}
