package trying;

import book.Replay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which blocks have run in a page's copy of the project, as far as later ones see it: a block needs
 * those of its chain, in their order, and none between them.
 */
final class World {

  private final Chain chain;
  private final Replay replay;
  private final List<Block> edits = new ArrayList<>();
  private final List<Block> others = new ArrayList<>();

  World(Chain chain, Replay replay) {
    this.chain = chain;
    this.replay = replay;
  }

  boolean hasEdit(Block block) {
    return edits.contains(block);
  }

  /** The edit and those that were made after it, the last one first. */
  List<Block> editsFrom(Block block) {
    int from = edits.contains(block) ? edits.indexOf(block) : edits.size();
    List<Block> later = new ArrayList<>(edits.subList(from, edits.size()));
    Collections.reverse(later);
    return later;
  }

  void takeBack(Block edit) {
    edits.remove(edit);
  }

  void add(Block block) {
    if (!block.isNeeded()) {
      return;
    }
    if (block.isAboutFiles()) {
      edits.add(block);
    } else if (block.leavesSomething()) {
      others.add(block);
    }
  }

  /** The block that has started the server which runs; null if none does. */
  Block server() {
    return replay.isRunning("server")
        ? others.stream().filter(one -> one.kind() == Kind.START).reduce(null, (a, b) -> b)
        : null;
  }

  /** Ends the server as Ctrl-C does; what has seen it is to run anew. */
  void stopServer() throws InterruptedException {
    Block start = server();
    replay.interrupt("server");
    if (start != null) {
      others.subList(others.lastIndexOf(start), others.size()).removeIf(one -> !one.isLab());
    }
  }

  /** What has to run before the block; if the order was another one, all of it from its first. */
  List<Block> missing(Block wanted) throws IOException, InterruptedException {
    List<Block> needed = new ArrayList<>(chain.before(wanted));
    List<Block> neededEdits = needed.stream().filter(Block::isAboutFiles).toList();
    boolean isInOrder = isBeginning(edits, neededEdits);
    if (!isInOrder && (wanted.isAboutFiles() || !neededEdits.isEmpty())) {
      edits.clear();
    }
    if (!wanted.isAboutFiles()) {
      forgetWrongOrder(
          wanted, needed.stream().filter(one -> !one.isAboutFiles()).toList());
    }
    needed.removeAll(edits);
    needed.removeAll(others);
    return needed;
  }

  private void forgetWrongOrder(Block wanted, List<Block> needed)
      throws IOException, InterruptedException {
    if (needed.isEmpty() && !wanted.leavesSomething()) {
      return;
    }
    if (wanted.looksAtServer() && !chain.hasServer(wanted)) {
      stopServer();
    }
    int first = chain.first(wanted).number();
    List<Block> seen = others.stream().filter(one -> one.number() >= first).toList();
    if (isBeginning(seen, needed)) {
      return;
    }
    others.removeAll(seen);
    if (seen.stream().anyMatch(Block::isLab)) {
      replay.leaveLab();
      others.removeIf(Block::isLab);
    }
  }

  private static boolean isBeginning(List<Block> some, List<Block> all) {
    return some.size() <= all.size() && all.subList(0, some.size()).equals(some);
  }
}
