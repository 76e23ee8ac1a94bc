package book;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.seen.ChildProcess;

/** A terminal of the reader's: one command at a time, and the lines it has printed. */
public final class Terminal implements AutoCloseable {

  /** How long a command may take, or the next lines of one that goes on: seconds. */
  static final int LIMIT = 300;

  /** After so many seconds without a line, a command that does nothing prints no more. */
  private static final int SILENCE = 12;

  /** A command does nothing if it takes less of the processor than this. */
  private static final Duration NOTHING = Duration.ofMillis(200);

  /** What a terminal does not show: carriage returns, and Maven's changes of color. */
  private static final Pattern INVISIBLE = Pattern.compile("\r|\u001b\\[[0-9;]*m");

  private ChildProcess command;
  private int taken;
  private List<String> heard = List.of();
  private boolean isInterrupted;

  /** Types a command, after Ctrl-C if another one still runs. */
  public void start(ProcessBuilder words) throws IOException, InterruptedException {
    interrupt();
    command = ChildProcess.start(words);
    command.endInput();
    taken = 0;
    isInterrupted = false;
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

  /** Takes all lines, so that the next transcript is not compared with those of this one. */
  private void takeAll() {
    take(unread().size());
  }

  private void take(int count) {
    heard = unread().subList(0, count);
    taken += count;
  }

  /** The lines that were taken last. */
  List<String> heard() {
    return heard;
  }

  /** Waits for the end of the command; whether the transcript stands for all that it prints. */
  boolean awaitAll(Transcript transcript) throws InterruptedException {
    awaitExit();
    boolean isTrue = transcript.matches(unread());
    takeAll();
    return isTrue;
  }

  /** The same for a command that goes on: takes what comes in place of those lines, too. */
  boolean awaitNext(Transcript transcript) throws InterruptedException {
    boolean isTrue = await(transcript);
    if (!isTrue) {
      takeAll();
    }
    return isTrue;
  }

  /**
   * Waits for the lines that a transcript stands for, and takes them.
   *
   * @return whether they have come; if not, the command has ended, others have come, nothing comes
   *     any more, or the time is over
   */
  public boolean await(Transcript transcript) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(LIMIT).toNanos();
    var silence = new Silence();
    do {
      boolean isLast = !command.isAlive();
      int[] count = new int[1];
      boolean haveCome = command.await(
          lines -> {
            count[0] = transcript.prefix(unread(lines));
            return count[0] >= 0;
          },
          1);
      if (haveCome) {
        take(count[0]);
        return true;
      } else if (isLast || !transcript.canGoOn(unread())) {
        return false;
      }
    } while (!silence.isLong() && System.nanoTime() < end);
    return false;
  }

  /** How long the command has printed nothing and done nothing, after its first line. */
  private final class Silence {

    private long since = System.nanoTime();
    private int lines = command.lines().size();
    private Duration work = work();

    boolean isLong() {
      boolean isActive =
          command.lines().size() > lines || lines == 0 || work().minus(work).compareTo(NOTHING) > 0;
      if (isActive) {
        since = System.nanoTime();
        lines = command.lines().size();
        work = work();
      }
      return System.nanoTime() - since > Duration.ofSeconds(SILENCE).toNanos();
    }

    private Duration work() {
      return command
          .all()
          .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
          .reduce(Duration.ZERO, Duration::plus);
    }
  }

  /** Waits for the end of the command, and returns its exit code. */
  public int awaitExit() throws InterruptedException {
    return command.awaitExit(LIMIT);
  }

  /** The exit code of a command that has ended by itself; 0 as long as it runs. */
  int exitCode() throws InterruptedException {
    return isInterrupted || isRunning() ? 0 : awaitExit();
  }

  /** Whether any command has been typed. */
  boolean hasCommand() {
    return command != null;
  }

  boolean isRunning() {
    return command != null && command.isAlive();
  }

  /** The command that goes on here, and what it has started. */
  Stream<ProcessHandle> processes() {
    return isRunning() ? command.all() : Stream.empty();
  }

  /** The number of the process that runs the class here, if one does. */
  Optional<String> process(String mainClass) {
    return processes()
        .filter(one -> List.of(one.info().arguments().orElse(new String[0])).contains(mainClass))
        .map(one -> "" + one.pid())
        .findFirst();
  }

  /** Presses Ctrl-C (what it does is what SIGTERM does, which a script cannot ignore). */
  void interrupt() throws InterruptedException {
    if (isRunning()) {
      isInterrupted = true;
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
