package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.Answers;
import support.Listing;

/** Who waits while others are busy. An interrupt ends the sleep of 5 s before its time. */
@ResourceLock(Resources.SYSTEM_OUT)
class SlowRequestTest {

  /** Whoever serves it waits for the rest. */
  private static final String HALF = "GET / HTTP/1.1\r\n";

  private static final String OTHER_HALF = "Host: localhost\r\n\r\n";

  {
    new CapturedOutput(); // keeps what the listings print off the screen
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
    Wire client = server.connect().send("GET /sleep HTTP/1.1\r\nHost: localhost\r\n\r\n");
    Wait.until("a thread sleeps", () -> sleeper().isPresent());
    return client;
  }

  static Stream<Listing> oneAfterTheOther() {
    return Listing.of(10, 21);
  }

  @ParameterizedTest
  @MethodSource("oneAfterTheOther")
  void everybodyWaitsForTheSleeper(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      Wire slow = askSlowly(server);
      Wire waiting = server.connect().send(HALF + OTHER_HALF);

      boolean silent = !waiting.hears(200);

      assertTrue(silent || sleeper().isEmpty(), "answered although another request sleeps");
      sleeper().ifPresent(Thread::interrupt);
      assertEquals(Answers.hello(), slow.rest());
      assertEquals(Answers.hello(), waiting.rest());
    }
  }

  static Stream<Listing> atTheSameTime() {
    return Listing.of(11, 20, 22, 23, 24, 25);
  }

  /** On a machine that stalls for 5 s the sleeper wakes too early, hence three attempts. */
  @ParameterizedTest
  @MethodSource("atTheSameTime")
  void nobodyWaitsForTheSleeper(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      boolean sleeping = false;
      for (int attempt = 0; attempt < 3 && !sleeping; attempt++) {
        Wire slow = askSlowly(server);
        assertEquals(Answers.hello(), server.get("/"));

        sleeping = sleeper().isPresent();
        sleeper().ifPresent(Thread::interrupt);
        assertEquals(Answers.hello(), slow.rest());
      }
      assertTrue(sleeping, "the answer came only when the sleeper had ended");
    }
  }

  static Stream<Listing> pools() {
    return atTheSameTime().skip(1);
  }

  @ParameterizedTest
  @MethodSource("pools")
  void aPoolServesFourAtOnceAndTheFifthWaits(Listing listing) throws IOException {
    try (RunningServer server = RunningServer.start(listing)) {
      List<Wire> busy = server.connect(3, HALF);
      assertEquals(Answers.hello(), server.get("/"), "the fourth worker is free");
      server.connect(1, HALF);
      Wire fifth = server.connect().send(HALF + OTHER_HALF);
      assertFalse(fifth.hears(100), "all four workers are busy");

      busy.get(0).send(OTHER_HALF);

      assertEquals(Answers.hello(), busy.get(0).rest());
      assertEquals(Answers.hello(), fifth.rest());
    }
  }

  @Test
  void listing11GivesEveryConnectionAThread() throws IOException {
    try (RunningServer server = RunningServer.start(Listing11::serve)) {
      List<Wire> busy = server.connect(50, HALF);

      assertEquals(Answers.hello(), server.get("/"));

      for (Wire client : busy) {
        assertEquals(Answers.hello(), client.send(OTHER_HALF).rest());
      }
    }
  }
}
