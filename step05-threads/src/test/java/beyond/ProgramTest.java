package beyond;

import static beyond.Expect.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import judge.seen.ChildProcess;
import judge.seen.Ports;
import judge.seen.Wire;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

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
      assertEquals(143, server.awaitExit(20));
    }
  }

  @Test
  @DisplayName("F21 a port in use")
  void aPortInUseIsOneSentence() throws Exception {
    try (ServerSocket other = Ports.listen(0);
        ChildProcess server = ChildProcess.start(SturdyServer.class, other.getLocalPort())) {
      assertEquals(1, server.awaitExit(20));
      assertEquals(1, server.lines().size(), server::toString);
      server.awaitLine("Stop the other server, or add -Dport=8080.");
    }
  }

  @Test
  void anUnknownPoolIsOneSentence() throws Exception {
    try (ChildProcess server = ChildProcess.start(SturdyServer.class, 0, "-Dpool=big")) {
      assertEquals(1, server.awaitExit(20));
      String sentence = "No pool is called big. Choose -Dpool=ours, queue, executor or virtual.";
      assertEquals(List.of(sentence), server.lines());
    }
  }

  /** Java itself needs some thirty of them. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "ulimit works otherwise elsewhere")
  @DisplayName("F22 64 file descriptors and 200 connections")
  void survivesWithoutFileDescriptors() throws Exception {
    try (ChildProcess server = ChildProcess.start(withFewDescriptors())) {
      int port = server.awaitPort();
      List<Wire> wires = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        wires.add(new Wire(port));
      }
      server.awaitLine("Too many open files");
      wires.forEach(Wire::close);

      try (Wire wire = new Wire(port)) {
        assertStatus("200 OK", wire.send(Sturdy.GET).answer());
      }
    }
  }

  private static ProcessBuilder withFewDescriptors() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dport=0";
    String classes = ChildProcess.classes(SturdyServer.class).toString();
    String command = "ulimit -n 64; exec '" + java + "' " + options + " -cp '" + classes + "' "
        + SturdyServer.class.getName();
    return new ProcessBuilder("sh", "-c", command);
  }
}
