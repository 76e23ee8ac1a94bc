package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import project.Project;

/** Does what a page tells its reader to do, block by block, in a copy of the project. */
public final class Replay implements AutoCloseable {

  private final boolean isReplayed;
  private final Path folder;
  private final PagePorts ports;
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
    this(page, copy, Witness.NONE);
  }

  /**
   * The same, and somebody sees what really comes.
   *
   * @param witness is told while a block is replayed, by the thread that does it
   */
  public Replay(Page page, Path copy, Witness witness) throws Exception {
    // On other systems than Linux, other words are printed for the same errors.
    isReplayed = page.isLab() || System.getProperty("os.name").equals("Linux");
    ports = PagePorts.free();
    lab = new LabReplay(page.step(), ports, witness);
    folder = usesGit(page) ? Repository.cloneOf(copy) : copy;
    console = new Console(folder, ports, witness);
    bytes = new Bytes(folder, ports, witness);
  }

  private static boolean usesGit(Page page) {
    return page.fences().stream()
        .flatMap(fence -> fence.lines().stream())
        .anyMatch(line -> line.matches("(\\$ )?git .*"));
  }

  /**
   * Compares a block with what it speaks of, or does what it says.
   *
   * @throws Mismatch if the block is not true
   */
  public void prove(Fence fence) throws Exception {
    Substance.require(fence);
    boolean isCompared = fence.isSketch() || fence.isTried() || fence.isQuoted() || fence.isEdit();
    if (!isReplayed && !isCompared && !fence.language().equals("mermaid")) {
      throw new NotReplayed("what it shows was seen on Linux");
    }
    perform(fence);
  }

  /**
   * The same on any system, whatever that prints.
   *
   * @throws Mismatch if the block is not true here
   */
  public void perform(Fence fence) throws Exception {
    if (fence.isSketch()) {
      Count.SKETCHES.add(1);
    } else if (fence.isTried()) {
      Count.HINTS.add(1);
    } else if (fence.isQuoted()) {
      Count.SNIPPETS.add(1);
      compare(fence);
    } else if (fence.isEdit()) {
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
    Path file = edited(fence);
    if (fence.option("edit").isPresent()) {
      edit(fence, file);
    } else {
      Files.createDirectories(file.getParent());
      Files.write(file, fence.lines());
    }
  }

  /** Changes a file as the block, a diff, says. */
  public static void edit(Fence fence, Path file) throws Mismatch, IOException {
    FileDiff edit = FileDiff.of(fence.lines());
    Snippet.replace(file, edit.before(), edit.after());
  }

  /** The file of the copy that an edit is made in. */
  public Path edited(Fence fence) {
    return file(folder, fence, fence.option("edit").isPresent() ? "edit" : "new");
  }

  private static Path file(Path folder, Fence fence, String option) {
    return folder.resolve(fence.option(option).orElseThrow());
  }

  private void replay(Fence fence) throws Exception {
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

  /** Whether a command goes on in the terminal of that name. */
  public boolean isRunning(String terminal) {
    return console.isRunning(terminal);
  }

  /** Presses Ctrl-C in the terminal of that name, if a command goes on there. */
  public void interrupt(String terminal) throws InterruptedException {
    console.interrupt(terminal);
  }

  /** Leaves the lab; the next line that is typed opens it anew. */
  public void leaveLab() throws IOException {
    lab.close();
  }

  /** The port that there really is in place of one of the page's. */
  public int port(String pages) {
    return Integer.parseInt(ports.real().get(pages));
  }

  @Override
  public void close() throws IOException {
    console.close();
    bytes.close();
    lab.close();
  }
}
