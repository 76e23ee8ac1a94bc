package book;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import judge.seen.ChildProcess;

/** A terminal of the reader's: one command at a time, and the lines it has printed. */
public final class Terminal implements AutoCloseable {

  /** How long a command may take, or the next lines of one that goes on: seconds. */
  static final int LIMIT = 120;

  /** What a terminal does not show: carriage returns, and Maven's changes of color. */
  private static final Pattern INVISIBLE = Pattern.compile("\r|\u001b\\[[0-9;]*m");

  private ChildProcess command;
  private int taken;

  /** Types a command, after Ctrl-C if another one still runs. */
  public void start(ProcessBuilder words) throws IOException, InterruptedException {
    interrupt();
    command = ChildProcess.start(words);
    command.endInput();
    taken = 0;
  }

  /** The lines that no transcript has taken yet. */
  public List<String> unread() {
    return unread(command.lines());
  }

  private List<String> unread(List<String> lines) {
    return lines.stream()
        .skip(taken)
        .map(line -> INVISIBLE.matcher(line).replaceAll(""))
        .toList();
  }

  /**
   * Waits for the lines that a transcript stands for, and takes them.
   *
   * @return whether they have come; if not, the command has ended, or the time is over
   */
  public boolean await(Transcript transcript) throws InterruptedException {
    int[] count = new int[1];
    boolean haveCome = command.await(
        lines -> {
          count[0] = transcript.prefix(unread(lines));
          return count[0] >= 0;
        },
        LIMIT);
    taken += haveCome ? count[0] : 0;
    return haveCome;
  }

  /** Waits for the end of the command, and returns its exit code. */
  public int awaitExit() throws InterruptedException {
    return command.awaitExit(LIMIT);
  }

  /** Whether any command has been typed. */
  boolean hasCommand() {
    return command != null;
  }

  boolean isRunning() {
    return command != null && command.isAlive();
  }

  /** Presses Ctrl-C (what it does is what SIGTERM does, which a script cannot ignore). */
  void interrupt() throws InterruptedException {
    if (isRunning()) {
      command.terminate();
      awaitExit();
    }
  }

  @Override
  public void close() {
    if (command != null) {
      command.close();
    }
  }
}
