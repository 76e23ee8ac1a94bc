package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import judge.seen.ChildProcess;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import support.Answers;

/** Listing 20-25 as a program of its own, stopped by a signal. Windows has no signals to send. */
@DisabledOnOs(OS.WINDOWS)
@Execution(ExecutionMode.CONCURRENT)
class SignalTest {

  @Test
  void answersARequestThatHadBegunWhenSigtermCame() throws Exception {
    assertStopsInGoodOrder("TERM", 143);
  }

  /** What Ctrl-C sends. */
  @Test
  void answersARequestThatHadBegunWhenSigintCame() throws Exception {
    assumeFalse(sigintIsIgnored(), "started in the background, where a shell switches SIGINT off");
    assertStopsInGoodOrder("INT", 130);
  }

  private static void assertStopsInGoodOrder(String signal, int exitCode) throws Exception {
    try (ChildProcess server = ChildProcess.start(Listing25.class, 0);
        Wire client = new Wire(server.awaitPort())) {
      client.send("GET / HTTP/1.1\r\n");
      server.awaitLine("got a job");

      server.signal(signal);

      server.awaitLine("Shutting down.");
      client.send("Host: localhost\r\n\r\n");
      assertEquals(Answers.hello(), client.rest());
      assertEquals(exitCode, server.awaitExit());
      assertEquals(4, count(server.lines(), " disconnected; shutting down."));
    }
  }

  private static long count(List<String> lines, String text) {
    return lines.stream().filter(line -> line.contains(text)).count();
  }

  /** A client that sends a byte now and then never runs into the time limit for a read. */
  @Test
  void leavesAStuckClientInTheEndWhateverElseIsPressed() throws Exception {
    try (ChildProcess server = ChildProcess.start(Listing25.class, 0, "-Dgrace=1");
        Wire client = new Wire(server.awaitPort())) {
      client.send("GET / HTTP/1.1\r\nX: ");
      Thread trickle = new Thread(() -> trickle(client));
      trickle.start();
      server.awaitLine("got a job");

      server.signal("TERM");
      server.awaitLine("Shutting down.");
      server.signal("TERM");

      assertEquals(143, server.awaitExit());
      assertTrue(server.lines().contains("Jobs still run after 1 s. Leaving."), server::toString);
      Wait.end(trickle);
    }
  }

  private static void trickle(Wire client) {
    while (client.trySend("x")) {
      Wait.pause(300);
    }
  }

  /** Whether this process, and so every child of it, ignores SIGINT; Linux alone can tell. */
  static boolean sigintIsIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  @Test
  void endsAtOnceWhenNobodyIsConnected() throws Exception {
    try (ChildProcess server = ChildProcess.start(Listing25.class, 0)) {
      server.awaitPort();

      server.signal("TERM");

      assertEquals(143, server.awaitExit());
      assertEquals(0, count(server.lines(), "Jobs still run"));
    }
  }

  /** Four of these would otherwise hold all workers for ever. */
  @Test
  void hangsUpOnAClientThatSaysNothingForFiveSeconds() throws Exception {
    try (ChildProcess server = ChildProcess.start(Listing25.class, 0);
        Wire client = new Wire(server.awaitPort())) {
      server.awaitLine("Read timed out");

      assertEquals("", client.rest());
    }
  }
}
