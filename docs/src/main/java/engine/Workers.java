package engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Worker processes, each for one lane at a time. Those of a judgement are kept for the next one, if
 * nothing of the learner's runs on in them, and a spare one stands by.
 */
final class Workers implements AutoCloseable {

  private static final int MOST_KEPT = 2;

  private final Deque<WorkerProcess> kept = new ArrayDeque<>();
  private WorkerProcess spare = new WorkerProcess();
  private boolean isClosed;

  /** For a lane, which gives it back or closes it. */
  synchronized WorkerProcess take() {
    kept.removeIf(worker -> !worker.isAlive());
    WorkerProcess worker = kept.isEmpty() ? spare : kept.pop();
    if (!worker.isAlive()) {
      worker = new WorkerProcess();
    }
    if (worker == spare || !spare.isAlive()) {
      spare = new WorkerProcess();
    }
    return worker;
  }

  synchronized void giveBack(WorkerProcess worker) {
    if (kept.size() == MOST_KEPT || isClosed) {
      worker.close();
    } else {
      kept.push(worker);
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    spare.close();
    kept.forEach(WorkerProcess::close);
  }
}
