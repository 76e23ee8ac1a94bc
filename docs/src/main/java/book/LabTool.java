package book;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jdk.jshell.tool.JavaShellToolBuilder;
import judge.seen.ChildProcess;
import project.Project;
import project.Step;
import running.Agent;
import start.Start;

/**
 * JShell with a step's {@code explore.jsh}: keys are pressed, and what it prints comes. What is
 * typed runs in a process of its own, which ends when this one ends.
 */
public final class LabTool implements AutoCloseable {

  /** The thread that prints what JShell itself says. */
  static final String THREAD = "lab";

  /** Ctrl-C: stops what runs. */
  public static final String CTRL_C = "\3";

  private static final int SECONDS_TO_END = 120;

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ServerSocket lifeline;
  private final FutureTask<Integer> tool;

  /**
   * Starts to open the lab.
   *
   * @param port where it looks for a server
   * @param screen gets all that is printed
   */
  public LabTool(Step step, String classPath, String port, OutputStream screen) throws IOException {
    // Nobody accepts: when it is closed, the other side's connection is.
    lifeline = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    List<String> arguments = new ArrayList<>(List.of("--class-path", classPath));
    arguments.addAll(Start.EXECUTION);
    arguments.addAll(List.of("-R-Dport=" + port, "-R-Dfile.encoding=UTF-8", "-R-Xmx256m"));
    arguments.add("-R" + Agent.lifeline(lifeline.getLocalPort()));
    ChildProcess.QUICK.forEach(option -> arguments.add("-R" + option));
    arguments.add(step.folder().resolve("explore.jsh").toString());
    var in = new PipedInputStream(keyboard);
    var out = new PrintStream(screen, true);
    tool = new FutureTask<>(() -> JavaShellToolBuilder.builder()
        .in(in, InputStream.nullInputStream())
        .out(out)
        .err(out)
        .persistence(new HashMap<>())
        .start(arguments.toArray(String[]::new)));
    Thread thread = new Thread(tool, THREAD);
    // JShell asks it for its parts, which the loader of the live page does not know.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  /** What the lab of a step needs besides these classes. */
  public static String classPath(Step step, Path classes) {
    List<Path> entries = new ArrayList<>(List.of(classes, step.pages()));
    entries.addAll(Project.classPath());
    entries.removeIf(entry -> !Files.exists(entry)); // JShell refuses others
    return Project.classPath(entries);
  }

  /** Presses keys, if it runs; always from the same thread, or one that lives as long. */
  public void press(String keys) {
    CharsetEncoder encoder = Charset.defaultCharset().newEncoder();
    // What the system cannot write, Java can.
    String possible = keys.chars()
        .mapToObj(c -> encoder.canEncode(keys) || c < 128
            ? Character.toString(c)
            : String.format("\\u%04x", c))
        .collect(Collectors.joining());
    try {
      keyboard.write(possible.getBytes(Charset.defaultCharset()));
      keyboard.flush();
    } catch (IOException e) {
      // It has ended.
    }
  }

  /** Whether JShell has ended. */
  public boolean isDone() {
    return tool.isDone();
  }

  /** Ends at once what was typed, and all that it has started. */
  public void kill() {
    try (lifeline;
        keyboard) {
      // That ends both.
    } catch (IOException e) {
      // They are of no use any more.
    }
  }

  /** Leaves the lab as a learner does. */
  @Override
  public void close() throws IOException {
    try {
      if (!tool.isDone()) {
        press("/exit\n");
      }
      tool.get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("JShell does not end", e);
    } finally {
      kill();
    }
  }
}
