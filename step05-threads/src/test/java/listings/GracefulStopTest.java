package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import judge.seen.Ports;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import support.Answers;

/** Listing 20-25 inside one process: what happens to connections when the listener is closed. */
@ResourceLock(Resources.SYSTEM_OUT)
class GracefulStopTest {

  private final CapturedOutput terminal = new CapturedOutput();

  @Test
  void answersWhatRunsAndWhatIsQueuedThenEnds() throws IOException {
    try (RunningServer server = RunningServer.start(Listing25::serve)) {
      // Four in the hands of a worker, two in the queue.
      List<Wire> clients = server.connect(6, "GET / HTTP/1.1\r\n");
      Wait.until("six connections are accepted", () -> server.accepted() == 6);

      server.stopListening();

      Wait.state(server.thread(), Thread.State.WAITING, "join"); // no longer in accept
      // Not always at once: a process that another test starts at this moment holds a copy of the
      // listener for some milliseconds.
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      Wait.until("nobody can connect", () -> !Ports.isReached(loopback, server.port()));
      for (Wire client : clients) {
        assertEquals(Answers.hello(), client.send("Host: localhost\r\n\r\n").rest());
      }
      Wait.end(server.thread());
    }
  }

  @Test
  void goesOnWhenOneAcceptFails() throws IOException {
    try (RunningServer server = RunningServer.prepare(Listing25::serve)) {
      server.failAccept(0, "Too many open files");
      server.begin();

      assertEquals(Answers.hello(), server.get("/"));
      assertTrue(terminal.text().contains("Too many open files"), terminal.text());
    }
  }
}
