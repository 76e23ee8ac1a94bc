package beyond;

import static beyond.Replies.assertStatus;
import static beyond.Sturdy.GET;
import static beyond.Sturdy.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** Many clients, and for long. It counts what the process has, so no other test runs meanwhile. */
@Isolated
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it counts file descriptors")
class LoadTest {

  private static final UnixOperatingSystemMXBean SYSTEM =
      (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** Good clients and bad ones, all mixed up: then all is as it was after the first of them. */
  @Test
  @Timeout(900)
  void nothingIsLeftOfManyClients() throws Exception {
    int exchanges = Small.times(200, 30_000); // of each client
    Limits quick = Small.limits("headMillis", 1_000, "idleMillis", 100, "lingerMillis", 100);
    try (Sturdy server = Sturdy.start(quick, new MeetingPages())) {
      server.forgetLog();
      runClients(server, 0, exchanges / 4);
      Wait.until("it has nothing to do", () -> server.connections() == 0);
      int threads = threads();
      long files = SYSTEM.getOpenFileDescriptorCount();
      long bytes = usedBytes();

      runClients(server, 1, exchanges);

      Wait.until("it has nothing to do", () -> server.connections() == 0);
      assertNoMore("threads", threads, threads());
      assertNoMore("file descriptors", files, SYSTEM.getOpenFileDescriptorCount());
      assertNoMore("bytes", bytes + (8 << 20), usedBytes()); // ports and the like
      Small.report("soak: " + 8 * exchanges + " clients; before, " + threads + " threads, " + files
          + " file descriptors, " + bytes + " bytes; after, " + threads() + ", "
          + SYSTEM.getOpenFileDescriptorCount() + ", " + usedBytes());
    }
  }

  private static void assertNoMore(String what, long before, long now) {
    assertTrue(now <= before, now + " " + what + ", before no more than " + before);
  }

  private static void runClients(Sturdy server, int seed, int exchanges) throws Exception {
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    Swarm.run(8, client -> {
      Random random = new Random(8 * seed + client);
      for (int n = 0; n < exchanges; n++) {
        exchange(server, random, wrong);
      }
    });
    assertEquals(List.of(), wrong.stream().limit(5).toList());
  }

  private static void exchange(Sturdy server, Random random, Queue<String> wrong) {
    try (Wire wire = new Wire(server.port())) {
      int chance = random.nextInt(1_000);
      switch (chance == 0 ? 0 : 1 + chance / 10) {
        case 0 -> wire.send(GET.substring(0, 20)).rest(); // half a request, and wait for the end
        case 1 -> wire.send(GET).reset();
        case 2 -> wire.trySend("GET /" + "a".repeat(100_000));
        case 3 -> wire.send("GARBAGE\r\n\r\n").rest();
        case 4 -> wire.send(get("/fail")).answer();
        case 5 -> wire.send(GET.repeat(50)); // and read nothing
        case 6 -> wire.send(GET).answer(); // and leave it idle
        default -> {
          String answer = wire.send(GET).answer();
          if (!answer.startsWith("HTTP/1.1 200 ")) {
            wrong.add(answer);
          }
        }
      }
    } catch (IOException e) {
      if (!e.getMessage().matches("Connection reset|Broken pipe")) { // some cases ask for it
        wrong.add(e.toString());
      }
    }
  }

  /** As many as there are file descriptors for: both ends are in this process. */
  @Test
  @Timeout(300)
  @EnabledForJreRange(min = JRE.JAVA_21)
  void idleConnectionsHoldNobodyUp() throws Exception {
    long free = SYSTEM.getMaxFileDescriptorCount() - SYSTEM.getOpenFileDescriptorCount() - 500;
    int count = (int) Math.min(Small.times(500, 10_000), free / 2);
    Limits patient =
        Small.limits("connections", 11_000, "idleMillis", 600_000, "graceMillis", 60_000);
    List<Wire> idle = new ArrayList<>();
    try (Sturdy server = Sturdy.start(new VirtualPool(), patient, Sturdy.PAGES)) {
      long bytes = usedBytes();
      for (int i = 0; i < count; i++) {
        idle.add(new Wire(server.port()));
        ask(idle.get(i), 1);
      }
      long each = (usedBytes() - bytes) / count;
      long start = System.nanoTime();
      try (Wire wire = new Wire(server.port())) {
        ask(wire, 900);
      }
      long micros = (System.nanoTime() - start) / 900_000;
      Wait.until("the other has left", () -> server.connections() == count);
      Small.report(count + " idle connections, " + each + " bytes each for both ends; "
          + "900 requests meanwhile, " + micros + " us each; threads: " + threads());
    }
    assertAllClosed(idle);
  }

  private static void ask(Wire wire, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      assertStatus("200 OK", wire.send(GET).answer());
    }
  }

  private static void assertAllClosed(List<Wire> idle) throws IOException {
    for (Wire wire : idle) {
      assertEquals("", wire.rest());
      wire.close();
    }
  }
}
