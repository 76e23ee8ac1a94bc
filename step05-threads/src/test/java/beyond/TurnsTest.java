package beyond;

import static beyond.Replies.assertIsLast;
import static beyond.Replies.assertIsNotLast;
import static beyond.Replies.assertStatus;
import static beyond.Sturdy.GET;
import static beyond.Sturdy.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import judge.seen.Wire;
import judge.words.Wait;
import listings.Gate;
import org.junit.jupiter.api.Test;

/** What becomes of connections that stay open, and how they share the workers. */
class TurnsTest {

  /** A client that has been answered, and stays. */
  private static Wire idle(Sturdy server) throws IOException {
    Wire wire = server.connect();
    assertStatus("200 OK", wire.send(GET).answer());
    return wire;
  }

  private static List<Wire> idle(Sturdy server, int count) throws IOException {
    List<Wire> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(idle(server));
    }
    return all;
  }

  @Test
  void noConnectionGoesOnForEver() throws IOException {
    try (Sturdy strict = Sturdy.start(Small.patient("requests", 2))) {
      Wire wire = strict.connect();

      assertIsNotLast(wire.send(GET).answer());
      assertIsLast(wire.send(GET).answer());
      assertEquals("", wire.rest());
    }
  }

  @Test
  void anIdleConnectionIsClosedWithoutAWord() throws IOException {
    try (Sturdy strict = Sturdy.start(Small.patient("idleMillis", 50))) {
      assertEquals("", idle(strict).rest());
    }
  }

  /** With one worker, and others waiting for it, each connection has one request's turn. */
  @Test
  void aTurnEndsWhileOthersWait() throws Exception {
    var paths = new ConcurrentLinkedQueue<String>();
    var hasBegun = new CountDownLatch(1);
    var mayGoOn = new Gate();
    Handler slow = request -> {
      paths.add(request.path());
      hasBegun.countDown();
      mayGoOn.pass();
      return Response.text("200 OK", "", "");
    };
    try (Sturdy single = Sturdy.start(new ThreadPool(1), Small.PATIENT, slow)) {
      Wire first = single.connect().send(get("/1") + get("/3") + get("/5"));
      hasBegun.await();
      Wire second = single.connect().send(get("/2") + get("/4") + get("/6"));
      single.awaitQueue(1);

      mayGoOn.open();

      for (Wire wire : List.of(first, second, first, second, first, second)) {
        assertIsNotLast(wire.answer());
      }
      assertEquals(List.of("/1", "/2", "/3", "/4", "/5", "/6"), List.copyOf(paths));
    }
  }

  /** Four workers, and forty connections that stay open: none is in the way of another. */
  @Test
  void idleConnectionsMakeRoomForThoseThatAskAndStayOpen() throws IOException {
    try (Sturdy patient = Sturdy.start(Small.patient("idleMillis", 60_000))) {
      for (Wire wire : idle(patient, 40)) {
        assertStatus("200 OK", wire.send(GET).answer());
      }
    }
  }

  /** One worker, who comes round seldom: then, too, a client that was refused is cut in the end. */
  @Test
  void whoIsRefusedCannotGoOnForEver() throws Exception {
    Limits brief = Small.patient("idleMillis", 60_000, "lingerMillis", 100);
    try (Sturdy crowded = Sturdy.start(new ThreadPool(1), brief, new Echo())) {
      idle(crowded, 20);
      Wire refused = crowded.connect().send("BAD\r\n\r\n");

      Wait.until("the server hangs up", () -> !refused.trySend("x"));
    }
  }

  /** More than half of the queue is taken: who says nothing is closed, who asks is answered. */
  @Test
  void idleConnectionsEndWhenTheQueueFillsUp() throws IOException {
    try (Sturdy crowded = Sturdy.start(Small.patient("idleMillis", 60_000, "queue", 8))) {
      idle(crowded, 40);

      Wait.until("most are closed", () -> crowded.connections() <= 4 + 8);
    }
  }
}
