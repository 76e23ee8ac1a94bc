package running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.seen.Environment;

/** Finds out which program listens at a port. */
final class PortOwner {

  private static final int SECONDS = 3;
  private static final String LISTENS = "0A";

  private PortOwner() {}

  /**
   * In a sentence, with what to do.
   *
   * @param why nobody can listen there
   */
  static String sentence(int port, IOException why) {
    if (port < 1_024 && find(port).isEmpty()) {
      return "Port " + port + ": " + why.getMessage() + ". Take another port, such as 8080.";
    }
    String who = find(port).map(PortOwner::name).orElse("another program");
    return "Port " + port + " is taken by " + who + ". Stop that, or take another port.";
  }

  /** The process that listens; empty if that cannot be said. */
  static Optional<ProcessHandle> find(int port) {
    try {
      OptionalLong pid = Files.isDirectory(Path.of("/proc/self/fd"))
          ? inProc(port)
          : File.separatorChar == '/'
              ? first("(\\d+)\\s*", "lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              : first(
                  "\\s*TCP\\s+\\S+:" + port + "\\s+\\S+:0\\s+\\S+\\s+(\\d+)\\s*",
                  "netstat",
                  "-ano");
      return pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Linux: the socket's number, and whose open file it is. */
  private static OptionalLong inProc(int port) throws IOException {
    String end = String.format(":%04X", port);
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] parts = line.strip().split("\\s+");
        if (parts[1].endsWith(end) && parts[3].equals(LISTENS)) {
          return withSocket("socket:[" + parts[9] + "]");
        }
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong withSocket(String socket) {
    return ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> hasOpen(Path.of("/proc/" + pid + "/fd"), socket))
        .findFirst();
  }

  private static boolean hasOpen(Path files, String socket) {
    try (Stream<Path> all = Files.list(files)) {
      return all.anyMatch(file -> leadsTo(file, socket));
    } catch (IOException | UncheckedIOException e) {
      return false; // it is somebody else's, or has ended
    }
  }

  private static boolean leadsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      return false;
    }
  }

  private static OptionalLong first(String line, String... command)
      throws IOException, InterruptedException {
    Process process =
        Environment.command(List.of(command)).redirectErrorStream(true).start();
    process
        .onExit()
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .whenComplete((ended, late) -> process.destroyForcibly());
    Pattern wanted = Pattern.compile(line);
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return text.lines()
        .map(wanted::matcher)
        .filter(Matcher::matches)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .findFirst();
  }

  private static String name(ProcessHandle process) {
    String[] words = process.info().arguments().orElse(new String[0]);
    String command = process.info().command().orElse("a program");
    String program = Path.of(command).getFileName().toString();
    String what = Stream.of(words)
        .filter(word -> word.matches("(listings|exercise|beyond)\\.\\w+|.*Listing\\d\\d\\.java"))
        .findFirst()
        .orElse("");
    return program + (what.isEmpty() ? "" : " " + what) + " (process " + process.pid() + ")";
  }
}
