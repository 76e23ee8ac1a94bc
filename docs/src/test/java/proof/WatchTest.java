package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import book.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import judge.seen.ChildProcess;
import judge.seen.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import project.Source;
import project.Step;
import project.Tree;

/** The whole of {@code exec:java@watch}, in a pseudo-terminal: saves, keys, and its end. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the command script has other options elsewhere")
class WatchTest {

  private static final String MAVEN = System.getProperty("maven.home");
  private static final String REPOSITORY = System.getProperty("maven.repo.local");
  private static final int PATIENCE = 240; // seconds, on a busy machine

  @Test
  @Timeout(1_200)
  void printsTheVerdictAtEverySave() throws Exception {
    assumeTrue(MAVEN != null, "only Maven tells where it is");
    Path copy = Scratch.copy();
    try (ChildProcess watch = ChildProcess.start(inATerminal(copy))) {
      solve(watch, copy.resolve("step02-read-request/src/main/java/exercise/WebServer.java"));
      watch.type("q\n");
      assertEquals(0, watch.awaitExit(PATIENCE), watch.toString());
    }
    try (ChildProcess watch = ChildProcess.start(inATerminal(copy))) {
      await(watch, "done - 8 of 8 passed, core 4 of 4");
      assertTrue(watch.lines().stream().noneMatch(line -> line.contains("judging ")));
      watch.type("\3");
      assertEquals(130, watch.awaitExit(PATIENCE), watch.toString());
    }
  }

  private static void solve(ChildProcess watch, Path file) throws Exception {
    await(watch, "Step 2: read the request - 2.1 FAILED - 0 of 8 passed, core 0 of 4");
    await(watch, "Watching step02-read-request/src/main/java/exercise, as of ");
    await(watch, "Nothing of this request was printed: GET /");

    watch.type("h\n");
    await(watch, "Hint 1 of 3 for 2.1 ");
    await(watch, "so the end of the");

    Source solution = Source.of(Step.STEP2.solution());
    Source half = solution.replace("WebServer.java", "String line =", "String line");
    Files.writeString(file, half.files().get("WebServer.java"));
    await(watch, "Step 2: read the request - it does not compile");

    clean(file);
    Files.writeString(file, solution.files().get("WebServer.java"));
    await(watch, "Step 2: read the request - done - 8 of 8 passed, core 4 of 4");
    await(watch, "mvn -pl step03-respond exec:java@watch");
  }

  /** As mvn clean does, of the step and of docs: whoever watches does not notice. */
  private static void clean(Path file) throws Exception {
    Path copy = Path.of(file.toString().replaceFirst("step02.*", ""));
    for (String module : List.of("step02-read-request", "docs")) {
      Path target = copy.resolve(module).resolve("target");
      assertEquals(module.startsWith("step"), Files.exists(target), target.toString());
      if (Files.exists(target)) {
        Tree.delete(target);
      }
    }
  }

  private static void await(ChildProcess watch, String text) throws InterruptedException {
    boolean hasCome =
        watch.await(lines -> lines.stream().anyMatch(line -> line.contains(text)), PATIENCE);
    assertTrue(hasCome, () -> text + " is not in:\n" + watch);
  }

  private static ProcessBuilder inATerminal(Path copy) {
    // A build that was started with & ignores Ctrl-C, and what it starts would do so, too.
    String command = "env --default-signal=INT '" + MAVEN + "/bin/mvn' -pl step02-read-request"
        + " exec:java@watch -Dmaven.repo.local='" + REPOSITORY + "'";
    ProcessBuilder script = Environment.command(List.of("script", "-qefc", command, "/dev/null"))
        .directory(copy.toFile());
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    script.environment().put("TERM", "xterm");
    script.environment().put("NO_COLOR", "1");
    return script;
  }
}
