package book;

import engine.Compiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import judge.words.Wait;
import project.Project;
import project.Step;

/** A step's lab in JShell, as {@code exec:java@jshell} starts it: type a line, get its output. */
final class Lab implements AutoCloseable {

  static final String PROMPT = LabScreen.PROMPT;
  static final String MORE = LabScreen.MORE;
  private static final int PATIENCE = 120;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final LabTool tool;
  private String typed = "";

  /**
   * Opens the lab, with the step's listings as they are now, and waits until it asks for a line.
   *
   * @param port where it looks for a server
   */
  Lab(Step step, String port) throws IOException {
    Path classes = Project.newFolder("listings");
    List<Path> files = new ArrayList<>(Project.javaFiles(step.listings()));
    files.addAll(Project.javaFiles(step.start())); // what they have become may not compile
    Compiler.compile(files, List.of(), classes);
    tool = new LabTool(step, LabTool.classPath(step, classes), port, screen);
    awaitPrompt();
  }

  /** Types a line, and waits until JShell asks for the next one. */
  void type(String line) {
    screen.reset();
    typed = line + "\n";
    tool.press(typed);
    awaitPrompt();
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

  @Override
  public void close() throws IOException {
    tool.close();
  }
}
