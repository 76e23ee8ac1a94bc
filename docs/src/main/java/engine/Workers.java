package engine;

/**
 * Worker processes, each for one judgement at a time. One is kept for the next judgement, if nothing
 * of the learner's runs on in it, and a spare one stands by.
 */
final class Workers implements AutoCloseable {

  private WorkerProcess kept;
  private WorkerProcess spare = new WorkerProcess();
  private boolean isClosed;

  /** For a judgement, which gives it back or closes it. */
  synchronized WorkerProcess take() {
    WorkerProcess worker = kept != null && kept.isAlive() ? kept : spare;
    kept = null;
    if (!worker.isAlive()) {
      worker = new WorkerProcess();
    }
    if (worker == spare || !spare.isAlive()) {
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
    spare.close();
    if (kept != null) {
      kept.close();
    }
  }
}
