package trying;

import book.Page;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import project.Step;
import watch.Observers;

/** The blocks of the steps' pages, as their reader tries them. */
public final class Trials implements AutoCloseable {

  private static final int LIMIT = 300;
  private static final int IDLE = 30 * 60;

  private final Map<Step, Session> sessions = new EnumMap<>(Step.class);
  private final Observers<Trial> observers = new Observers<>();

  public Trials() {
    for (Step step : Step.values()) {
      sessions.put(step, new Session(step, Page.read(step.page()), observers::tell, LIMIT, IDLE));
    }
  }

  /** The blocks of a step's page with which something can be done. */
  public List<Block> blocks(Step step) {
    return sessions.get(step).blocks();
  }

  /** All that can be asked for on a step's page, by its name. */
  public Map<String, Runnable> actions(Step step) {
    Session session = sessions.get(step);
    Map<String, Runnable> actions = new LinkedHashMap<>();
    actions.put("over", session::startOver);
    for (Block block : session.blocks()) {
      actions.put(block.number() + "/run", () -> session.run(block));
      actions.put(block.number() + "/stop", () -> session.stop(block));
      if (block.fence().isEdit()) {
        actions.put(block.number() + "/undo", () -> session.undo(block));
      }
    }
    return actions;
  }

  /** Tells each change of any block; the result ends that. */
  public Runnable onChange(Consumer<Trial> observer) {
    return observers.add(observer);
  }

  /** Ends all that blocks have started. */
  @Override
  public void close() {
    sessions.values().parallelStream().forEach(Session::close);
  }
}
