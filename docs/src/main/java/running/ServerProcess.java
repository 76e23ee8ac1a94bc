package running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import judge.seen.ChildProcess;
import project.Project;

/** A server in a process of its own. It ends when this program ends. */
final class ServerProcess {

  private static final boolean HAS_SIGNALS = File.separatorChar == '/';
  private static final int MILLIS_FOR_LAST_LINES = 2_000;

  private final Process process;
  private final Agent agent;
  private final String look;
  private final BiConsumer<Boolean, String> listener;
  private final Thread out;
  private final Thread err;

  /**
   * @param look is the line that the agent wants
   * @param listener is told what is printed, and whether on standard error
   */
  private ServerProcess(
      Process process, Agent agent, String look, BiConsumer<Boolean, String> listener) {
    this.process = process;
    this.agent = agent;
    this.look = look;
    this.listener = listener;
    out = reader(process.getInputStream(), false);
    err = reader(process.getErrorStream(), true);
  }

  static ServerProcess start(
      Program program, Path classes, int port, Agent agent, BiConsumer<Boolean, String> listener)
      throws IOException {
    ProcessBuilder command = ChildProcess.java(List.of(
        "-Xmx256m",
        agent.option(),
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-Dport=" + port,
        "-cp",
        Project.classPath(List.of(classes, program.step().pages())),
        program.mainClass()));
    Process process = command.directory(Project.ROOT.toFile()).start();
    return new ServerProcess(process, agent, agent.line(program), listener);
  }

  private Thread reader(InputStream stream, boolean isError) {
    return start("output", () -> read(stream, isError));
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(InputStream stream, boolean isError) {
    char[] some = new char[Output.MOST_AT_ONCE];
    try (Reader in = new InputStreamReader(stream, UTF_8)) {
      int count = in.read(some);
      while (count >= 0) {
        listener.accept(isError, new String(some, 0, count));
        if (count == some.length) {
          Thread.sleep(1); // it floods: others need the processor, too
        }
        count = in.read(some);
      }
    } catch (IOException | InterruptedException e) {
      // The process has ended.
    }
  }

  /** Tells its exit code, when it has ended and its last lines have come. */
  void onExit(IntConsumer listener) {
    start("exit", () -> {
      try {
        int code = process.waitFor();
        agent.forget(look);
        out.join(MILLIS_FOR_LAST_LINES);
        err.join(MILLIS_FOR_LAST_LINES);
        listener.accept(code);
      } catch (InterruptedException e) {
        // Nobody does that.
      }
    });
  }

  /** Has its threads looked at for some seconds. */
  void look() {
    try {
      process.getOutputStream().write((look + "\n").getBytes(US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException e) {
      // It has ended.
    }
  }

  /** Asks it to end, as Ctrl-C does. */
  void askToEnd() {
    if (HAS_SIGNALS) {
      process.toHandle().destroy(); // Process.destroy would lose its last lines
    } else {
      closeInput(); // the lifeline ends it
    }
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended.
    }
  }

  /** Ends it at once, and the programs that it has started. */
  void kill() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }
}
