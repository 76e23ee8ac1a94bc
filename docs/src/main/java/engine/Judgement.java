package engine;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import judge.events.Event;
import judge.events.Task;
import project.Source;

/**
 * A learner's files that are judged: the lanes side by side, each one's tasks one after another.
 */
public final class Judgement {

  private final Bench bench;
  private final List<Lane> lanes;
  private final CountDownLatch over = new CountDownLatch(1);

  Judgement(
      Workers workers, Bench bench, List<List<Task>> lanes, Set<Task> always, Listener listener) {
    this.bench = bench;
    Listener oneByOne = (task, event) -> {
      synchronized (listener) {
        listener.hear(task, event);
      }
    };
    this.lanes = lanes.stream()
        .map(tasks -> new Lane(workers, bench, tasks, always, oneByOne))
        .toList();
  }

  /** Ends it as soon as possible; when this returns, the listener is told nothing more. */
  public void stop() {
    lanes.forEach(Lane::stop);
  }

  /** Waits until every task has its verdict, or until it is stopped. */
  public void await() throws InterruptedException {
    over.await();
  }

  void run(Source source) {
    Bench.Work work = null;
    try {
      work = bench.put(source);
      if (work.problems().isEmpty()) {
        run(work);
      } else {
        lanes.get(0).accept(new Event.DoesNotCompile(work.problems()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException | IllegalStateException e) {
      lanes.forEach(lane -> lane.breakOff(e));
    } finally {
      Bench.clear(work);
      over.countDown();
    }
  }

  private void run(Bench.Work work) throws InterruptedException {
    List<Thread> beside =
        lanes.stream().skip(1).map(lane -> start(() -> runCopy(lane, work))).toList();
    lanes.get(0).run(work);
    for (Thread thread : beside) {
      thread.join();
    }
  }

  /** Tests add pages: none may meet another's. */
  private void runCopy(Lane lane, Bench.Work work) {
    Bench.Work copy = null;
    try {
      copy = bench.copy(work);
      lane.run(copy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      lane.breakOff(e);
    } finally {
      Bench.clear(copy);
    }
  }

  static Thread start(Runnable work) {
    Thread thread = new Thread(work, "judgement");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
