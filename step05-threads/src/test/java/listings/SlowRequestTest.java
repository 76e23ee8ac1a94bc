package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import judge.learner.Serve;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.Answers;
import support.Manners;

/** Who waits while others are busy. An interrupt ends the sleep of 5 s before its time. */
@ResourceLock(Resources.SYSTEM_OUT)
class SlowRequestTest {

  private static final String SLEEP = "GET /sleep HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String HALF = "GET / HTTP/1.1\r\n";
  private static final String OTHER_HALF = "Host: localhost\r\n\r\n";

  {
    new CapturedOutput(); // keeps what the listings print off the screen
  }

  private static String page() throws IOException {
    return Answers.withPage("200 OK", "hello.html");
  }

  /** The thread that sleeps for {@code /sleep}, if there is one. */
  private static Optional<Thread> sleeper() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getState() == Thread.State.TIMED_WAITING)
        .filter(entry -> Stream.of(entry.getValue())
            .anyMatch(frame -> frame.getClassName().startsWith("listings.")
                && frame.getMethodName().equals("sleep")))
        .map(entry -> entry.getKey())
        .findFirst();
  }

  private static Wire askSlowly(RunningServer server) throws IOException {
    Wire client = new Wire(server.port());
    client.send(SLEEP);
    Wait.until("a thread sleeps", () -> sleeper().isPresent());
    return client;
  }

  static Stream<Named<Serve>> oneAfterTheOther() {
    return Stream.of(
        Manners.listing("10", Listing10::serve), Manners.listing("21", Listing21::serve));
  }

  @ParameterizedTest
  @MethodSource("oneAfterTheOther")
  void everybodyWaitsForTheSleeper(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve);
        Wire slow = askSlowly(server);
        Wire waiting = new Wire(server.port())) {
      waiting.send(HALF + OTHER_HALF);

      boolean silent = !waiting.hears(200);

      assertTrue(silent || sleeper().isEmpty(), "answered although another request sleeps");
      sleeper().ifPresent(Thread::interrupt);
      assertEquals(page(), slow.rest());
      if (silent) {
        assertEquals(page(), waiting.rest());
      }
    }
  }

  static Stream<Named<Serve>> atTheSameTime() {
    return Stream.of(
        Manners.listing("11", Listing11::serve),
        Manners.listing("20", Listing20::serve),
        Manners.listing("22", Listing22::serve),
        Manners.listing("23", Listing23::serve),
        Manners.listing("24", Listing24::serve),
        Manners.listing("25", Listing25::serve));
  }

  /** On a machine that stalls for 5 s the sleeper wakes too early, hence three attempts. */
  @ParameterizedTest
  @MethodSource("atTheSameTime")
  void nobodyWaitsForTheSleeper(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      boolean sleeping = false;
      for (int attempt = 0; attempt < 3 && !sleeping; attempt++) {
        try (Wire slow = askSlowly(server)) {
          assertEquals(page(), Wire.ask(server.port(), HALF + OTHER_HALF));

          sleeping = sleeper().isPresent();
          sleeper().ifPresent(Thread::interrupt);
          assertEquals(page(), slow.rest());
        }
      }
      assertTrue(sleeping, "the answer came only when the sleeper had ended");
    }
  }

  static Stream<Named<Serve>> pools() {
    return atTheSameTime().skip(1);
  }

  /** Clients that have sent half a request, so that whoever serves them waits for the rest. */
  private static List<Wire> keepBusy(int count, RunningServer server) throws IOException {
    List<Wire> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Wire client = new Wire(server.port());
      client.send(HALF);
      clients.add(client);
    }
    return clients;
  }

  @ParameterizedTest
  @MethodSource("pools")
  void aPoolServesFourAtOnceAndTheFifthWaits(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      List<Wire> busy = keepBusy(3, server);
      assertEquals(page(), Wire.get(server.port(), "/"), "the fourth worker is free");
      busy.addAll(keepBusy(1, server));
      try (Wire fifth = new Wire(server.port())) {
        fifth.send(HALF + OTHER_HALF);
        assertFalse(fifth.hears(100), "all four workers are busy");

        busy.get(0).send(OTHER_HALF);

        assertEquals(page(), busy.get(0).rest());
        assertEquals(page(), fifth.rest());
      }
    }
  }

  @Test
  void listing11GivesEveryConnectionAThread() throws IOException {
    try (RunningServer server = RunningServer.start(Listing11::serve)) {
      List<Wire> busy = keepBusy(50, server);

      assertEquals(page(), Wire.get(server.port(), "/"));

      for (Wire client : busy) {
        client.send(OTHER_HALF);
        assertEquals(page(), client.rest());
      }
    }
  }
}
