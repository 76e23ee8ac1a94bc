package watch;

import engine.Engine;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import project.Project;
import project.Step;

/** Watches one step at a time: that at which the learner works. */
public final class Watch implements AutoCloseable {

  private final Engine engine = new Engine();
  private final ScheduledExecutorService thread = Background.thread("watch");
  private final Map<Step, Board> boards = new EnumMap<>(Step.class);
  private final Observers<Snapshot> observers = new Observers<>();
  private Step current;

  /** From now on this step is watched, and no other. */
  public synchronized Board step(Step step) {
    Board board = board(step);
    if (step != current) {
      Board before = current == null ? null : board(current);
      current = step;
      thread.execute(() -> {
        if (before != null) {
          before.rest();
        }
        board.start();
      });
    }
    return board;
  }

  /** The board of a step, whether it is watched or not. */
  public synchronized Board board(Step step) {
    return boards.computeIfAbsent(step, this::newBoard);
  }

  private Board newBoard(Step step) {
    Path folder = Project.ROOT.resolve(".workbook").resolve(step.module());
    Board board = new Board(engine, step, () -> Save.look(step), folder, thread);
    board.onChange(observers::tell);
    return board;
  }

  /** Tells each change of whatever step is watched; the result ends that. */
  public Runnable onChange(Consumer<Snapshot> observer) {
    return observers.add(observer);
  }

  /** Ends what is being judged, and the worker processes. */
  @Override
  public void close() {
    Background.end(thread, () -> {
      boards().forEach(Board::rest);
      engine.close();
    });
  }

  private synchronized List<Board> boards() {
    return List.copyOf(boards.values());
  }
}
