package beyond;

import static beyond.Sturdy.GET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;

/** What clients get when there are too many of them, or when they are too slow. */
class BusyTest {

  private static final String WAIT = "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n";

  private static void assertIsSentAway(Wire wire) throws IOException {
    String answer = wire.rest();
    assertTrue(answer.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), answer);
    assertTrue(answer.contains("\r\nRetry-After: 1\r\n"), answer);
    assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
  }

  @Test
  void oneTooManyInTheQueueIsSentAway() throws Exception {
    var meeting = new Meeting();
    try (Sturdy server = Sturdy.start(new ThreadPool(1), Small.patient("queue", 1), meeting);
        Wire runs = new Wire(server.port()).send(WAIT)) {
      meeting.await(1);
      try (Wire waits = new Wire(server.port()).send(GET)) {
        server.awaitQueue(1);

        try (Wire tooMuch = new Wire(server.port())) {
          assertIsSentAway(tooMuch);
        }

        meeting.open();
        assertTrue(runs.answer().startsWith("HTTP/1.1 200 OK\r\n"));
        assertTrue(waits.answer().startsWith("HTTP/1.1 200 OK\r\n"));
      }
    }
  }

  @Test
  void oneConnectionTooManyIsSentAwayUntilAnotherEnds() throws Exception {
    try (Sturdy server = Sturdy.start(Small.patient("connections", 1))) {
      try (Wire first = new Wire(server.port())) {
        first.send(GET).answer();

        try (Wire second = new Wire(server.port())) {
          assertIsSentAway(second);
        }
      }
      Wait.until("the first has ended", () -> server.connections() == 0);

      try (Wire third = new Wire(server.port())) {
        assertTrue(third.send(GET).answer().startsWith("HTTP/1.1 200 OK\r\n"));
      }
    }
  }

  /** Whatever the pool's own limit is. */
  @Test
  void whomThePoolRefusesIsSentAway() throws Exception {
    var full = new RejectedExecutionException();
    try (Sturdy server = Sturdy.start(
        job -> {
          throw full;
        },
        Small.PATIENT,
        Sturdy.PAGES)) {
      for (int i = 0; i < 3; i++) {
        try (Wire wire = new Wire(server.port())) {
          assertIsSentAway(wire);
        }
      }
      assertEquals(0, server.connections());
    }
  }

  @Test
  void aBodyThatDoesNotComeInTimeIsA408() throws Exception {
    Limits hasty = Small.patient("bodyMillis", 100);
    try (Sturdy server = Sturdy.start(new ThreadPool(1), hasty, new Echo());
        Wire wire = new Wire(server.port())) {
      wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell");

      assertTrue(wire.rest().startsWith("HTTP/1.1 408 Request Timeout\r\n"));
    }
  }

  @Test
  void aHeadThatDoesNotComeInTimeIsA408AndSilenceIsNot() throws Exception {
    Limits hasty = Small.limits("headMillis", 500);
    try (Sturdy server = Sturdy.start(hasty);
        Wire half = new Wire(server.port()).send("G");
        Wire silent = new Wire(server.port())) {
      assertTrue(half.rest().startsWith("HTTP/1.1 408 Request Timeout\r\n"));
      assertEquals("", silent.rest());
    }
  }
}
