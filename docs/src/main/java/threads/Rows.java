package threads;

import java.util.List;

/**
 * The threads of a server.
 *
 * @param more how many others there are, of which nothing is known
 */
public record Rows(List<Row> rows, int more) {

  /**
   * A thread of them.
   *
   * @param lock what it waits for; empty if for none
   * @param waitsFor the name of the thread that has it, or is to end; empty if there is none
   * @param isInCircle whether that one waits for this one in turn
   * @param timeline the letters of what it has done, the last one at the end, each for {@link
   *     Sampler#PAUSE} milliseconds
   */
  public record Row(
      long id,
      String name,
      Doing doing,
      String call,
      String caller,
      String line,
      String lock,
      String waitsFor,
      boolean isInCircle,
      List<String> holds,
      String timeline) {}
}
