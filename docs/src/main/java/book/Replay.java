package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import project.Project;

/** Does what a page tells its reader to do, block by block, in a copy of the project. */
public final class Replay implements AutoCloseable {

  private final boolean isReplayed;
  private final Path folder;
  private final PagePorts ports = PagePorts.free();
  private final Map<String, Terminal> terminals = new HashMap<>();
  private final ListingServers listings;
  private final LabReplay lab;

  public Replay(Page page) throws Exception {
    // On other systems than Linux, other words are printed for the same errors.
    isReplayed = page.isLab() || System.getProperty("os.name").equals("Linux");
    lab = new LabReplay(page.step(), ports);
    Path copy = Scratch.copy();
    folder = page.text().contains("git ") ? Repository.cloneOf(copy) : copy;
    listings = new ListingServers(folder);
  }

  /**
   * Compares a block with what it speaks of, or does what it says.
   *
   * @throws Mismatch if the block is not true
   */
  public void prove(Fence fence) throws Exception {
    if (fence.isSketch()) {
      Count.SKETCHES.add(1);
    } else if (fence.option("file").isPresent()) {
      Count.SNIPPETS.add(1);
      Snippet.ofCode(fence.lines()).requireIn(file(Project.ROOT, fence, "file"));
    } else if (fence.option("from").isPresent() && fence.option("to").isPresent()) {
      Count.SNIPPETS.add(1);
      Snippet.ofDiff(fence.lines(), '-').requireIn(file(Project.ROOT, fence, "from"));
      Snippet.ofDiff(fence.lines(), '+').requireIn(file(Project.ROOT, fence, "to"));
    } else if (fence.option("edit").isPresent()) {
      Count.EDITS.add(1);
      Snippet before = Snippet.ofDiff(fence.lines(), '-');
      Snippet.replace(file(folder, fence, "edit"), before, Snippet.ofDiff(fence.lines(), '+'));
    } else if (fence.option("new").isPresent()) {
      Count.EDITS.add(1);
      Path file = file(folder, fence, "new");
      Files.createDirectories(file.getParent());
      Files.write(file, fence.lines());
    } else {
      replay(fence);
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
      case "console" -> console(fence);
      case "sh" -> commands(fence);
      case "jshell" -> lab.replay(fence);
      case "http" -> exchanges(fence);
      case "mermaid" -> {
        // a picture
      }
      default ->
        throw new Mismatch("what is this block, ```" + String.join(" ", fence.info())
            + ", to be compared with? If with nothing, its first line says: sketch");
    }
  }

  // ---- console and sh ----

  private void console(Fence fence) throws Exception {
    Blocks found = new Blocks();
    for (Part part : Part.of(fence.lines(), "$ ", "^C")) {
      if (part.input().startsWith("$ ")) {
        run(fence.terminal(), Command.parse(part.input().substring(2)));
      } else if (part.input().equals("^C")) {
        terminal(fence.terminal()).interrupt();
      }
      found.add(part, output(fence.terminal(), new Transcript(part.output())));
    }
    found.require(fence);
  }

  private void commands(Fence fence) throws Exception {
    for (String line : fence.lines()) {
      Terminal terminal = run(fence.terminal(), Command.parse(line));
      if (fence.terminal().equals("client") && terminal.awaitExit() != 0) {
        throw new Mismatch(line + "\nfails: " + String.join("\n", terminal.unread()));
      }
    }
  }

  private Terminal terminal(String name) {
    return terminals.computeIfAbsent(name, unused -> new Terminal());
  }

  private Terminal run(String name, Command command) throws Exception {
    Count.COMMANDS.add(1);
    Terminal terminal = terminal(name);
    if (!name.equals("server") && terminal.isRunning()) {
      terminal.awaitExit();
    }
    ProcessBuilder process = command.in(folder, ports.real());
    process.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
    terminal.start(process);
    return terminal;
  }

  /** The lines of a terminal that differ from the transcript; its own if none does. */
  private List<String> output(String name, Transcript transcript) throws Exception {
    Terminal terminal = terminal(name);
    if (!terminal.hasCommand()) {
      throw new Mismatch("no command runs in the terminal " + name);
    }
    Transcript real =
        new Transcript(transcript.lines().stream().map(ports::toReal).toList());
    if (name.equals("client")) {
      terminal.awaitExit();
      if (real.matches(terminal.unread())) {
        return transcript.lines();
      }
    } else if (terminal.await(real)) {
      return transcript.lines();
    }
    return transcript.mendedBy(terminal.unread().stream().map(ports::toPages).toList());
  }

  // ---- http ----

  private void exchanges(Fence fence) throws Exception {
    int port = port(fence);
    List<String> mended = new ArrayList<>();
    for (Exchange exchange : Exchange.in(fence.lines())) {
      Transcript expected = new Transcript(exchange.expected());
      Count.EXCHANGES.add(1);
      List<String> found = exchange.send(port);
      exchange.sent().forEach(line -> mended.add(("> " + line).stripTrailing()));
      List<String> lines = expected.matches(found) ? expected.lines() : expected.mendedBy(found);
      lines.forEach(line -> mended.add(line.equals("...") ? line : ("< " + line).stripTrailing()));
    }
    Blocks.require(fence, mended);
  }

  /** The port of a listing's server, or that of the server which the page has started. */
  private int port(Fence fence) throws Exception {
    Optional<String> listing = fence.option("listing");
    Optional<String> port = fence.option("port").map(ports.real()::get);
    if (listing.isEmpty() && port.isEmpty()) {
      throw new Mismatch("whose bytes are these? Say listing=NN, port=7878, or sketch");
    }
    return listing.isPresent() ? listings.port(listing.get()) : Integer.parseInt(port.get());
  }

  @Override
  public void close() throws IOException {
    lab.close();
    terminals.values().forEach(Terminal::close);
    listings.close();
  }
}
