package book;

import static java.nio.charset.StandardCharsets.UTF_8;

import engine.Compiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.tool.JavaShellToolBuilder;
import judge.seen.ChildProcess;
import judge.words.Wait;
import project.Project;
import project.Step;

/** A step's lab in JShell, as {@code exec:java@jshell} starts it: type a line, get its output. */
final class Lab implements AutoCloseable {

  static final String PROMPT = "jshell> ";
  static final String MORE = "   ...> ";
  private static final int PATIENCE = 120;

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final FutureTask<Integer> tool;
  private String typed = "";

  /**
   * Opens the lab, with the step's listings as they are now, and waits until it asks for a line.
   *
   * @param port where it looks for a server
   */
  Lab(Step step, String port) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--class-path", classPath(step)));
    arguments.addAll(List.of("-R-Dport=" + port, "-R-Dfile.encoding=UTF-8"));
    ChildProcess.QUICK.forEach(option -> arguments.add("-R" + option));
    arguments.add(step.folder().resolve("explore.jsh").toString());
    var in = new PipedInputStream(keyboard);
    var out = new PrintStream(screen, true);
    tool = new FutureTask<>(() -> JavaShellToolBuilder.builder()
        .in(in, null)
        .out(out)
        .err(out)
        .persistence(new HashMap<>())
        .start(arguments.toArray(String[]::new)));
    Thread thread = new Thread(tool, "lab");
    // JShell asks it for its parts, which the loader of the live page does not know.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.setDaemon(true);
    thread.start();
    awaitPrompt();
  }

  /** With the learner's files as they are at the start: what they have become may not compile. */
  private static String classPath(Step step) {
    Path classes = Project.newFolder("listings");
    Path listings = step.folder().resolve("src/main/java/listings");
    List<Path> files = new ArrayList<>(Project.javaFiles(listings));
    files.addAll(Project.javaFiles(step.start()));
    Compiler.compile(files, List.of(), classes);
    List<Path> entries = new ArrayList<>(List.of(classes, step.pages()));
    entries.addAll(Project.classPath());
    entries.removeIf(entry -> !Files.exists(entry)); // JShell refuses others
    return Project.classPath(entries);
  }

  /** Types a line, and waits until JShell asks for the next one. */
  void type(String line) throws IOException {
    screen.reset();
    typed = line + "\n";
    press(typed);
    awaitPrompt();
  }

  private void press(String keys) throws IOException {
    keyboard.write(keys.getBytes(UTF_8));
    keyboard.flush();
  }

  /** What has been printed since the last line was typed, without empty lines at its end. */
  List<String> output() {
    String output = text().replace(PROMPT, "").replace(MORE, "");
    // Away from a real terminal, JShell repeats what is typed.
    String printed = output.substring(output.startsWith(typed) ? typed.length() : 0);
    return printed.stripTrailing().lines().toList();
  }

  private void awaitPrompt() {
    Wait.until(() -> tool.isDone() || isAsking(), 1_000 * PATIENCE);
    if (!isAsking()) {
      throw new IllegalStateException("JShell does not ask for the next line: " + text());
    }
  }

  private boolean isAsking() {
    return text().contains(PROMPT) || text().contains(MORE);
  }

  private String text() {
    return screen.toString(Charset.defaultCharset()).replace("\r", "");
  }

  /** Leaves the lab as a learner does. */
  @Override
  public void close() throws IOException {
    try {
      if (!tool.isDone()) {
        press("/exit\n");
      }
      tool.get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("JShell does not end", e);
    }
  }
}
