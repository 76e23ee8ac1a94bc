package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import project.Project;

/** Does what a page tells its reader to do, block by block, in a copy of the project. */
public final class Replay implements AutoCloseable {

  private final boolean isReplayed;
  private final Path folder;
  private final Console console;
  private final Bytes bytes;
  private final LabReplay lab;

  public Replay(Page page) throws Exception {
    this(page, Scratch.copy());
  }

  /**
   * The same in a copy that other pages use, too.
   *
   * @param copy what {@link Scratch} has made
   */
  public Replay(Page page, Path copy) throws Exception {
    // On other systems than Linux, other words are printed for the same errors.
    isReplayed = page.isLab() || System.getProperty("os.name").equals("Linux");
    PagePorts ports = PagePorts.free();
    lab = new LabReplay(page.step(), ports);
    folder = page.text().contains("git ") ? Repository.cloneOf(copy) : copy;
    console = new Console(folder, ports);
    bytes = new Bytes(folder, ports);
  }

  /**
   * Compares a block with what it speaks of, or does what it says.
   *
   * @throws Mismatch if the block is not true
   */
  public void prove(Fence fence) throws Exception {
    Substance.require(fence);
    if (fence.isSketch()) {
      Count.SKETCHES.add(1);
    } else if (fence.isTried()) {
      Count.HINTS.add(1);
    } else if (fence.option("file").isPresent()
        || fence.option("from").isPresent() && fence.option("to").isPresent()) {
      Count.SNIPPETS.add(1);
      compare(fence);
    } else if (fence.option("edit").isPresent() || fence.option("new").isPresent()) {
      Count.EDITS.add(1);
      edit(fence);
    } else {
      replay(fence);
    }
  }

  private static void compare(Fence fence) throws Mismatch {
    if (fence.option("file").isPresent()) {
      Snippet.ofCode(fence.lines()).requireIn(file(Project.ROOT, fence, "file"));
    } else {
      Path from = file(Project.ROOT, fence, "from");
      FileDiff.of(fence.lines()).requireIn(from, file(Project.ROOT, fence, "to"));
    }
  }

  private void edit(Fence fence) throws Mismatch, IOException {
    if (fence.option("edit").isPresent()) {
      FileDiff edit = FileDiff.of(fence.lines());
      Snippet.replace(file(folder, fence, "edit"), edit.before(), edit.after());
    } else {
      Path file = file(folder, fence, "new");
      Files.createDirectories(file.getParent());
      Files.write(file, fence.lines());
    }
  }

  private static Path file(Path folder, Fence fence, String option) {
    return folder.resolve(fence.option(option).orElseThrow());
  }

  private void replay(Fence fence) throws Exception {
    if (!isReplayed && !fence.language().equals("mermaid")) {
      throw new NotReplayed("what it shows was seen on Linux");
    }
    switch (fence.language()) {
      case "console" -> console.replay(fence);
      case "sh" -> console.copy(fence);
      case "jshell" -> lab.replay(fence);
      case "http" -> bytes.replay(fence);
      case "mermaid" -> {
        // a picture
      }
      default ->
        throw new Mismatch(
            0,
            "```" + String.join(" ", fence.info()),
            "a block that is compared with nothing",
            "say what it is, as .github/CONTRIBUTING.md has it");
    }
  }

  @Override
  public void close() throws IOException {
    lab.close();
    console.close();
    bytes.close();
  }
}
