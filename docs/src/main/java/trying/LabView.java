package trying;

import java.util.List;
import java.util.stream.Collectors;
import project.Step;
import running.Chunk;

/**
 * A step's lab, as it stands.
 *
 * @param prompt what asks for a line; empty if nothing does
 * @param helpers what the lab says at its start: what there is to call
 * @param note what the reader should know besides
 * @param output the last of what was typed and printed
 * @param lines that were typed, the newest last
 */
public record LabView(
    Step step,
    State state,
    String prompt,
    String helpers,
    String note,
    List<Chunk> output,
    List<String> lines) {

  /** What it does. */
  public enum State {
    CLOSED,
    OPENING,
    /** It asks for a line. */
    ASKING,
    /** A line runs. */
    BUSY
  }

  /** The output as one text. */
  String text() {
    return output.stream().map(Chunk::text).collect(Collectors.joining());
  }
}
