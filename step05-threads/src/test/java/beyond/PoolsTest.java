package beyond;

import static beyond.Expect.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the four pools have in common, and what not. */
@ResourceLock(Resources.SYSTEM_OUT)
class PoolsTest {

  private final CapturedOutput terminal = new CapturedOutput();

  static Stream<String> all() {
    boolean hasVirtual = Runtime.version().feature() >= 21;
    return Stream.concat(fixed(), hasVirtual ? Stream.of("virtual") : Stream.empty());
  }

  static Stream<String> fixed() {
    return Stream.of("ours", "queue", "executor");
  }

  @ParameterizedTest
  @MethodSource("all")
  void fourJobsMeet(String name) throws Exception {
    try (Pool pool = Pool.named(name, 4)) {
      assertMeet(4, pool);
    }
  }

  /** Makes sure that so many jobs run at the same time. */
  private static void assertMeet(int jobs, Pool pool) throws Exception {
    var meeting = new CyclicBarrier(jobs + 1);
    for (int i = 0; i < jobs; i++) {
      pool.execute(() -> {
        try {
          meeting.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      });
    }
    meeting.await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @MethodSource("all")
  void closeLetsRunAndWaitWhatIsThereAndRefusesTheRest(String name) throws Exception {
    var open = new CountDownLatch(1);
    var done = new AtomicInteger();
    Pool pool = Pool.named(name, 2);
    for (int i = 0; i < 6; i++) { // two run, four wait, unless the threads are virtual
      pool.execute(() -> {
        awaitOpen(open);
        done.incrementAndGet();
      });
    }
    Thread closing = new Thread(pool::close);
    closing.start();
    Wait.until("the pool refuses", () -> refuses(pool));

    open.countDown();

    Wait.end(closing);
    assertEquals(6, done.get());
    pool.close(); // once more does no harm
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean refuses(Pool pool) {
    try {
      pool.execute(() -> {});
      return false;
    } catch (RejectedExecutionException e) {
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void jobsThatFailLeaveThePoolAsItWas(String name) throws Exception {
    try (Pool pool = Pool.named(name, 4)) {
      for (int i = 0; i < 8; i++) {
        pool.execute(() -> {
          throw new IllegalStateException("as it was told to");
        });
      }
      assertMeet(4, pool);
    }
    terminal.await("as it was told to"); // all four say so, on the standard error
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void aFixedPoolRefusesNoThreadsAtAll(String name) {
    assertThrows(IllegalArgumentException.class, () -> Pool.named(name, 0));
  }

  @ParameterizedTest
  @MethodSource("fixed")
  void aFifthJobWaitsInAFixedPool(String name) throws Exception {
    var four = new CountDownLatch(4);
    var open = new CountDownLatch(1);
    var fifth = new CountDownLatch(1);
    try (Pool pool = Pool.named(name, 4)) {
      for (int i = 0; i < 4; i++) {
        pool.execute(() -> {
          four.countDown();
          awaitOpen(open);
        });
      }
      four.await();
      pool.execute(fifth::countDown);

      assertEquals(1, fifth.getCount());
      open.countDown();
      assertTrue(fifth.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aThousandVirtualThreadsMeet() throws Exception {
    try (Pool pool = Pool.named("virtual", 1)) {
      assertMeet(1_000, pool);
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void anOlderJdkSaysWhatToDo() {
    var e = assertThrows(UnsupportedOperationException.class, () -> Pool.named("virtual", 4));

    String expected = "Virtual threads need JDK 21 or newer; this is JDK "
        + Runtime.version().feature() + ". Choose -Dpool=ours, queue or executor.";
    assertEquals(expected, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ours", "cached"})
  void anotherNameIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> Pool.named(name, 4));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theServerTakesIt(String name) throws IOException {
    try (Sturdy server = Sturdy.start(Pool.named(name, 4), Small.PATIENT, Sturdy.PAGES)) {
      Wire wire = server.connect();
      for (int i = 0; i < 2; i++) {
        assertStatus("200 OK", wire.send(Sturdy.GET).answer());
      }
    }
  }
}
