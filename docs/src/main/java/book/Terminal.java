package book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A terminal of the reader's: one command at a time, and the lines it has printed. */
public final class Terminal implements AutoCloseable {

  /** How long a command may take, or the next lines of one that goes on: seconds. */
  static final int LIMIT = 120;

  /** What a terminal does not show: carriage returns, and Maven's changes of color. */
  private static final Pattern INVISIBLE = Pattern.compile("\r|\u001b\\[[0-9;]*m");

  private final List<String> unread = new ArrayList<>();
  private Process process;
  private Thread reader;

  /** Types a command, after Ctrl-C if another one still runs. */
  public void start(ProcessBuilder command) throws IOException, InterruptedException {
    interrupt();
    unread.clear();
    process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    reader = new Thread(() -> read(process), "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Process process) {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      out.lines().forEach(this::add);
    } catch (IOException | UncheckedIOException e) {
      add("(the output broke off: " + e + ")");
    }
  }

  private synchronized void add(String line) {
    unread.add(INVISIBLE.matcher(line).replaceAll(""));
    notifyAll();
  }

  /** The lines that no transcript has taken yet. */
  public synchronized List<String> unread() {
    return List.copyOf(unread);
  }

  /**
   * Waits for the lines that a transcript stands for, and takes them.
   *
   * @return whether they have come; if not, the command has ended, or the time is over
   */
  public synchronized boolean await(Transcript transcript) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT);
    while (true) {
      boolean last = !isRunning() && !reader.isAlive() || System.nanoTime() > end;
      int count = transcript.prefix(unread);
      if (count >= 0) {
        unread.subList(0, count).clear();
        return true;
      }
      if (last) {
        return false;
      }
      wait(100);
    }
  }

  /** Waits for the end of the command, and returns its exit code. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
      close();
      throw new IllegalStateException("still running after " + LIMIT + " s: " + unread());
    }
    reader.join(10_000);
    return process.exitValue();
  }

  /** Whether any command has been typed. */
  boolean hasCommand() {
    return process != null;
  }

  boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Presses Ctrl-C (what it does is what SIGTERM does, which a script cannot ignore). */
  void interrupt() throws InterruptedException {
    if (isRunning()) {
      process.toHandle().destroy(); // unlike process.destroy(), it leaves the output open
      awaitExit();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
