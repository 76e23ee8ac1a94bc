package running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import project.Source;
import project.Step;
import threads.Doing;
import threads.Rows;
import threads.Rows.Row;

/** What is seen of the threads of a server is what a thread dump says. Clients keep them there. */
class ThreadsTest {

  private static final int PATIENCE = 120; // seconds, on a busy machine
  private static final Program MINE = Program.mine(Step.STEP5);
  private static final String HALF = "GET / HT";

  /** Two threads take two locks, each in an order of its own, when both have their first one. */
  private static final String DEADLOCK = """
      package exercise;
      import java.util.concurrent.CyclicBarrier;
      import java.util.concurrent.locks.ReentrantLock;
      public class WebServer {
        static final CyclicBarrier BARRIER = new CyclicBarrier(2);
        static final ReentrantLock A = new ReentrantLock();
        static final ReentrantLock B = new ReentrantLock();
        public static void main(String[] args) throws Exception {
          System.out.println("Listening on http://127.0.0.1:1");
          new Thread(() -> both(A, B), "one").start();
          new Thread(() -> both(B, A), "two").start();
          Thread.sleep(1_000_000);
        }
        static void both(ReentrantLock first, ReentrantLock second) {
          FIRST
            try {
              BARRIER.await();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            SECOND
            }
          }
        }
      }
      """;

  /** What jstack may say of what a thread does. */
  private static final Map<Doing, List<String>> STATES = Map.of(
      Doing.RUNS, List.of("RUNNABLE"),
      Doing.CLIENT, List.of("RUNNABLE"),
      Doing.LOCK, List.of("BLOCKED", "WAITING"),
      Doing.JOB, List.of("WAITING", "TIMED_WAITING"),
      Doing.THREAD, List.of("WAITING"),
      Doing.SLEEPS, List.of("TIMED_WAITING"));

  private final List<Wire> clients = new ArrayList<>();
  private volatile Source code;
  private volatile Rows seen = new Rows(List.of(), 0);
  private Servers servers;
  private Program program;

  @AfterEach
  void end() {
    clients.forEach(Wire::close);
    servers.stop(program);
    servers.stop(program);
    Wait.until("it ends", () -> !servers.run(program).isAlive(), PATIENCE);
    servers.close();
  }

  private void start(Program which) {
    program = which;
    servers = new Servers(1_000, one -> one.isMine() ? code : one.source());
    servers.onLook((one, rows) -> seen = rows);
    servers.start(program, 0);
    Wait.until("it listens", () -> !servers.run(program).address().isEmpty(), PATIENCE);
  }

  private void startListing(String number) {
    start(new Program(Step.STEP5, number));
  }

  private void startMine(String text) {
    code = new Source(Map.of("WebServer.java", text));
    start(MINE);
  }

  private void connect(String text) throws Exception {
    clients.add(new Wire(URI.create(servers.run(program).address()).getPort()).send(text));
  }

  private void look(String what, Predicate<Rows> wished) {
    Wait.until(
        what,
        () -> {
          servers.look(program);
          return wished.test(seen);
        },
        PATIENCE);
  }

  /** The board, when it is as wished, which the dump must confirm. */
  private void await(String what, Predicate<Rows> wished) throws Exception {
    look(what, wished);
    Rows board = seen;
    Dump dump =
        Dump.of(ProcessHandle.current().children().findFirst().orElseThrow().pid());
    for (Row row : board.rows()) {
      String text = row + "\n" + dump.text(row.name());
      assertTrue(STATES.get(row.doing()).contains(dump.state(row.name())), text);
      assertTrue(dump.text(row.name()).contains("(" + row.line() + ")"), text);
      assertEquals(dump.locks(row.name()), row.holds().size(), text);
      if (row.doing() == Doing.LOCK) {
        assertEquals(dump.waitsFor(row.name()), row.waitsFor(), text);
      }
    }
  }

  private static Row row(Rows board, String name) {
    return board.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElse(new Row(0, name, Doing.ENDED, "", "", "", "", "", false, List.of(), ""));
  }

  private static boolean does(Rows board, String name, Doing doing, String caller) {
    return row(board, name).doing() == doing && row(board, name).caller().equals(caller);
  }

  private static long count(Rows board, Doing doing, String caller) {
    return board.rows().stream()
        .filter(row -> row.doing() == doing && row.caller().equals(caller))
        .count();
  }

  @Test
  void seesTheOneThreadReadWhatASilentClientDoesNotSay() throws Exception {
    startListing("10");
    connect(HALF);
    await("it reads", all -> does(all, "main", Doing.CLIENT, "readRequest"));
    assertEquals(1, seen.rows().size());
  }

  @Test
  void seesAThreadForEachClient() throws Exception {
    startListing("11");
    connect(HALF);
    connect("");
    await(
        "two read",
        all -> count(all, Doing.CLIENT, "readRequest") == 2
            && does(all, "main", Doing.CLIENT, "serve"));
    assertEquals("accept", row(seen, "main").call());
  }

  @Test
  void seesWorkersWaitForJobs() throws Exception {
    startListing("20");
    connect(HALF);
    await(
        "one reads, three wait",
        all -> count(all, Doing.CLIENT, "readRequest") == 1 && count(all, Doing.JOB, "take") == 3);
    assertTrue(seen.rows().stream().allMatch(row -> row.holds().isEmpty()), "" + seen);
  }

  @Test
  void seesWhoHasTheLock() throws Exception {
    startListing("21");
    connect(HALF);
    look("a worker reads", all -> count(all, Doing.CLIENT, "readRequest") == 1);
    connect(HALF);
    await("main waits for the worker", all -> does(all, "main", Doing.LOCK, "put"));
    Row worker = row(seen, row(seen, "main").waitsFor());
    assertEquals(List.of(row(seen, "main").lock()), worker.holds());
    assertEquals(Doing.CLIENT, worker.doing());
    assertTrue(worker.holds().get(0).startsWith("JobQueue@"), "" + worker);
  }

  /** Its serve comes to an end after a client, so that close is called. */
  @Test
  void seesACloseThatNeverComesBack() throws Exception {
    String text = new Program(Step.STEP5, "22").source().files().get("Listing22.java");
    startMine(text.replace("package listings", "package exercise")
        .replace("Listing22", "WebServer")
        .replaceFirst("while \\(true\\)", "for (int i = 0; i < 1; i++)"));
    connect("GET / HTTP/1.1\r\n\r\n");
    await(
        "all wait",
        all -> does(all, "main", Doing.THREAD, "close") && count(all, Doing.JOB, "take") == 4);
    assertEquals("join", row(seen, "main").call());
    assertEquals("worker-0", row(seen, "main").waitsFor());
    assertTrue(seen.rows().stream().noneMatch(Row::isInCircle), "" + seen);
  }

  @Test
  void marksADeadlock() throws Exception {
    startMine(deadlock("synchronized (%s) {"));
    await("they wait", all -> count(all, Doing.LOCK, "both") == 2);
    assertDeadlock();
  }

  @Test
  void marksADeadlockOfOtherLocks() throws Exception {
    startMine(deadlock("%s.lock(); {"));
    look("they wait", all -> count(all, Doing.LOCK, "both") == 2);
    assertDeadlock();
  }

  private static String deadlock(String take) {
    return DEADLOCK
        .replace("FIRST", String.format(take, "first"))
        .replace("SECOND", String.format(take, "second"));
  }

  private void assertDeadlock() {
    assertEquals("two", row(seen, "one").waitsFor());
    assertEquals("one", row(seen, "two").waitsFor());
    assertTrue(row(seen, "one").isInCircle() && row(seen, "two").isInCircle(), "" + seen);
    assertTrue(!row(seen, "main").isInCircle(), "" + seen);
    assertEquals(List.of(row(seen, "two").lock()), row(seen, "one").holds());
  }
}
