package trying;

import book.Fence;
import book.Page;
import book.Replay;
import book.Scratch;
import book.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import project.Tree;

/** A page's copy of the project, and what runs there. */
final class Copy implements AutoCloseable {

  final Replay replay;
  final World world;
  private final Path folder;
  private final Map<Block, Optional<byte[]>> before = new HashMap<>();

  Copy(Page page, Chain chain, Witness witness) throws Exception {
    folder = Scratch.copy();
    replay = new Replay(page, folder, witness);
    world = new World(chain, replay);
  }

  /** Does what the block says, and remembers it. */
  void perform(Block block) throws Exception {
    Fence fence = block.fence();
    if (fence.isEdit()) {
      Path file = replay.edited(fence);
      before.put(
          block, Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
      replay.perform(fence);
      world.add(block);
      return;
    }
    try {
      replay.perform(fence);
    } finally {
      world.add(block); // also if it is not as the page prints
    }
  }

  /** Takes an edit back, and those that were made after it. */
  void undo(Block block) throws IOException {
    for (Block one : world.editsFrom(block)) {
      if (one.fence().isEdit()) {
        Path file = replay.edited(one.fence());
        Optional<byte[]> bytes = before.get(one);
        if (bytes.isPresent()) {
          Files.write(file, bytes.get());
        } else {
          Files.deleteIfExists(file);
        }
      }
      world.takeBack(one);
    }
  }

  /** Ends all that runs, and deletes the files. */
  @Override
  public void close() throws IOException {
    try {
      replay.close();
    } finally {
      Tree.delete(folder);
    }
  }
}
