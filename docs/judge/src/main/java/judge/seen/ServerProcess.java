package judge.seen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import judge.words.Await;

/** A server in a process of its own, as {@code java -Dport=… listings.ListingNN} starts it. */
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final Thread reader;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  /** Starts the command; standard output and standard error are read as one. */
  public ServerProcess(ProcessBuilder command) throws IOException {
    process = command.redirectErrorStream(true).start();
    reader = new Thread(this::readLines, "reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code main}; port 0 is any free one. */
  public static ServerProcess start(Class<?> server, int port, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dport=" + port));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classes(server).toString(), server.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // with it, Java prints a line of its own
    return new ServerProcess(builder);
  }

  /** The folder that the class was compiled to: {@code target/classes}. */
  public static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The module's folder, whatever the working directory is. */
  public static File module(Class<?> type) {
    return classes(type).getParent().getParent().toFile();
  }

  private void readLines() {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      out.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("(the output broke off: " + e + ")");
    }
  }

  /** All lines printed so far. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Waits for a line with that text, and returns it. */
  public String awaitLine(String text) {
    return awaitLine(text, 25);
  }

  private String awaitLine(String text, int seconds) {
    try {
      Await.until(text, () -> line(text).isPresent() || !reader.isAlive(), seconds);
      return line(text).orElseThrow();
    } catch (AssertionError | NoSuchElementException e) {
      throw new AssertionError("no line says \"" + text + "\", these do: " + lines(), e);
    }
  }

  private Optional<String> line(String text) {
    return lines().stream().filter(line -> line.contains(text)).findFirst();
  }

  /** The port that it says it listens on. */
  public int awaitPort() {
    return awaitPort(25);
  }

  /** The same for a server that takes longer to start. */
  public int awaitPort(int seconds) {
    String line = awaitLine("Listening on http://127.0.0.1:", seconds).strip();
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  /** Sends a signal, INT or TERM, as {@code kill} does. */
  public void signal(String name) throws IOException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
  }

  /** Types at its terminal; {@code "\3"} is Ctrl-C. */
  public void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  @Override
  public String toString() {
    return String.join("\n", lines());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end of the process and of its output, and returns its exit code. */
  public int awaitExit(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + seconds + " s: " + lines());
    }
    reader.join(10_000);
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
