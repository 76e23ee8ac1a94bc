package trying;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What has to run before a block: the edits above it, and all from where its server was started,
 * its command typed, or its lab's names given.
 *
 * @param blocks of the page, in its order
 */
record Chain(List<Block> blocks) {

  /** In their order; the block itself is not among them. */
  List<Block> before(Block wanted) {
    int end = blocks.indexOf(wanted);
    int begin = begin(end);
    boolean readsFiles = blocks.subList(begin, end + 1).stream().anyMatch(Block::readsFiles);
    return IntStream.range(0, end)
        .filter(i -> blocks.get(i).isAboutFiles()
            ? readsFiles && blocks.get(i).isNeeded()
            : i >= begin && !wanted.isAboutFiles() && blocks.get(i).leavesSomething())
        .mapToObj(blocks::get)
        .toList();
  }

  /** The first block of its chain that is not about files; itself if there is none. */
  Block first(Block wanted) {
    return blocks.get(begin(blocks.indexOf(wanted)));
  }

  /** Whether the page's server runs where this block stands. */
  boolean hasServer(Block block) {
    return server(blocks.indexOf(block)).isPresent();
  }

  private int begin(int end) {
    int begin = end;
    for (int i = end; i >= begin; i--) {
      begin = Math.min(begin, needed(i));
    }
    return begin;
  }

  /** The first block that this one needs; itself if it needs none. */
  private int needed(int i) {
    Block block = blocks.get(i);
    int needed = i;
    if (block.kind() == Kind.LOOK || block.kind() == Kind.PRESS) {
      needed = command(i, block.terminal()).orElse(i);
    }
    if (block.looksAtServer()) {
      needed = server(i).orElse(i);
    }
    return block.isLab() ? Math.min(needed, lab(i)) : needed;
  }

  /** Where the command was typed that goes on in a terminal. */
  private OptionalInt command(int i, String terminal) {
    return IntStream.iterate(i - 1, k -> k >= 0, k -> k - 1)
        .filter(k -> blocks.get(k).isIn(terminal))
        .filter(k -> blocks.get(k).kind() == Kind.START || blocks.get(k).kind() == Kind.RUN)
        .findFirst();
  }

  /** Where the server was started that runs where this block stands. */
  private OptionalInt server(int i) {
    OptionalInt start = command(i, "server");
    boolean hasEnded = start.isPresent()
        && blocks.subList(start.getAsInt(), i).stream()
            .anyMatch(block -> block.isIn("server") && block.endsServer());
    return hasEnded ? OptionalInt.empty() : start;
  }

  /** The first block of the lab that this one goes on with: of its section, or one with a name. */
  private int lab(int i) {
    Block block = blocks.get(i);
    int needed = i;
    for (int k = i - 1; k >= 0 && !blocks.get(k).leavesLab(); k--) {
      Block other = blocks.get(k);
      boolean isNeeded =
          other.section() == block.section() || other.names().stream().anyMatch(block::uses);
      needed = other.isLab() && isNeeded ? k : needed;
    }
    return needed;
  }
}
