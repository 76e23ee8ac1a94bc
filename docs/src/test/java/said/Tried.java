package said;

import static java.nio.charset.StandardCharsets.US_ASCII;

import book.Command;
import book.NotReplayed;
import book.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import project.Project;

/** Runs a command of a sentence where it does no harm: does the program take it so? */
final class Tried {

  /** What curl says when it has understood: it was answered with nothing, or waited long enough. */
  private static final Set<Integer> UNDERSTOOD = Set.of(0, 28, 52, 56);

  private Tried() {}

  /** Asks a server that hangs up at once. */
  static Optional<String> curl(List<String> words)
      throws IOException, InterruptedException, NotReplayed {
    try (var listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Thread server = new Thread(() -> hangUp(listener), "hangs up");
      server.start();
      List<String> command = new ArrayList<>(words);
      if (words.stream().noneMatch(word -> word.contains("://"))) {
        command.add(1, "http://127.0.0.1:7878/");
      }
      command.addAll(1, List.of("--max-time", "2"));
      return run(new Command(command), Map.of("7878", "" + listener.getLocalPort()), UNDERSTOOD);
    }
  }

  /** The method of the request that curl sends; empty if there is no curl here. */
  static String method(List<String> words) {
    try (var listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Terminal terminal = new Terminal()) {
      List<String> command = new ArrayList<>(words);
      command.add(1, "http://127.0.0.1:7878/");
      command.addAll(1, List.of("--max-time", "2"));
      if (words.get(words.size() - 1).equals("-d")) {
        command.add("name=Ada");
      }
      Map<String, String> ports = Map.of("7878", "" + listener.getLocalPort());
      terminal.start(new Command(command).in(Project.ROOT, ports));
      listener.setSoTimeout(10_000);
      try (Socket socket = listener.accept()) {
        byte[] begin = socket.getInputStream().readNBytes(8);
        return new String(begin, US_ASCII).split(" ")[0];
      }
    } catch (NotReplayed e) {
      return "";
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hangUp(ServerSocket listener) {
    try {
      while (true) {
        try (Socket socket = listener.accept()) {
          socket.getInputStream().read();
        }
      }
    } catch (IOException e) {
      // The listener is closed: curl has ended.
    }
  }

  /** Compares what it names; 1 says that there are differences. */
  static Optional<String> git(List<String> words)
      throws IOException, InterruptedException, NotReplayed {
    return words.contains("--no-index") && words.size() > 4
        ? run(new Command(words), Map.of(), Set.of(0, 1))
        : Optional.empty();
  }

  /** A program of the JDK, with this process or one of its classes in place of the reader's. */
  static Optional<String> jdk(List<String> words)
      throws IOException, InterruptedException, NotReplayed {
    List<String> command = new ArrayList<>(words);
    command.replaceAll(word -> word.equals("PID") ? "" + ProcessHandle.current().pid() : word);
    command.replaceAll(word -> word.endsWith(".class") ? "java.lang.Object" : word);
    return run(new Command(command), Map.of(), Set.of(0));
  }

  private static Optional<String> run(
      Command command, Map<String, String> ports, Set<Integer> accepted)
      throws IOException, InterruptedException, NotReplayed {
    try (Terminal terminal = new Terminal()) {
      terminal.start(command.in(Project.ROOT, ports));
      int exitCode = terminal.awaitExit();
      List<String> lines = terminal.unread();
      boolean isHalf = lines.stream().anyMatch(line -> line.endsWith("requires parameter"));
      return isHalf || accepted.contains(exitCode)
          ? Optional.empty()
          : Optional.of(
              "it ends with exit code " + exitCode + ": " + String.join("\n", terminal.unread()));
    }
  }
}
