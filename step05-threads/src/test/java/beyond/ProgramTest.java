package beyond;

import static beyond.Replies.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.util.List;
import judge.seen.ChildProcess;
import judge.seen.Ports;
import judge.seen.Wire;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as a program of its own. */
@Execution(ExecutionMode.CONCURRENT)
class ProgramTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @DisplayName("F20 SIGTERM during /sleep, and one silent connection")
  void sigtermLetsARequestEnd() throws Exception {
    try (ChildProcess server = ChildProcess.start(SturdyServer.class, 0)) {
      int port = server.awaitPort();
      assertEquals(
          "Sturdy server. Listening on http://127.0.0.1:" + port, server.lines().get(0));
      Wire silent = new Wire(port);
      Wire wire = new Wire(port);
      assertStatus("200 OK", wire.send(Sturdy.GET).answer());
      wire.send(Sturdy.get("/sleep"));

      server.signal("TERM");

      server.awaitLine("Shutting down.");
      assertStatus("200 OK", wire.rest());
      assertEquals("", silent.rest());
      assertEquals(143, server.awaitExit());
    }
  }

  @Test
  @DisplayName("F21 a port in use")
  void aPortInUseIsOneSentence() throws Exception {
    try (ServerSocket other = Ports.listen(0);
        ChildProcess server = ChildProcess.start(SturdyServer.class, other.getLocalPort())) {
      assertEquals(1, server.awaitExit());
      assertEquals(1, server.lines().size(), server::toString);
      server.awaitLine("If taken, stop the other server; or add -Dport=8080.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Dpool=big | No pool is called big. Choose -Dpool=ours, queue, executor or virtual.",
        "-Dthreads=0 | -Dthreads=0: it must be a number from 1 to 100000.",
        "-Dthreads=many | -Dthreads=many: it must be a number from 1 to 100000.",
        "-Dlog=loud | -Dlog=loud: it must be on or off.",
        "-Dport= | -Dport=: it must be a number from 0 to 65535.",
        "-Dport=80x | -Dport=80x: it must be a number from 0 to 65535.",
        "-Dport=65536 | -Dport=65536: it must be a number from 0 to 65535."
      })
  void whatCannotBeIsOneSentence(String option, String sentence) throws Exception {
    try (ChildProcess server = ChildProcess.start(SturdyServer.class, 0, option)) {
      assertEquals(1, server.awaitExit());
      assertEquals(List.of(sentence), server.lines());
    }
  }
}
