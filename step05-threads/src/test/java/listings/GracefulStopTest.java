package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
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
    List<Wire> clients = new ArrayList<>();
    RunningServer server = RunningServer.start(Listing25::serve);
    for (int i = 0; i < 6; i++) { // four in the hands of a worker, two in the queue
      Wire client = new Wire(server.port());
      client.send("GET / HTTP/1.1\r\n");
      clients.add(client);
    }
    Wait.until("six connections are accepted", () -> server.accepted() == 6);

    server.stopListening();

    Wait.state(server.thread(), Thread.State.WAITING, "join"); // no longer in accept
    Wait.until("new connections are refused", () -> refuses(server.port()));
    for (Wire client : clients) {
      client.send("Host: localhost\r\n\r\n");
      assertEquals(Answers.withPage("200 OK", "hello.html"), client.rest());
    }
    Wait.end(server.thread());
    server.close();
  }

  /**
   * Not always at once: a process that another test starts at this moment holds a copy of the
   * listener for some milliseconds.
   */
  private static boolean refuses(int port) throws IOException {
    try {
      new Wire(port).close();
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  @Test
  void goesOnWhenOneAcceptFails() throws IOException {
    try (RunningServer server = RunningServer.start(l -> Listing25.serve(failingOnce(l)))) {
      assertTrue(Wire.get(server.port(), "/").startsWith("HTTP/1.1 200 OK\r\n"));
      assertTrue(terminal.text().contains("Too many open files"), terminal.text());
    }
  }

  /** As if the operating system had no file descriptor left, once. */
  private static ServerSocket failingOnce(ServerSocket listener) throws IOException {
    return new ServerSocket() {
      private boolean failed;

      @Override
      public Socket accept() throws IOException {
        if (!failed) {
          failed = true;
          throw new SocketException("Too many open files");
        }
        return listener.accept();
      }

      @Override
      public boolean isClosed() {
        return listener.isClosed();
      }
    };
  }
}
