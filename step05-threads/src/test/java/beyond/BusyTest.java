package beyond;

import static beyond.Replies.assertHeader;
import static beyond.Replies.assertIsLast;
import static beyond.Replies.assertStatus;
import static beyond.Sturdy.GET;
import static beyond.Sturdy.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;

/** What clients get when there are too many of them, or when they are too slow. */
class BusyTest {

  private static void assertIsSentAway(Wire wire) throws IOException {
    String answer = wire.rest();
    assertStatus("503 Service Unavailable", answer);
    assertHeader("Retry-After: 1", answer);
    assertIsLast(answer);
  }

  @Test
  void oneTooManyInTheQueueIsSentAway() throws Exception {
    var meeting = new MeetingPages();
    try (Sturdy server = Sturdy.start(new ThreadPool(1), Small.patient("queue", 1), meeting)) {
      Wire runs = server.connect().send(get("/wait"));
      meeting.await(1);
      Wire waits = server.connect().send(GET);
      server.awaitQueue(1);

      assertIsSentAway(server.connect());

      meeting.open();
      assertStatus("200 OK", runs.answer());
      assertStatus("200 OK", waits.answer());
    }
  }

  @Test
  void oneConnectionTooManyIsSentAwayUntilAnotherEnds() throws Exception {
    try (Sturdy server = Sturdy.start(Small.patient("connections", 1))) {
      Wire first = server.connect();
      first.send(GET).answer();

      assertIsSentAway(server.connect());

      first.close();
      Wait.until("the first has ended", () -> server.connections() == 0);
      assertStatus("200 OK", server.connect().send(GET).answer());
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
        assertIsSentAway(server.connect());
      }
      assertEquals(0, server.connections());
    }
  }

  @Test
  void aBodyThatDoesNotComeInTimeIsA408() throws Exception {
    Limits hasty = Small.patient("bodyMillis", 100);
    try (Sturdy server = Sturdy.start(new ThreadPool(1), hasty, new Echo())) {
      String half = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell";

      assertStatus("408 Request Timeout", server.ask(half));
    }
  }

  @Test
  void aHeadThatDoesNotComeInTimeIsA408AndSilenceIsNot() throws Exception {
    try (Sturdy server = Sturdy.start(Small.limits("headMillis", 500))) {
      Wire half = server.connect().send("G");
      Wire silent = server.connect();

      assertStatus("408 Request Timeout", half.rest());
      assertEquals("", silent.rest());
    }
  }
}
