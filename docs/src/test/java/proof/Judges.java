package proof;

import engine.Bench;
import engine.Bench.Work;
import engine.Engine;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import judge.events.Event;
import judge.events.Event.Failed;
import judge.events.Event.Verdict;
import judge.events.Task;
import judge.why.Ending;
import project.Source;
import project.Step;

/** Judge answers to a step's tasks, in this process or in one of their own. */
final class Judges implements AutoCloseable {

  /** How often an answer is judged of which only the machine has kept them from a verdict. */
  private static final int MOST_TRIALS = 5;

  private final Step step;
  private final Bench bench;
  private Engine engine;

  Judges(Step step) {
    this.step = step;
    bench = new Bench(step);
  }

  List<Task> tasks() {
    return bench.tasks();
  }

  Work put(Source source) {
    return bench.put(source);
  }

  /** Judges in this process, in which what the answer leaves running goes on. */
  Verdict judge(Work work, Task task) {
    Verdict verdict = bench.judge(work, task);
    for (int i = 1; i < MOST_TRIALS && isOfMachine(verdict); i++) {
      verdict = bench.judge(work, task);
    }
    return verdict;
  }

  /** Judges in a process of its own, as after a save in the live page. */
  Verdict apart(Source source, Task task) throws InterruptedException {
    AtomicReference<Event> last = new AtomicReference<>();
    engine = engine == null ? new Engine() : engine;
    engine
        .judge(step, source, List.of(List.of(task)), Set.of(), (same, event) -> last.set(event))
        .await();
    return (Verdict) last.get();
  }

  /** Whether the verdict says nothing but that the machine is busy. */
  static boolean isOfMachine(Verdict verdict) {
    return verdict instanceof Failed failed && failed.findings().meaning().equals(Ending.SLOW);
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
