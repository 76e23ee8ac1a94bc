package judge.seen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.tool.JavaShellToolBuilder;
import judge.words.Wait;

/** A step's lab in JShell, as {@code exec:java@jshell} starts it: type a line, get its output. */
public final class LabSession implements AutoCloseable {

  private static final String PROMPT = "jshell> ";
  private static final String MORE = "   ...> ";
  private static final int PATIENCE = 120;

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final FutureTask<Integer> tool;
  private String typed = "";

  /**
   * Starts the lab, and waits until it asks for the first line.
   *
   * @param script the step's {@code explore.jsh}
   * @param port where it looks for a server
   * @param options more options for JShell
   */
  public LabSession(Path script, String classPath, int port, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--class-path", classPath));
    arguments.addAll(List.of("-R-Dport=" + port, "-R-XX:TieredStopAtLevel=1"));
    arguments.addAll(List.of("-R-XX:+UseSerialGC"));
    arguments.addAll(List.of(options));
    arguments.add(script.toString());
    var in = new PipedInputStream(keyboard);
    var out = new PrintStream(screen, true);
    tool = new FutureTask<>(() -> JavaShellToolBuilder.builder()
        .in(in, null)
        .out(out)
        .err(out)
        .persistence(new HashMap<>())
        .start(arguments.toArray(String[]::new)));
    new Thread(tool, "lab").start();
    awaitPrompt();
  }

  /** Types a line, waits until JShell asks for the next one, and returns what was printed. */
  public String type(String line) throws IOException {
    screen.reset();
    typed = line + "\n";
    press(typed);
    awaitPrompt();
    return output();
  }

  private void press(String keys) throws IOException {
    keyboard.write(keys.getBytes(UTF_8));
    keyboard.flush();
  }

  /** What has been printed since the last line was typed, without empty lines at its end. */
  public String output() {
    String output = text().replace(PROMPT, "").replace(MORE, "");
    // Away from a real terminal, JShell repeats what is typed.
    return output.substring(output.startsWith(typed) ? typed.length() : 0).stripTrailing();
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
