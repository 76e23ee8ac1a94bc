package running;

import java.util.List;
import judge.events.Problem;

/**
 * A server at one moment.
 *
 * @param version greater in each later one
 * @param port as it was asked for; 0 is any free one
 * @param address where it listens, such as {@code "http://127.0.0.1:7878"}; empty if that is
 *     unknown
 * @param output the last of what it has printed
 * @param problems why its newest code does not compile
 * @param sentence what the learner should know; empty if there is nothing
 * @param exitCode of the last run; null if there was none, or it still runs
 * @param since when the phase began, in milliseconds since 1970
 */
public record Run(
    Program program,
    long version,
    Phase phase,
    int port,
    String address,
    List<Chunk> output,
    List<Problem> problems,
    String sentence,
    Integer exitCode,
    long since) {

  static Run none(Program program) {
    return new Run(program, 0, Phase.STOPPED, 7878, "", List.of(), List.of(), "", null, 0);
  }

  public boolean isAlive() {
    return phase != Phase.STOPPED;
  }
}
