package engine;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import judge.events.Event;
import judge.events.Event.Verdict;
import judge.events.Task;
import judge.tasks.TaskRun;
import judge.words.Limits;
import judge.words.Meaning;

/** Tasks that are judged one after another, in as many worker processes as it takes. */
final class Lane {

  /** How long nothing may come from a worker, in milliseconds: a task has a limit of its own. */
  private static final int MOST_SILENCE = Limits.TASK + 5_000;

  private final Workers workers;
  private final Bench bench;
  private final Set<Task> always;
  private final Listener listener;
  private final List<Task> left;
  private final Notes notes = new Notes();
  private boolean hasFailed;
  private boolean isStopped;
  private WorkerProcess worker;

  Lane(Workers workers, Bench bench, List<Task> tasks, Set<Task> always, Listener listener) {
    this.workers = workers;
    this.bench = bench;
    this.always = Set.copyOf(always);
    this.listener = listener;
    left = new ArrayList<>(tasks);
  }

  synchronized void stop() {
    isStopped = true;
    if (worker != null) {
      worker.close();
    }
  }

  void run(Bench.Work work) throws InterruptedException {
    try {
      while (begin()) {
        judge(work);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      breakOff(e);
    } finally {
      end();
    }
  }

  /** Takes a worker, if there is something to do for it. */
  private synchronized boolean begin() {
    if (hasFailed) {
      List.copyOf(left).stream()
          .filter(task -> !always.contains(task))
          .forEach(task -> accept(new Event.Waiting(task)));
    }
    if (isStopped || left.isEmpty()) {
      return false;
    }
    worker = workers.take();
    return true;
  }

  private synchronized void end() {
    if (worker != null) {
      worker.close();
      worker = null;
    }
  }

  private void judge(Bench.Work work) throws InterruptedException {
    List<Task> before = List.copyOf(left);
    try {
      worker.send(new Order(work.folders(), before, always));
      follow();
    } catch (ExecutionException e) {
      accept(new Event.Broken(before.get(0), "there is no worker process: " + e.getCause()));
    }
    if (left.equals(before)) {
      accept(new Event.Broken(before.get(0), "the worker process has not begun the task"));
    }
  }

  /** Takes what the worker tells, and what it cannot tell: its own end. */
  private void follow() throws InterruptedException {
    Object next = worker.next(MOST_SILENCE);
    while (next instanceof Event event) {
      accept(event);
      next = worker.next(MOST_SILENCE);
    }
    if (next instanceof Done done && done.isClean()) {
      giveBack();
      return;
    }
    worker.close();
    if (next == null) {
      accept(Crash.stuck(MOST_SILENCE / 1_000));
    } else if (next == WorkerProcess.END) {
      accept(Crash.ended(worker.exitCode()));
    } else if (next instanceof Exception e) {
      accept(new Event.Broken(left.get(0), "the worker process has sent no event: " + e));
    }
  }

  private synchronized void giveBack() {
    if (!isStopped) {
      workers.giveBack(worker);
      worker = null;
    }
  }

  private synchronized void accept(Meaning crash) {
    Task task = notes.task();
    if (task != null) {
      List<String> hints = TaskRun.hints(bench.step().module(), task);
      accept(new Event.Failed(task, notes.findings(crash), hints));
    }
  }

  /** None of the tasks that are left can be judged. */
  synchronized void breakOff(Exception why) {
    List.copyOf(left).forEach(task -> accept(new Event.Broken(task, "not judged: " + why)));
  }

  synchronized void accept(Event event) {
    if (isStopped) {
      return;
    }
    Task task = event instanceof Verdict verdict ? verdict.task() : notes.task();
    notes.add(event);
    if (event instanceof Verdict) {
      left.remove(task);
      hasFailed |= event instanceof Event.Failed || event instanceof Event.Broken;
    }
    Task of = task == null ? notes.task() : task;
    if (of != null || event instanceof Event.DoesNotCompile) {
      listener.hear(of, event); // what is told between two tasks is nobody's
    }
  }
}
