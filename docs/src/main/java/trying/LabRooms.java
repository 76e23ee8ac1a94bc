package trying;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import project.Source;
import project.Step;

/** The labs of the steps, for the reader of their pages. */
public final class LabRooms implements AutoCloseable {

  private static final int LIMIT = 300;
  private static final int IDLE = 30 * 60;

  private final Map<Step, LabRoom> rooms = new EnumMap<>(Step.class);
  private final Map<Step, LabFinder> finders = new EnumMap<>(Step.class);

  /**
   * @param port where the lab of a step looks for a server
   * @param observer is told each change
   * @param onNames is told how a line can go on
   */
  public LabRooms(
      ToIntFunction<Step> port, Consumer<LabView> observer, Consumer<LabNames> onNames) {
    for (Step step : Step.values()) {
      LabFinder finder = new LabFinder(step, onNames);
      finders.put(step, finder);
      rooms.put(
          step, new LabRoom(step, () -> port.applyAsInt(step), observer, finder, LIMIT, IDLE));
    }
  }

  /**
   * All that can be asked for, by its name.
   *
   * @param text that the reader has typed: what {@code type} runs
   */
  public Map<String, Runnable> actions(Step step, String text) {
    LabRoom room = rooms.get(step);
    Map<String, Runnable> actions = new LinkedHashMap<>();
    actions.put("open", room::open);
    actions.put("type", () -> room.type(text));
    actions.put("stop", room::stop);
    actions.put("names", () -> finders.get(step).find(text));
    return actions;
  }

  /** The learner has saved. */
  public void saved(Step step, Source newest) {
    rooms.get(step).saved(newest);
  }

  /** Ends all that was started in them. */
  @Override
  public void close() {
    rooms.values().parallelStream().forEach(LabRoom::close);
  }
}
