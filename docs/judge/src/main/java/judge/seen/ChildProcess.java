package judge.seen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A process, and the lines that it prints, on standard output and standard error. */
public final class ChildProcess implements AutoCloseable {

  /** For a Java that lives for seconds: no second compiler, memory in large pieces if there are. */
  public static final List<String> QUICK = List.of(
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseSerialGC",
      "-XX:MetaspaceSize=128m",
      "-XX:+IgnoreUnrecognizedVMOptions",
      "-XX:+UseTransparentHugePages");

  /** Seconds: long enough for a busy machine; only a failing test waits for it. */
  private static final int PATIENCE = 60;

  /** Whether a process can be asked to end; on Windows it can only be ended. */
  private static final boolean HAS_SIGNALS = ProcessHandle.current().supportsNormalTermination();

  private final Process process;
  private final Thread reader;
  private final boolean isHeard;
  private final List<String> lines = new ArrayList<>();

  private ChildProcess(ProcessBuilder command, boolean isHeard) throws IOException {
    this.isHeard = isHeard;
    process = command.redirectErrorStream(true).start();
    reader = new Thread(this::readLines, "reader");
    reader.setDaemon(true);
    reader.start();
  }

  public static ChildProcess start(ProcessBuilder command) throws IOException {
    return new ChildProcess(command, true);
  }

  /** The same, but its lines are let go, however many there are. */
  public static ChildProcess startUnheard(ProcessBuilder command) throws IOException {
    return new ChildProcess(command, false);
  }

  /** Starts {@code main}, as {@code java -Dport=… listings.ListingNN} does; port 0 is any free. */
  public static ChildProcess start(Class<?> server, int port, String... options)
      throws IOException {
    return start(command(server, port, options));
  }

  /** The same for a program that {@link #stop} is to end. */
  public static ChildProcess startStoppable(Class<?> server, int port) throws IOException {
    return HAS_SIGNALS ? start(server, port) : startWithStopper(server, port);
  }

  /** The same as where there are no signals. */
  static ChildProcess startWithStopper(Class<?> server, int port) throws IOException {
    String path = classes(server) + File.pathSeparator + classes(Stoppable.class);
    return start(
        java(List.of("-Dport=" + port, "-cp", path, Stoppable.class.getName(), server.getName())));
  }

  /** What starts it. */
  public static ProcessBuilder command(Class<?> server, int port, String... options) {
    List<String> words = new ArrayList<>(List.of("-Dport=" + port));
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", classes(server).toString(), server.getName()));
    return java(words);
  }

  /** The command {@code java} with these words, and with options that let it start quickly. */
  public static ProcessBuilder java(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.addAll(words);
    return Environment.command(command);
  }

  /** The folder that the class was compiled to: {@code target/classes}. */
  public static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The folder of the class's module, whatever the working directory is. */
  public static Path module(Class<?> type) {
    return Stream.iterate(classes(type), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("pom.xml")))
        .findFirst()
        .orElseThrow();
  }

  private void readLines() {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      out.lines().forEach(this::add);
    } catch (IOException | UncheckedIOException e) {
      add("(the output broke off: " + e + ")");
    }
  }

  private void add(String line) {
    synchronized (lines) {
      if (isHeard) {
        lines.add(line);
        lines.notifyAll();
      }
    }
  }

  /** All lines printed so far. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /**
   * Waits until the lines are as wished.
   *
   * @return false if they are not in time, or when no more can come
   */
  public boolean await(Predicate<List<String>> wished, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    synchronized (lines) {
      while (true) {
        boolean isLast = !reader.isAlive() || System.nanoTime() > end;
        if (wished.test(Collections.unmodifiableList(lines))) {
          return true;
        } else if (isLast) {
          return false;
        }
        lines.wait(100);
      }
    }
  }

  /** Waits for a line with that text, and returns it. */
  public String awaitLine(String text) throws InterruptedException {
    return awaitLine(text, PATIENCE);
  }

  private String awaitLine(String text, int seconds) throws InterruptedException {
    if (!await(lines -> lines.stream().anyMatch(line -> line.contains(text)), seconds)) {
      throw new AssertionError("no line says \"" + text + "\", these do: " + lines());
    }
    return lines().stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
  }

  /** The port that it says it listens on. */
  public int awaitPort() throws InterruptedException {
    return awaitPort(PATIENCE);
  }

  /** The same for a server that takes longer to start. */
  public int awaitPort(int seconds) throws InterruptedException {
    String line = awaitLine("Listening on http://127.0.0.1:", seconds).strip();
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  /** Sends a signal, INT or TERM, as {@code kill} does. */
  public void signal(String name) throws IOException {
    Environment.command(List.of("kill", "-" + name, Long.toString(process.pid())))
        .start();
  }

  /** Asks it to end, as SIGTERM does; unlike {@code Process.destroy}, its last lines are read. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Asks it to end as Ctrl-C does, so that its shutdown hooks run. */
  public void stop() {
    if (HAS_SIGNALS) {
      terminate();
    } else {
      endInputQuietly();
    }
  }

  void endInputQuietly() {
    try {
      endInput();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  /** Types at its terminal; {@code "\3"} is Ctrl-C. */
  public void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Types no more: a program that goes on reading finds the end of its input. */
  public void endInput() throws IOException {
    process.getOutputStream().close();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** It, and the processes that it has started. */
  public Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /** Waits for the end of the process and of its output, and returns its exit code. */
  public int awaitExit() throws InterruptedException {
    return awaitExit(PATIENCE);
  }

  /** The same for a program that takes longer. */
  public int awaitExit(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + seconds + " s: " + lines());
    }
    reader.join(10_000);
    return process.exitValue();
  }

  @Override
  public String toString() {
    return String.join("\n", lines());
  }

  @Override
  public void close() {
    all().toList().forEach(ProcessHandle::destroyForcibly);
  }
}
