package judge.tasks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import judge.events.Event;
import judge.events.Events;
import judge.events.Task;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Limits;
import judge.words.Meaning;

/** Runs one task and tells of it, from its beginning to its verdict. */
public final class TaskRun {

  /** What the task does. */
  public interface Body {
    void run() throws Throwable;
  }

  private TaskRun() {}

  /**
   * Runs a task.
   *
   * @param step the name of its module and of its page
   * @return what it has thrown, a failure with its whole text; null if the task is solved
   */
  public static Throwable run(String step, Task task, Body body) {
    return run(step, task, body, Limits.TASK);
  }

  /** The same with another limit, in milliseconds. */
  static Throwable run(String step, Task task, Body body, int limit) {
    Throwable thrown = judge(task, body, limit);
    if (isOfMachine(thrown)) {
      thrown = judge(task, body, limit);
    }
    Event.Verdict verdict = verdict(task, thrown, hints(step, task));
    Events.tell(verdict);
    return thrown instanceof Failure failure ? failure.in(verdict) : thrown;
  }

  private static Throwable judge(Task task, Body body, int limit) {
    TaskThreads threads =
        TaskThreads.begin(Story::tell); // first: from here on, those before are late
    Story.begin();
    Events.begin(task);
    Printed.begin();
    Throwable thrown = runInItsOwnThread(body, threads, limit);
    Printed.end();
    return thrown;
  }

  /** Whether nothing but a busy machine has kept the task from its end. */
  private static boolean isOfMachine(Throwable thrown) {
    return thrown instanceof Failure failure && failure.findings().meaning().equals(Ending.SLOW);
  }

  /**
   * Where to find help with a task.
   *
   * @param step the name of its module and of its page
   */
  public static List<String> hints(String step, Task task) {
    return List.of(
        "docs/" + step + ".md, under " + task.number(),
        "this task alone: -Dtest=Exercise#" + task.method());
  }

  private static Event.Verdict verdict(Task task, Throwable thrown, List<String> hints) {
    if (thrown == null) {
      return new Event.Passed(task);
    }
    return thrown instanceof Failure failure
        ? new Event.Failed(task, failure.findings(), hints)
        : new Event.Broken(task, stackTrace(thrown));
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().stripTrailing();
  }

  /** A thread of its own, so that nothing in the learner's code can hold up the judge. */
  private static Throwable runInItsOwnThread(Body body, TaskThreads threads, int limit) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread = TaskThreads.ours(threads, () -> run(body, done), "task");
    ExitHook.begin(done);
    thread.start();
    try {
      await(done, limit);
      return null;
    } catch (ExecutionException e) {
      return meaningOf(e.getCause());
    } catch (TimeoutException e) {
      Meaning meaning = TaskThreads.areStuck(limit) ? Ending.missing(limit / 1_000) : Ending.SLOW;
      return Failure.because(meaning);
    } finally {
      ExitHook.end();
      thread.interrupt(); // one that goes on all the same ends where it waits
    }
  }

  private static void await(CompletableFuture<Void> done, int limit)
      throws ExecutionException, TimeoutException {
    try {
      done.get(limit, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      await(done, limit); // the learner's code interrupts whomever it finds
    }
  }

  private static void run(Body body, CompletableFuture<Void> done) {
    try {
      body.run();
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  /** An exception that has left the task: the learner's own, or a verdict as it is. */
  private static Throwable meaningOf(Throwable thrown) {
    if (thrown instanceof Failure) {
      return thrown;
    }
    if (thrown instanceof LinkageError e && ("" + e.getMessage()).contains("exercise")) {
      return Failure.because(Ending.ofLinkage(e));
    }
    boolean isLearners = Learner.line(thrown.getStackTrace()).isPresent();
    return isLearners ? Failure.because(Ending.ofMethod(thrown)) : thrown;
  }
}
