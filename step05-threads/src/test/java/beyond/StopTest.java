package beyond;

import static beyond.Replies.assertIsLast;
import static beyond.Replies.assertIsNotLast;
import static beyond.Replies.assertStatus;
import static beyond.Sturdy.GET;
import static beyond.Sturdy.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import judge.seen.Ports;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of connections when the server is stopped. */
class StopTest {

  private static final String WAIT = get("/wait");

  @Test
  void whatRunsAndWhatWaitsIsAnswered() throws Exception {
    var meeting = new MeetingPages();
    try (Sturdy server = Sturdy.start(Small.PATIENT, meeting)) {
      List<Wire> wires = server.connect(6, WAIT);
      meeting.await(4);
      server.awaitQueue(2);

      server.stop();
      meeting.open();

      for (Wire wire : wires) {
        String answer = wire.rest();
        assertStatus("200 OK", answer);
        assertIsLast(answer);
      }
      server.awaitEnd();
      // Not at once: a process that another test starts holds a copy of the listener for a moment.
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      Wait.until("nobody can connect", () -> !Ports.isReached(loopback, server.port()));
    }
  }

  @Test
  void aRequestThatHasHalfComeIsAnswered() throws Exception {
    try (Sturdy server = Sturdy.start(Small.PATIENT)) {
      Wire wire = server.connect();
      Wire other = server.connect();
      other.send(GET).answer(); // then that before it has been accepted, too
      wire.send("GET / HTTP/1.1\r\n");

      server.stop();

      assertEquals("", other.rest());
      assertStatus("200 OK", wire.send("Host: a\r\n\r\n").rest());
    }
  }

  /** Else what it goes on to send would meet a closed socket, and the reset destroy the answer. */
  @Test
  void whoIsRefusedMeanwhileHasTimeToReadIt() throws Exception {
    try (Sturdy server = Sturdy.start(Small.patient("lingerMillis", 10_000))) {
      Wire wire = server.connect();
      wire.send(GET).answer(); // so that it has been accepted
      wire.send("POST / HTTP/1.1\r\n");

      server.stop();
      wire.send("Host: a\r\nContent-Length: 10\r\n\r\n");
      server.awaitLog(" 405 ");

      for (int i = 0; i < 10; i++) {
        Wait.pause(10);
        wire.send("x");
      }
      assertStatus(405, wire.endOutput().rest());
    }
  }

  /** Long before their time is over. */
  @Test
  void idleConnectionsAreClosedAtOnce() throws Exception {
    Limits patient = Small.patient("idleMillis", 60_000, "graceMillis", 60_000);
    try (Sturdy server = Sturdy.start(patient)) {
      Wire wire = server.connect();
      wire.send(GET).answer();

      server.stop();

      assertEquals("", wire.rest());
      server.awaitEnd();
    }
  }

  /** The log is written between the decision to go on and the wait for the next request. */
  @Test
  void aConnectionThatIsJustAboutToBeIdleIsClosedAtOnce() throws Exception {
    var stop = new AtomicReference<Runnable>();
    try (Pool pool = new ThreadPool(1)) {
      var server =
          new SturdyServer(pool, Small.PATIENT, Sturdy.PAGES, line -> stop.get().run());
      try (RunningServer running = RunningServer.start(server::serve);
          Wire wire = new Wire(running.port())) {
        stop.set(() -> {
          server.stop();
          Wait.until("it listens no more", () -> !running.isListening());
          Wait.pause(50); // and has closed those that were idle then
        });

        assertIsNotLast(wire.send(GET).answer());
        Wait.end(running.thread());
      }
    }
  }

  @Test
  void whatTakesTooLongIsCut() throws Exception {
    var meeting = new MeetingPages();
    try (Sturdy server = Sturdy.start(Small.patient("graceMillis", 100), meeting)) {
      Wire wire = server.connect().send(WAIT);
      meeting.await(1);

      server.stop();

      server.awaitEnd();
      assertEquals("", wire.rest());
      server.awaitLog("1 connections cut after 100 ms");
      meeting.open();
    }
  }

  /** Who has connected in time is answered, though the server had not yet taken the connection. */
  @Test
  void connectionsNotYetAcceptedAreAnswered() throws Exception {
    try (Sturdy server = Sturdy.prepare(new ThreadPool(4), Small.PATIENT, Sturdy.PAGES)) {
      List<Wire> wires = server.connect(20, GET);

      server.stop();
      server.begin();

      for (Wire wire : wires) {
        assertStatus("200 OK", wire.rest());
      }
    }
  }

  /** Clients that ask and ask until they cannot connect any more, and what they have seen. */
  private record Askers(
      Sturdy server, Queue<String> lost, AtomicInteger answered, AtomicInteger notAccepted) {

    Askers(Sturdy server) {
      this(server, new ConcurrentLinkedQueue<>(), new AtomicInteger(), new AtomicInteger());
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

  @ParameterizedTest
  @MethodSource("beyond.PoolsTest#all")
  @Timeout(300)
  void noRequestThatHasBegunIsLostUnderLoad(String pool) throws Exception {
    int stops = Small.times(3, 100);
    int answered = 0;
    int notAccepted = 0;
    for (int i = 0; i < stops; i++) {
      Askers clients = stopUnderLoad(Pool.named(pool, 4));

      assertEquals(List.of(), List.copyOf(clients.lost));
      answered += clients.answered.get();
      notAccepted += clients.notAccepted.get();
    }
    Small.report(
        stops + " stops, pool " + pool + ": " + answered + " requests answered, none lost; "
            + notAccepted + " clients had connected, but too late to be accepted");
  }

  private static Askers stopUnderLoad(Pool pool) {
    try (Sturdy server = Sturdy.start(pool, Small.PATIENT, Sturdy.PAGES)) {
      var clients = new Askers(server);
      List<Thread> threads = Swarm.start(8, i -> clients.run(i % 2 == 0));
      Wait.until("some are answered", () -> clients.answered.get() > 50);

      server.stop();

      threads.forEach(Wait::end);
      server.awaitEnd();
      long sent = server.log().stream().filter(line -> line.contains("\" 200 ")).count();
      assertEquals(sent, clients.answered.get(), "answers sent and received");
      return clients;
    }
  }
}
