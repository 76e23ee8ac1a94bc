package engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import judge.events.Task;
import project.Source;
import project.Step;

/**
 * Judges a learner's files: compiles them in this process, and runs the tasks in a worker process.
 * Whatever the learner's code does there, each task gets its verdict.
 */
public final class Engine implements AutoCloseable {

  private final Map<Step, Bench> benches = new ConcurrentHashMap<>();
  private final Workers workers = new Workers();
  private Judgement current;

  /** The step's exercise; to compile it takes a second or two, the first time. */
  public Bench bench(Step step) {
    return benches.computeIfAbsent(step, Bench::new);
  }

  /**
   * Begins to judge, and stops the judgement that still runs: a newer one replaces it.
   *
   * @param lanes tasks of the step, in the order in which they are to be judged; lanes are judged
   *     side by side
   * @param always those that are judged although one before them has failed; others are waiting
   *     then
   */
  public synchronized Judgement judge(
      Step step, Source source, List<List<Task>> lanes, Set<Task> always, Listener listener) {
    if (current != null) {
      current.stop();
    }
    Judgement judgement = new Judgement(workers, bench(step), lanes, always, listener);
    current = judgement;
    Judgement.start(() -> judgement.run(source));
    return judgement;
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      current.stop();
    }
    workers.close();
  }
}
