package trying;

import java.util.List;
import java.util.regex.Pattern;
import project.Step;

/**
 * What has become of a block that the reader has tried.
 *
 * @param number of the block
 * @param parts what really came
 * @param found what differs from the page, or why it could not be done; empty if nothing
 * @param first the blocks that ran first, since this one needs them
 * @param note what the reader should know besides
 * @param isOn whether its server runs, or its edit is made
 * @param port where its server listens in place of 7878, or of which what came speaks; 0 for none
 */
public record Trial(
    Step step,
    int number,
    State state,
    List<Part> parts,
    String found,
    List<Integer> first,
    String note,
    boolean isOn,
    int port) {

  /** How it stands. */
  public enum State {
    IDLE,
    WAITING,
    RUNNING,
    /** It is as the page prints. */
    SAME,
    /** It is not. */
    OTHER,
    /** It could not be done. */
    FAILED
  }

  /** What was typed or sent, and what came. */
  public record Part(String input, String output) {

    private boolean names(int port) {
      return Pattern.compile("\\b" + port + "\\b")
          .matcher(input + "\n" + output)
          .find();
    }
  }

  Trial(Step step, Block block) {
    this(step, block.number(), State.IDLE, List.of(), "", List.of(), "", false, 0);
  }

  boolean isBusy() {
    return state == State.WAITING || state == State.RUNNING;
  }

  Trial in(State now) {
    return new Trial(step, number, now, parts, found, first, note, isOn, port);
  }

  Trial with(List<Part> now) {
    return new Trial(step, number, state, now, found, first, note, isOn, port);
  }

  Trial found(State now, String difference) {
    return new Trial(step, number, now, parts, difference, first, note, isOn, port);
  }

  Trial after(List<Integer> others) {
    return new Trial(step, number, state, parts, found, others, note, isOn, port);
  }

  Trial noted(String now) {
    return new Trial(step, number, state, parts, found, first, now, isOn, port);
  }

  /** The port, if its server listens there, or what came names it. */
  Trial on(boolean now, boolean isServer, int real) {
    boolean isNamed = parts.stream().anyMatch(part -> part.names(real));
    int where = isServer || isNamed ? real : 0;
    return new Trial(step, number, state, parts, found, first, note, now, where);
  }
}
