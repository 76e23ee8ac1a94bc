package engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import judge.events.Event;
import judge.events.Event.Failed;
import judge.events.Event.Passed;
import judge.events.Event.Verdict;
import judge.events.Event.Waiting;
import judge.events.Problem;
import judge.events.Task;
import judge.words.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.Source;
import project.Step;

/** Whatever a learner's server does, it gets its verdict, and so does the next one. */
class EngineTest {

  private static final String FILE = "WebServer.java";
  private static final String HERE = "clients++;";

  private static final Engine ENGINE = new Engine();
  private static final Task CLOSE = task("1.1");
  private static final Task PRINT = task("1.2");
  private static final Task SAY = task("1.3");
  private static final Source GOOD = Source.of(Step.STEP1.solution());

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static Task task(String number) {
    return ENGINE.bench(Step.STEP1).tasks().stream()
        .filter(task -> task.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** The solution, with this code for each connection. */
  private static Source with(String code) {
    return GOOD.replace(FILE, HERE, HERE + " " + code);
  }

  private static List<Event> judge(Source source, Task... tasks) throws Exception {
    return judge(source, false, tasks);
  }

  private static List<Event> judge(Source source, boolean goesOn, Task... tasks) throws Exception {
    List<Event> events = new CopyOnWriteArrayList<>();
    Set<Task> always = goesOn ? Set.of(tasks) : Set.of();
    ENGINE
        .judge(
            Step.STEP1, source, List.of(List.of(tasks)), always, (task, event) -> events.add(event))
        .await();
    return events;
  }

  private static List<Verdict> verdicts(List<Event> events) {
    return events.stream()
        .filter(Verdict.class::isInstance)
        .map(Verdict.class::cast)
        .toList();
  }

  private static void assertGoodPasses() throws Exception {
    List<Event> events = judge(GOOD, CLOSE);
    assertEquals(List.of(new Passed(CLOSE)), verdicts(events), events.toString());
  }

  @Test
  void tellsWhatHappensInATask() throws Exception {
    List<Event> events = judge(GOOD, CLOSE, PRINT, SAY);

    assertEquals(new Event.Began(CLOSE), events.get(0));
    assertEquals(List.of(new Passed(CLOSE), new Passed(PRINT), new Passed(SAY)), verdicts(events));
    assertTrue(events.stream()
        .anyMatch(event -> event instanceof Event.Words words
            && words.line().startsWith("client 1 connects from port ")));
    assertTrue(events.stream()
        .anyMatch(event -> event instanceof Event.Bytes bytes
            && bytes.what().equals("client 1 receives")
            && new String(bytes.bytes()).equals("You are client 1.\r\n")));
    assertTrue(events.stream()
        .anyMatch(event -> event instanceof Event.Print print
            && print.line().startsWith("Client 1: /127.0.0.1:")));
  }

  @Test
  void tellsWhereTheLearnersThreadsStand() throws Exception {
    String sleep = "try { Thread.sleep(100_000); } catch (InterruptedException e) { break; }";
    List<Event> events = judge(with(sleep), CLOSE);

    assertInstanceOf(Failed.class, verdicts(events).get(0));
    assertTrue(
        events.stream()
            .anyMatch(event -> event instanceof Event.Stands stands
                && stands.threads().stream()
                    .anyMatch(line -> line.contains("waits in sleep at WebServer.java:"))),
        events.toString());
  }

  @Test
  void saysWhyATaskFails() throws Exception {
    Source wrong = GOOD.replace(FILE, "\"You are client \"", "\"You were client \"");

    List<Verdict> verdicts = verdicts(judge(wrong, SAY, CLOSE));

    Failed failed = assertInstanceOf(Failed.class, verdicts.get(0));
    assertEquals(
        "This was to come: You are client 1.\\r\\n", failed.findings().meaning().fact());
    assertTrue(failed.findings().story().contains("client 1 receives You were client 1.\\r\\n"));
    assertTrue(failed.text().startsWith(SAY + "\n\nWhat happened\n"), failed.text());
    assertEquals("docs/step01-listen.md, under 1.3", failed.hints().get(0));
    assertEquals(new Waiting(CLOSE), verdicts.get(1));
    assertInstanceOf(Passed.class, verdicts(judge(wrong, true, SAY, CLOSE)).get(1));
  }

  /** A failure in one lane leaves the other one alone, and nobody hears of another's task. */
  @Test
  void judgesLanesForThemselves() throws Exception {
    Map<Task, List<Event>> events = new ConcurrentHashMap<>();
    Source wrong = GOOD.replace(FILE, "\"You are client \"", "\"You were client \"");
    List<List<Task>> lanes = List.of(List.of(SAY, CLOSE), List.of(PRINT));
    ENGINE
        .judge(
            Step.STEP1,
            wrong,
            lanes,
            Set.of(),
            (task, event) -> events
                .computeIfAbsent(task, first -> new CopyOnWriteArrayList<>())
                .add(event))
        .await();

    assertInstanceOf(Failed.class, verdicts(events.get(SAY)).get(0));
    assertEquals(List.of(new Waiting(CLOSE)), events.get(CLOSE));
    assertEquals(List.of(new Passed(PRINT)), verdicts(events.get(PRINT)));
    for (Task task : List.of(SAY, PRINT)) {
      List<Event> own = events.get(task);
      assertEquals(new Event.Began(task), own.get(0));
      assertEquals(1, own.stream().filter(Event.Began.class::isInstance).count());
      assertInstanceOf(Verdict.class, own.get(own.size() - 1));
    }
  }

  @Test
  void stopsWhatANewerJudgementReplaces() throws Exception {
    List<Event> older = new CopyOnWriteArrayList<>();
    ENGINE.judge(
        Step.STEP1,
        with("while (clients > 0) {}"),
        List.of(List.of(CLOSE)),
        Set.of(),
        (task, event) -> older.add(event));
    Wait.until(() -> !older.isEmpty(), 20_000);

    assertGoodPasses();

    assertEquals(new Event.Began(CLOSE), older.get(0));
    assertEquals(List.of(), verdicts(older));
  }

  @Test
  void saysWhereAFileDoesNotCompile() throws Exception {
    List<Event> events = judge(with("int a = \"b\";"), CLOSE);

    assertEquals(1, events.size(), events.toString());
    Problem problem = ((Event.DoesNotCompile) events.get(0)).problems().get(0);
    assertEquals(FILE, problem.file());
    assertTrue(problem.text().contains("int a = \"b\";"), problem.toString());
    assertEquals(problem.text().indexOf("\"b\"") + 1, problem.column());
    assertTrue(problem.message().contains("String"), problem.message());
    String text = with("int a = \"b\";").files().get(FILE);
    assertEquals(problem.text(), text.lines().toList().get((int) problem.line() - 1));
    assertGoodPasses();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          System.exit(3);                     | System.exit was called at WebServer.java:
          Runtime.getRuntime().halt(5);       | with exit code 5
          while (clients > 0) {}              | server runs at WebServer.java:
          while (clients > 0) { System.out.println("again".repeat(200)); } | againagain
          Bad.fill();                         | 256 MB
          Bad.startThreads(3_000);            | thread
          Bad.spin(10);                       | server
          Bad.lock();                         | waits for a lock
          Bad.interruptAll();                 | What
          System.out.close(); System.err.close(); System.in.close(); clients--; | client 0
          """)
  void outlives(String code, String words) throws Exception {
    Source source = with(code).with(BadCode.SOURCE);

    List<Event> events = judge(source, CLOSE, PRINT);

    List<Verdict> verdicts = verdicts(events);
    assertEquals(2, verdicts.size(), events.toString());
    Verdict verdict =
        verdicts.stream().filter(one -> !(one instanceof Passed)).findFirst().get();
    String text = verdict.text().replaceAll("\\s+", " "); // it is wrapped
    assertTrue(text.contains(words), verdict.text());
    assertGoodPasses();
  }
}
