package engine;

import java.util.List;
import judge.events.Event;
import judge.events.Events;
import judge.learner.TaskThreads;

/** Tells where the learner's threads stand, again and again while tasks are judged. */
final class ThreadWatch {

  /** Milliseconds between two looks. */
  private static final int PAUSE = 20;

  /** A task is told so many changes: code that spins is elsewhere at each look. */
  private static final int MOST = 400;

  private final Thread thread = TaskThreads.ours(this::run, "worker looks");
  private volatile boolean isOver;
  private List<String> last = List.of();
  private long lastMillis;
  private int told;

  ThreadWatch() {
    thread.start();
  }

  private void run() {
    while (!isOver) {
      try {
        look();
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        // The learner's code interrupts whomever it finds.
      } catch (OutOfMemoryError e) {
        return; // the learner's code has taken it all
      }
    }
  }

  private void look() {
    List<String> now = TaskThreads.threads();
    long millis = Events.millis();
    if (millis < lastMillis) { // another task
      last = List.of();
      told = 0;
    }
    if (!now.equals(last) && told < MOST) {
      Events.tell(new Event.Stands(millis, now));
      last = now;
      told++;
    }
    lastMillis = millis;
  }

  void end() {
    isOver = true;
  }
}
