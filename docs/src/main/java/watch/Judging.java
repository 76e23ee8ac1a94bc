package watch;

import engine.Engine;
import engine.Judgement;
import engine.Listener;
import java.util.concurrent.Executor;
import judge.events.Event;
import judge.events.Event.Verdict;
import judge.events.Task;
import project.Source;
import project.Step;

/** Judges the newest save of a step: events of older ones are told no more. */
final class Judging {

  private final Engine engine;
  private final Step step;
  private final Executor thread;
  private Judgement judgement;
  private int round;
  private int verdictsToCome;

  /**
   * @param thread is the only one that uses this object; the listeners are told there
   */
  Judging(Engine engine, Step step, Executor thread) {
    this.engine = engine;
    this.step = step;
    this.thread = thread;
  }

  void stop() {
    round++;
    verdictsToCome = 0;
    if (judgement != null) {
      judgement.stop();
      judgement = null;
    }
  }

  void begin(Source source, Plan plan, Listener listener) {
    stop();
    int mine = round;
    verdictsToCome = plan.tasks().size();
    if (verdictsToCome > 0) {
      judgement = engine.judge(
          step,
          source,
          plan.lanes(),
          plan.always(),
          (task, event) -> thread.execute(() -> accept(mine, task, event, listener)));
    }
  }

  private void accept(int mine, Task task, Event event, Listener listener) {
    if (isNewest(mine)) {
      verdictsToCome -= event instanceof Verdict ? 1 : 0;
      verdictsToCome = event instanceof Event.DoesNotCompile ? 0 : verdictsToCome;
      listener.hear(task, event);
    }
  }

  /** The number of what is judged now, or was judged last. */
  int round() {
    return round;
  }

  boolean isNewest(int number) {
    return number == round;
  }

  /** Whether verdicts are still to come. */
  boolean isGoingOn() {
    return verdictsToCome > 0;
  }
}
