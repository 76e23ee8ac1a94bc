package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.Answers;
import support.Await;
import support.Manners;
import support.RawClient;
import support.RunningServer;
import support.RunningServer.Serve;
import support.Terminal;

/** Who waits while {@code /sleep} sleeps. An interrupt ends the sleep, so no test takes 5 s. */
class SlowRequestTest {

  private static final String SLEEP = "GET /sleep HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String ROOT = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final Terminal terminal = new Terminal();
  private final List<RawClient> slow = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Thread sleeper : sleepers()) {
      sleeper.interrupt();
    }
    for (RawClient client : slow) {
      client.close();
    }
  }

  /** Asks for {@code /sleep}, and waits until one thread more sleeps there. */
  private void askSlowly(RunningServer server) throws IOException {
    RawClient client = new RawClient(server.port());
    slow.add(client);
    client.send(SLEEP);
    Await.until(slow.size() + " threads sleep", () -> sleepers().size() == slow.size());
  }

  private static List<Thread> sleepers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
        .filter(thread -> Stream.of(thread.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith("listings.")
                && frame.getMethodName().equals("sleep")))
        .toList();
  }

  private static String page() throws IOException {
    return Answers.withPage("200 OK", "hello.html");
  }

  @Test
  void listing10LetsEverybodyWait() throws IOException {
    try (RunningServer server = RunningServer.start(Listing10::serve)) {
      askSlowly(server);
      try (RawClient waiting = new RawClient(server.port())) {
        waiting.send(ROOT);
        assertTrue(waiting.hearsNothingFor(200), "the only thread sleeps");

        server.thread().interrupt();

        assertEquals(page(), slow.get(0).receive());
        assertEquals(page(), waiting.receive());
      }
    }
  }

  static Stream<Named<Serve>> concurrent() {
    return Stream.of(
        Manners.listing("11", Listing11::serve),
        Manners.listing("20", Listing20::serve),
        Manners.listing("22", Listing22::serve),
        Manners.listing("23", Listing23::serve),
        Manners.listing("24", Listing24::serve),
        Manners.listing("25", Listing25::serve));
  }

  @ParameterizedTest
  @MethodSource("concurrent")
  void othersAreAnsweredWhileThreeSleep(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      askSlowly(server);
      askSlowly(server);
      askSlowly(server);

      assertEquals(page(), RawClient.ask(server.port(), ROOT));

      assertEquals(3, sleepers().size(), "nobody waited for the sleepers");
      sleepers().forEach(Thread::interrupt);
      for (RawClient client : slow) {
        assertEquals(page(), client.receive());
      }
    }
  }

  static Stream<Named<Serve>> pools() {
    return concurrent().skip(1);
  }

  @ParameterizedTest
  @MethodSource("pools")
  void theFifthWaitsWhileFourSleep(Serve serve) throws IOException {
    try (RunningServer server = RunningServer.start(serve)) {
      for (int i = 0; i < 4; i++) {
        askSlowly(server);
      }
      try (RawClient fifth = new RawClient(server.port())) {
        fifth.send(ROOT);
        assertTrue(fifth.hearsNothingFor(100), "all four workers sleep");

        sleepers().get(0).interrupt();

        assertEquals(page(), fifth.receive());
      }
    }
  }

  @Test
  void listing11GivesEveryConnectionAThread() throws IOException {
    try (RunningServer server = RunningServer.start(Listing11::serve)) {
      for (int i = 0; i < 20; i++) {
        askSlowly(server);
      }

      assertEquals(page(), RawClient.ask(server.port(), ROOT));
    }
  }

  @Test
  void listing21LetsEverybodyWaitThoughItHasFourWorkers() throws IOException {
    try (RunningServer server = RunningServer.start(Listing21::serve)) {
      askSlowly(server);
      try (RawClient waiting = new RawClient(server.port())) {
        waiting.send(ROOT);
        assertTrue(waiting.hearsNothingFor(200), "the sleeping worker holds the lock");

        sleepers().get(0).interrupt();

        assertEquals(page(), waiting.receive());
      }
    }
  }
}
