package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import judge.seen.ChildProcess;
import judge.seen.Environment;
import judge.seen.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import support.Answers;

/** The whole chain: {@code mvn exec:java} in a pseudo-terminal, and Ctrl-C typed into it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the command script has other options elsewhere")
@Execution(ExecutionMode.CONCURRENT)
class CtrlCTest {

  private static final String MAVEN = System.getProperty("maven.home");
  private static final String REPOSITORY = System.getProperty("maven.repo.local");

  /** A copy, for exec:java compiles, and these tests run from the classes of the original. */
  @TempDir
  Path copy;

  @Test
  @Timeout(300) // the first time, Maven may have to download a plugin
  void finishesTheRequestThatHadBegunAndPrintsEveryLine() throws Exception {
    assumeTrue(MAVEN != null, "only Maven tells where it is");
    assumeTrue(hasScript(), "the command script makes the terminal");
    assumeFalse(SignalTest.sigintIsIgnored(), "started in the background: SIGINT is off");
    try (ChildProcess server = ChildProcess.start(execJavaInATerminal());
        Wire client = new Wire(server.awaitPort(240))) {
      client.send("GET / HTTP/1.1\r\n");
      server.awaitLine("got a job");

      server.type("\3");

      server.awaitLine("Shutting down.");
      client.send("Host: localhost\r\n\r\n");
      assertEquals(Answers.hello(), client.rest());
      assertEquals(130, server.awaitExit(), server::toString);
      assertEquals(expectedLines(), lastLines(server), server::toString);
    }
  }

  private static boolean hasScript() {
    try {
      return Environment.command(List.of("script", "--version")).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static List<String> expectedLines() {
    return Stream.concat(
            Stream.of("Shutting down.", "Worker 0 got a job; executing."),
            Stream.of(0, 1, 2, 3)
                .flatMap(id -> Stream.of(
                    "Shutting down worker " + id,
                    "Worker " + id + " disconnected; shutting down.")))
        .sorted()
        .toList();
  }

  /** What came after the address, sorted and without Maven's colours and the terminal's ^C. */
  private static List<String> lastLines(ChildProcess server) {
    return server.lines().stream()
        .dropWhile(line -> !line.contains("Listening on"))
        .skip(1)
        .map(line -> line.replaceAll("\\^C|\u001b\\[[0-9;]*m", "").strip())
        .filter(line -> !line.isEmpty())
        .map(line -> line.replaceFirst("Worker \\d got", "Worker 0 got"))
        .sorted()
        .toList();
  }

  private ProcessBuilder execJavaInATerminal() throws IOException {
    Path step = ChildProcess.module(Listing25.class);
    copy(step.getParent(), "pom.xml");
    copy(step.getParent(), ".mvn");
    copy(step.getParent(), "docs/judge/src/main");
    copy(step.getParent(), step.getFileName() + "/pom.xml");
    copy(step.getParent(), step.getFileName() + "/src/main");

    String command = "'" + MAVEN + "/bin/mvn' -f '" + copy.resolve(step.getFileName())
        + "' exec:java -Dport=0 -Dmaven.repo.local='" + REPOSITORY + "'";
    ProcessBuilder script = Environment.command(List.of("script", "-qefc", command, "/dev/null"));
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return script;
  }

  private void copy(Path from, String name) throws IOException {
    try (Stream<Path> files = Files.walk(from.resolve(name))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = copy.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, target);
        }
      }
    }
  }
}
