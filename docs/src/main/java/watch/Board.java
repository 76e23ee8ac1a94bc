package watch;

import engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import judge.events.Event;
import judge.events.Problem;
import judge.events.Task;
import project.Source;
import project.Step;

/**
 * The state of all tasks of a step: has them judged at every save, and tells of each change.
 *
 * <p>All that changes it is done by one thread, which all boards have in common.
 */
public final class Board {

  /** Milliseconds for which a file that does not compile may be half-typed. */
  static final int PAUSE = 700;

  private final Engine engine;
  private final Step step;
  private final ScheduledExecutorService thread;
  private final Supplier<Save> look;
  private final String title;
  private final Observers<Snapshot> observers = new Observers<>();
  private final Observers<Source> saveObservers = new Observers<>();
  private volatile Snapshot snapshot;

  // What only the thread uses.
  private final Memory memory;
  private final Copies copies;
  private final Judging judging;
  private Standing standing;
  private String judges;
  private Saves saves;
  private Save save;
  private long savedAt;
  private List<Problem> problems = List.of();
  private String trouble = "";

  /**
   * @param look what the learner's files are now
   * @param folder where to remember what became of them
   * @param thread does all work, and tells the observers
   */
  Board(
      Engine engine, Step step, Supplier<Save> look, Path folder, ScheduledExecutorService thread) {
    this.engine = engine;
    this.step = step;
    this.look = look;
    this.thread = thread;
    title = Source.read(step.page()).lines().findFirst().orElse("").replaceFirst("^# +", "");
    memory = new Memory(folder.resolve("memory.properties"));
    copies = new Copies(folder.resolve("saves"));
    judging = new Judging(engine, step, thread);
    snapshot = new Snapshot(step, title, 0, 0, List.of(), List.of(), false, List.of());
  }

  public Step step() {
    return step;
  }

  /** What is known now. Without tasks: the exercise is still being compiled. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Tells what is known now, and then each change; the result ends that. */
  public Runnable onChange(Consumer<Snapshot> observer) {
    Runnable end = observers.add(observer);
    thread.execute(() -> observer.accept(snapshot));
    return end;
  }

  /** Tells the learner's files, now and at each save; the result ends that. */
  public Runnable onSave(Consumer<Source> observer) {
    Runnable end = saveObservers.add(observer);
    thread.execute(() -> {
      if (save != null) {
        observer.accept(save.source());
      }
    });
    return end;
  }

  /** Judges what was saved last once more, although verdicts are known. */
  public void judgeAgain() {
    thread.execute(() -> again(false));
  }

  /** Judges all tasks, although some fail. */
  public void judgeAll() {
    thread.execute(() -> again(true));
  }

  /** Opens the next hint of a task, if there is one. */
  public void openHint(String number) {
    openHint(number, Integer.MAX_VALUE);
  }

  /** The same, unless so many are open already: whoever asks twice gets one. */
  public void openHint(String number, int count) {
    thread.execute(() -> snapshot.tasks().stream()
        .filter(view -> view.task().number().equals(number) && view.hints() < count)
        .filter(view -> view.hints() < Hints.of(step, number).size())
        .forEach(view -> {
          standing.hints(view.task(), view.hints() + 1);
          publish();
        }));
  }

  /** Whether this task has passed with any save, however long ago. */
  public boolean hasEverPassed(String number) {
    return memory.hasEverPassed(number);
  }

  /** What was kept of earlier saves: for undoing. */
  public Copies copies() {
    return copies;
  }

  // ---- the thread ----

  /** Begins to watch. */
  void start() {
    if (!prepare()) {
      return;
    }
    saves = new Saves(look, found -> thread.execute(() -> saved(found)));
    saves.start();
    publish();
  }

  private boolean prepare() {
    try {
      if (standing == null) {
        standing = new Standing(engine.bench(step).tasks(), memory);
        judges = Hash.ofJudges(step);
      }
      return true;
    } catch (RuntimeException e) {
      trouble = step + " cannot be judged: " + e.getMessage();
      publish();
      return false;
    }
  }

  /** Watches no more, until it is started again. */
  void rest() {
    if (saves != null) {
      saves.close();
      saves = null;
      stop();
      publish();
    }
  }

  private void stop() {
    judging.stop();
    standing.stopped();
  }

  private void saved(Save found) {
    if (saves == null) {
      return;
    }
    boolean isFirst = save == null;
    stop();
    save = found;
    savedAt = System.currentTimeMillis();
    standing.saved(Hash.of(Map.of("", (judges + found.hash()).getBytes())));
    judge(Plan.of(standing.views(), standing::isKnown), isFirst || !problems.isEmpty() ? 0 : PAUSE);
    copies.add(found.source());
    saveObservers.tell(found.source());
  }

  private void again(boolean all) {
    if (save == null || saves == null) {
      return;
    }
    stop();
    Plan plan = Plan.of(standing.views(), view -> false);
    standing.again();
    judge(all ? plan.whateverFails() : plan, 0);
  }

  private void judge(Plan plan, int pause) {
    if (save.source().files().isEmpty()) {
      String why = "There is no Java file in " + step.module() + "/src/main/java/exercise.";
      problems = List.of(new Problem("", 0, 0, why, ""));
    } else {
      judging.begin(save.source(), plan, (task, event) -> accept(task, event, pause));
      problems = plan.tasks().isEmpty() ? List.of() : problems;
    }
    publish();
  }

  private void accept(Task task, Event event, int pause) {
    if (event instanceof Event.DoesNotCompile broken) {
      int round = judging.round();
      thread.schedule(() -> fail(round, broken.problems()), pause, TimeUnit.MILLISECONDS);
      return;
    }
    boolean hasChanged = standing.accept(task, event, System.currentTimeMillis());
    if (!judging.isGoingOn()) {
      memory.write();
    }
    if (hasChanged || !judging.isGoingOn()) {
      problems = List.of();
      publish();
    }
  }

  private void fail(int round, List<Problem> found) {
    if (judging.isNewest(round)) {
      problems = found;
      publish();
    }
  }

  private void publish() {
    List<String> troubles = new ArrayList<>(List.of(trouble, memory.trouble(), copies.trouble()));
    troubles.removeIf(String::isEmpty);
    snapshot = new Snapshot(
        step,
        title,
        snapshot.version() + 1,
        savedAt,
        standing == null ? List.of() : standing.views(),
        problems,
        judging.isGoingOn(),
        List.copyOf(troubles));
    observers.tell(snapshot);
  }
}
