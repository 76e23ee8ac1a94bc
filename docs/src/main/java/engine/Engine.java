package engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import judge.events.Event;
import judge.events.Task;
import project.Source;
import project.Step;

/**
 * Judges a learner's files: compiles them in this process, and runs the tasks in a worker process,
 * which is kept for the next time if nothing of the learner's runs on in it. A spare one stands by.
 */
public final class Engine implements AutoCloseable {

  private final Map<Step, Bench> benches = new ConcurrentHashMap<>();
  private Judgement current;
  private WorkerProcess kept;
  private WorkerProcess spare = new WorkerProcess();
  private boolean isClosed;

  /** The step's exercise; to compile it takes a second or two, the first time. */
  public Bench bench(Step step) {
    return benches.computeIfAbsent(step, Bench::new);
  }

  /**
   * Begins to judge, and stops the judgement that still runs: a newer one replaces it.
   *
   * @param tasks of the step, in the order in which they are to be judged
   * @param goesOn whether to judge the tasks after the first failure, too; else they are waiting
   * @param listener is told what happens, by one thread
   */
  public synchronized Judgement judge(
      Step step, Source source, List<Task> tasks, boolean goesOn, Consumer<Event> listener) {
    if (current != null) {
      current.stop();
    }
    Judgement judgement = new Judgement(this, bench(step), tasks, goesOn, listener);
    current = judgement;
    Thread thread = new Thread(() -> judgement.run(source), "judgement");
    thread.setDaemon(true);
    thread.start();
    return judgement;
  }

  /** A worker for a judgement, which gives it back or closes it. */
  synchronized WorkerProcess take() {
    WorkerProcess worker = kept != null && kept.isAlive() ? kept : spare;
    kept = null;
    if (worker == spare || !spare.isAlive()) {
      worker = worker.isAlive() ? worker : new WorkerProcess();
      spare = new WorkerProcess();
    }
    return worker;
  }

  synchronized void giveBack(WorkerProcess worker) {
    if (kept != null || isClosed) {
      worker.close();
    } else {
      kept = worker;
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    if (current != null) {
      current.stop();
    }
    if (kept != null) {
      kept.close();
    }
    spare.close();
  }
}
