package book;

import java.util.List;

/** Is told what really came, part by part, while a block is replayed. */
@FunctionalInterface
public interface Witness {

  /** Looks at nothing: a proof needs the comparison alone. */
  Witness NONE = (input, output) -> {};

  /**
   * A part of a block has run.
   *
   * @param input what was typed or sent, as the page has it; empty if nothing was
   * @param output the lines that came, with the ports that the page speaks of
   */
  void saw(String input, List<String> output);
}
