package trying;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import project.Source;
import project.Step;
import watch.Background;

/**
 * What a name in the lab may go on as. It knows what the lab knows from having compiled the same
 * lines, of which it runs none.
 */
final class LabFinder implements AutoCloseable {

  private static final int MOST = 100;

  /** As a lab has them before its first line. */
  private static final String IMPORTS = Stream.of(
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream")
      .map(name -> "import " + name + ".*;\n")
      .reduce("", String::concat);

  private static final List<String> COMMANDS =
      List.of("/exit", "/help", "/imports", "/list", "/methods", "/reset", "/types", "/vars");

  private final Step step;
  private final Consumer<LabNames> observer;
  private final ScheduledExecutorService thread = Background.thread("lab names");

  // What only the thread uses.
  private final List<String> lines = new ArrayList<>();
  private JShell shell;
  private String classPath;
  private String unfinished = "";
  private int count;

  /**
   * @param observer is told what was found
   */
  LabFinder(Step step, Consumer<LabNames> observer) {
    this.step = step;
    this.observer = observer;
  }

  /** A lab is opened. */
  void begin(String ofClasses) {
    thread.execute(() -> {
      classPath = ofClasses;
      lines.add(IMPORTS + Source.read(step.folder().resolve("explore.jsh")));
    });
  }

  /** A line was typed. */
  void add(String line) {
    thread.execute(() -> lines.add(line));
  }

  /** The lines that are no whole snippet yet are given up. */
  void giveUp() {
    thread.execute(() -> {
      compile();
      unfinished = "";
    });
  }

  /** Finds how the line that is being typed can go on. */
  void find(String text) {
    thread.execute(() -> {
      if (classPath != null) {
        compile();
        boolean isCommand = unfinished.isEmpty() && text.startsWith("/");
        observer.accept(isCommand ? commands(text) : names(text));
      }
    });
  }

  private LabNames commands(String text) {
    List<String> found = COMMANDS.stream().filter(one -> one.startsWith(text)).toList();
    return new LabNames(step, ++count, text, 0, found);
  }

  private LabNames names(String text) {
    String all = unfinished + text;
    int[] anchor = {all.length()};
    List<String> found = analysis().completionSuggestions(all, all.length(), anchor).stream()
        .map(Suggestion::continuation)
        .distinct()
        .limit(MOST)
        .toList();
    int from = Math.max(0, anchor[0] - unfinished.length());
    return new LabNames(step, ++count, text, from, found);
  }

  private SourceCodeAnalysis analysis() {
    if (shell == null) {
      shell = JShell.builder().executionEngine(new CompileOnly(), Map.of()).build();
      shell.addToClasspath(classPath);
    }
    return shell.sourceCodeAnalysis();
  }

  /** It takes a second, so it is done when somebody asks. */
  private void compile() {
    SourceCodeAnalysis analysis = analysis();
    for (String line : lines) {
      if (unfinished.isEmpty() && line.startsWith("/") && !line.startsWith("//")) {
        continue; // a command
      }
      String rest = unfinished + line + "\n";
      CompletionInfo info = analysis.analyzeCompletion(rest);
      while (info.completeness().isComplete() && !info.source().isBlank()) {
        shell.eval(info.source());
        rest = info.remaining();
        info = analysis.analyzeCompletion(rest);
      }
      unfinished = info.completeness() == Completeness.EMPTY ? "" : rest;
    }
    lines.clear();
  }

  /** The lab has ended. */
  void end() {
    thread.execute(() -> {
      if (shell != null) {
        shell.close();
      }
      shell = null;
      classPath = null;
      lines.clear();
      unfinished = "";
    });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
