package beyond;

import static beyond.Sturdy.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of connections when the server is stopped. */
class StopTest {

  private static final String WAIT = "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n";

  @Test
  void whatRunsAndWhatWaitsIsAnswered() throws Exception {
    var meeting = new Meeting();
    List<Wire> wires = new ArrayList<>();
    Sturdy server = Sturdy.start(new ThreadPool(4), Small.PATIENT, meeting);
    for (int i = 0; i < 6; i++) {
      wires.add(new Wire(server.port()).send(WAIT));
    }
    meeting.await(4);
    server.awaitQueue(2);

    server.stop();
    meeting.open();

    for (Wire wire : wires) {
      String answer = wire.rest();
      assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
      assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
    }
    server.awaitEnd();
    Wait.until("nobody can connect", () -> isRefused(server.port()));
    server.close();
  }

  /** Not at once: a process that another test starts holds a copy of the listener for a moment. */
  private static boolean isRefused(int port) throws IOException {
    try {
      new Wire(port).close();
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  @Test
  void aRequestThatHasHalfComeIsAnswered() throws Exception {
    Sturdy server = Sturdy.start(Small.PATIENT);
    try (Wire wire = new Wire(server.port());
        Wire other = new Wire(server.port())) {
      other.send(GET).answer(); // then that before it has been accepted, too
      wire.send("GET / HTTP/1.1\r\n");

      server.stop();

      assertEquals("", other.rest());
      assertTrue(wire.send("Host: a\r\n\r\n").rest().startsWith("HTTP/1.1 200 OK\r\n"));
    }
    server.close();
  }

  /** Else what it goes on to send would meet a closed socket, and the reset destroy the answer. */
  @Test
  void whoIsRefusedMeanwhileHasTimeToReadIt() throws Exception {
    Sturdy server = Sturdy.start(Small.patient("lingerMillis", 10_000));
    try (Wire wire = new Wire(server.port())) {
      wire.send(GET).answer(); // so that it has been accepted
      wire.send("POST / HTTP/1.1\r\n");

      server.stop();
      wire.send("Host: a\r\nContent-Length: 10\r\n\r\n");
      server.awaitLog(" 405 ");

      for (int i = 0; i < 10; i++) {
        Thread.sleep(10);
        wire.send("x");
      }
      String answer = wire.endOutput().rest();
      assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
    }
    server.close();
  }

  /** Long before their time is over. */
  @Test
  void idleConnectionsAreClosedAtOnce() throws Exception {
    Sturdy server = Sturdy.start(Small.patient("idleMillis", 60_000, "graceMillis", 60_000));
    try (Wire wire = new Wire(server.port())) {
      wire.send(GET).answer();

      server.stop();

      assertEquals("", wire.rest());
    }
    server.awaitEnd();
    server.close();
  }

  /** The log is written between the decision to go on and the wait for the next request. */
  @Test
  void aConnectionThatIsJustAboutToBeIdleIsClosedAtOnce() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Pool pool = new ThreadPool(1)) {
      var stop = new AtomicReference<Runnable>();
      var server =
          new SturdyServer(pool, Small.PATIENT, Sturdy.PAGES, line -> stop.get().run());
      stop.set(() -> {
        server.stop();
        Wait.until("it listens no more", listener::isClosed);
        LockSupport.parkNanos(50_000_000); // and has closed those that were idle then
      });
      Thread serving = new Thread(() -> serve(server, listener));
      serving.start();
      try (Wire wire = new Wire(listener.getLocalPort())) {
        String answer = wire.send(GET).answer();

        assertFalse(answer.contains("\r\nConnection: close\r\n"), answer);
        Wait.end(serving);
      }
    }
  }

  private static void serve(SturdyServer server, ServerSocket listener) {
    try {
      server.serve(listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatTakesTooLongIsCut() throws Exception {
    var meeting = new Meeting();
    Sturdy server = Sturdy.start(new ThreadPool(4), Small.patient("graceMillis", 100), meeting);
    try (Wire wire = new Wire(server.port()).send(WAIT)) {
      meeting.await(1);

      server.stop();

      server.awaitEnd();
      assertEquals("", wire.rest());
      server.awaitLog("1 connections cut after 100 ms");
    }
    meeting.open();
    server.close();
  }

  /** Who has connected in time is answered, though the server had not yet taken the connection. */
  @Test
  void connectionsNotYetAcceptedAreAnswered() throws Exception {
    List<Wire> wires = new ArrayList<>();
    Sturdy server = Sturdy.prepare(new ThreadPool(4), Small.PATIENT, Sturdy.PAGES);
    for (int i = 0; i < 20; i++) {
      wires.add(new Wire(server.port()).send(GET));
    }

    server.stop();
    server.begin();

    for (Wire wire : wires) {
      assertTrue(wire.rest().startsWith("HTTP/1.1 200 OK\r\n"));
    }
    server.close();
  }

  /** Clients that ask and ask until they cannot connect any more, and what they have seen. */
  private static final class Clients {

    final Sturdy server;
    final Queue<String> lost = new ConcurrentLinkedQueue<>();
    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger notAccepted = new AtomicInteger();

    Clients(Sturdy server) {
      this.server = server;
    }

    void run(boolean keepAlive) {
      boolean connects = true;
      while (connects) {
        long start = System.nanoTime();
        try (Wire wire = new Wire(server.port())) {
          ask(wire, keepAlive, start);
        } catch (IOException e) {
          connects = false;
        }
      }
    }

    private void ask(Wire wire, boolean keepAlive, long start) {
      String answer = answer(wire);
      if (!isWhole(answer) && server.hasAccepted(wire.port(), start)) {
        lost.add("on a new connection: " + answer);
      } else if (!isWhole(answer)) {
        notAccepted.incrementAndGet(); // the listener was closed just after the client connected
      }
      while (keepAlive && isWhole(answer) && !answer.contains("\r\nConnection: close\r\n")) {
        answer = answer(wire);
        // Nothing: the server hung up just when the client asked again. It may ask anew, RFC 9112,
        // section 9.3.1, for its request has not begun.
        if (!isWhole(answer) && !answer.isEmpty()) {
          lost.add("on a used connection: " + answer);
        }
      }
    }

    private String answer(Wire wire) {
      try {
        String answer = wire.send(GET).answer();
        answered.addAndGet(isWhole(answer) ? 1 : 0);
        return answer;
      } catch (IOException e) {
        return "";
      }
    }

    private static boolean isWhole(String answer) {
      return answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("</html>\n");
    }
  }

  static List<String> pools() {
    return PoolsTest.all().toList();
  }

  @ParameterizedTest
  @MethodSource("pools")
  @Timeout(300)
  void noRequestThatHasBegunIsLostUnderLoad(String pool) throws Exception {
    int stops = Small.times(3, 100);
    int answered = 0;
    int notAccepted = 0;
    for (int i = 0; i < stops; i++) {
      Clients clients = stopUnderLoad(Pool.named(pool, 4));

      assertEquals(List.of(), List.copyOf(clients.lost));
      answered += clients.answered.get();
      notAccepted += clients.notAccepted.get();
    }
    Small.report(
        stops + " stops, pool " + pool + ": " + answered + " requests answered, none lost; "
            + notAccepted + " clients had connected, but too late to be accepted");
  }

  private static Clients stopUnderLoad(Pool pool) throws Exception {
    Sturdy server = Sturdy.start(pool, Small.PATIENT, Sturdy.PAGES);
    var clients = new Clients(server);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean keepAlive = i % 2 == 0;
      Thread thread = new Thread(() -> clients.run(keepAlive));
      thread.start();
      threads.add(thread);
    }
    Wait.until("some are answered", () -> clients.answered.get() > 50);

    server.stop();

    threads.forEach(Wait::end);
    server.close();
    long sent = server.log().stream().filter(line -> line.contains("\" 200 ")).count();
    assertEquals(sent, clients.answered.get(), "answers sent and received");
    return clients;
  }
}
