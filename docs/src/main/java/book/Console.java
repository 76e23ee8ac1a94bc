package book;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The terminals that a page's reader has open: what is typed there, and what is printed. */
final class Console implements AutoCloseable {

  private static final String PROMPT = "$ ";
  private static final String CTRL_C = "^C";

  /** A line that tells of an error; of a command that compares, a difference. */
  private static final Pattern TROUBLE = Pattern.compile(
      "(?i).*(error|exception|fail|curl: \\(|already in use|not |only|cannot|could ).*|[-+].*");

  private final Path folder;
  private final PagePorts ports;
  private final Witness witness;
  private final Map<String, Terminal> terminals = new HashMap<>();

  /**
   * @param folder where commands are typed
   */
  Console(Path folder, PagePorts ports, Witness witness) {
    this.folder = folder;
    this.ports = ports;
    this.witness = witness;
  }

  /** Types what a block shows, and compares what is printed. */
  void replay(Fence fence) throws Exception {
    Blocks found = new Blocks();
    int line = 1;
    for (Part part : Part.of(fence.lines(), PROMPT, CTRL_C)) {
      List<String> printed = part.output(); // as the page has it, if nothing can be compared
      try {
        type(fence.terminal(), part.input());
        printed = output(fence.terminal(), part);
        requireSuccess(fence.terminal(), part);
      } catch (Mismatch e) {
        found.add(e.below(line));
      }
      found.add(part, printed);
      line += (part.input().isEmpty() ? 0 : 1) + part.output().size();
    }
    found.require(fence);
  }

  private void type(String terminal, String input) throws Exception {
    if (input.startsWith(PROMPT)) {
      run(terminal, Command.parse(input.substring(PROMPT.length())));
    } else if (input.equals(CTRL_C)) {
      terminal(terminal).interrupt();
    }
  }

  /** Types commands that a reader copies, one a line; none of them may fail. */
  void copy(Fence fence) throws Exception {
    Blocks problems = new Blocks();
    for (int i = 0; i < fence.lines().size(); i++) {
      String line = fence.lines().get(i);
      try {
        Terminal terminal = run(fence.terminal(), Command.parse(line));
        boolean hasFailed = fence.terminal().equals("client") && terminal.awaitExit() != 0;
        witness.saw(PROMPT + line, pages(terminal.unread()));
        if (hasFailed) {
          throw new Mismatch(
              0,
              line,
              "it fails: " + String.join("\n", terminal.unread()),
              "mend the command, or what it needs");
        }
      } catch (Mismatch e) {
        problems.add(e.below(i + 1));
      }
    }
    problems.requireNone();
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
    Rest.await(running());
    ProcessBuilder process = command.withOwnProgram(this::process).in(folder, ports.real());
    process.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
    terminal.start(process);
    return terminal;
  }

  /** The programs that go on in the other terminals, when a command is to be typed. */
  private List<ProcessHandle> running() {
    return terminals.values().stream().flatMap(Terminal::processes).toList();
  }

  /** The number of the process that runs the class in one of these terminals. */
  private Optional<String> process(String mainClass) {
    return terminals.values().stream()
        .flatMap(terminal -> terminal.process(mainClass).stream())
        .findFirst();
  }

  /** The lines of a terminal that differ from the transcript; its own if none does. */
  private List<String> output(String name, Part part) throws Exception {
    Transcript transcript = new Transcript(part.output());
    Terminal terminal = terminal(name);
    if (!terminal.hasCommand()) {
      throw new Mismatch(
          0,
          String.join("\n", transcript.lines()),
          "no command runs in the terminal " + name,
          "start one in a block before");
    }
    Transcript real =
        new Transcript(transcript.lines().stream().map(ports::toReal).toList());
    boolean isTrue = name.equals("client") ? terminal.awaitAll(real) : terminal.awaitNext(real);
    List<String> found = pages(terminal.heard());
    witness.saw(part.input(), found);
    return isTrue ? transcript.lines() : transcript.mendedBy(found);
  }

  private List<String> pages(List<String> lines) {
    return lines.stream().map(ports::toPages).toList();
  }

  private void requireSuccess(String name, Part part) throws Exception {
    int exitCode = terminal(name).exitCode();
    boolean isShown =
        part.output().stream().anyMatch(line -> TROUBLE.matcher(line).matches());
    if (exitCode != 0 && !isShown) {
      throw new Mismatch(
          0,
          part.input(),
          "it ends with exit code " + exitCode + ", and the block shows no error",
          "show the line that tells of the error, or mend the command");
    }
  }

  boolean isRunning(String name) {
    return terminal(name).isRunning();
  }

  void interrupt(String name) throws InterruptedException {
    terminal(name).interrupt();
  }

  @Override
  public void close() {
    terminals.values().forEach(Terminal::close);
  }
}
