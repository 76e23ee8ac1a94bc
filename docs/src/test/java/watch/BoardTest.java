package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import judge.events.Event;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.Source;

/** Whatever a learner saves, and when: the board comes to the verdicts of the newest save. */
class BoardTest {

  private static final Source WRONG =
      Desk.GOOD.replace(Desk.FILE, "\"You are client \"", "\"You were client \"");
  private static final Source SILENT = Desk.with("if (clients > 0) { continue; }");

  @TempDir
  Path folder;

  private Desk desk;

  @AfterEach
  void rest() {
    desk.close();
  }

  private static String states(Snapshot now) {
    return String.join(
        " ", now.tasks().stream().map(view -> view.state().name()).toList());
  }

  private static TaskView task(Snapshot now, int number) {
    return now.tasks().get(number - 1);
  }

  private void passAll() throws Exception {
    desk = new Desk(folder, Desk.GOOD);
    Snapshot end = desk.awaitEnd(Desk.GOOD);
    assertTrue(end.isDone(), end.toString());
    assertEquals("7 of 7 passed, core 3 of 3", end.notice());
    assertEquals("Step 1: listen", end.title());
  }

  @Test
  void stopsAtTheFirstFailureAndSaysWhy() throws Exception {
    desk = new Desk(folder, WRONG);
    Snapshot end = desk.awaitEnd(WRONG);

    assertEquals("PASSED PASSED FAILED WAITING WAITING WAITING WAITING", states(end));
    TaskView failure = end.firstFailure().get();
    assertEquals("1.3", failure.task().number());
    Event.Failed failed = assertInstanceOf(Event.Failed.class, failure.verdict());
    assertTrue(failed.text().contains("You were client"), failed.text());
    assertTrue(failure.story().stream().anyMatch(Event.Bytes.class::isInstance));
    assertEquals(failure, end.current().get());
    for (int i = 1; i < desk.seen.size(); i++) {
      assertTrue(desk.seen.get(i).version() >= desk.seen.get(i - 1).version());
    }

    desk.board.judgeAll();
    desk.await("it judges all", Snapshot::isJudging);
    Snapshot all = desk.await("all are judged", now -> !now.isJudging());
    assertEquals("PASSED PASSED FAILED FAILED FAILED PASSED PASSED", states(all));
  }

  @Test
  void saysWhatHasPassedBeforeAndIsBrokenNow() throws Exception {
    passAll();
    desk.save(SILENT);
    Snapshot end = desk.awaitEnd(SILENT);
    assertEquals(State.BROKEN, end.firstFailure().get().state(), states(end));
    assertTrue(end.tasks().stream().noneMatch(view -> view.state() == State.WAITING));

    desk.save(Desk.GOOD);
    Snapshot undone = desk.awaitEnd(Desk.GOOD);
    assertTrue(undone.isDone(), states(undone));
  }

  @Test
  void judgesNothingAgainAfterARestart() throws Exception {
    passAll();
    desk.close();

    desk = new Desk(folder, Desk.GOOD);
    desk.awaitEnd(Desk.GOOD);
    Snapshot end = desk.await("it is as it was", Snapshot::isDone);

    assertTrue(desk.seen.stream().noneMatch(Snapshot::isJudging), desk.seen.toString());
    assertEquals(7, end.passed());
    assertTrue(task(end, 6).millis() > 0);

    desk.board.judgeAgain();
    desk.await("it judges again", Snapshot::isJudging);
    assertTrue(desk.await("all is judged", now -> !now.isJudging()).isDone());
  }

  @Test
  void judgesTheNewestOfSeveralSaves() throws Exception {
    desk = new Desk(folder, Desk.with("while (clients > 0) {}"));
    desk.await("the first task runs", now -> states(now).startsWith("JUDGING"));

    desk.save(WRONG);
    Snapshot end = desk.awaitEnd(WRONG);

    assertEquals("PASSED PASSED FAILED WAITING WAITING WAITING WAITING", states(end));
    assertTrue(desk.seen.stream().noneMatch(BoardTest::hasFailedAtOnce), desk.seen.toString());
  }

  private static boolean hasFailedAtOnce(Snapshot now) {
    return !now.tasks().isEmpty() && task(now, 1).state() == State.FAILED;
  }

  @Test
  void keepsOldVerdictsWhileAFileIsHalfTyped() throws Exception {
    passAll();
    Source half = Desk.with("int a = ");
    desk.save(half);
    Snapshot old = desk.await("the save is seen", now -> task(now, 1).isOld());
    assertEquals(State.PASSED, task(old, 1).state());
    assertEquals(7, old.passed());
    assertEquals(List.of(), old.problems());

    Snapshot broken = desk.await("the error is shown", now -> !now.problems().isEmpty());
    assertEquals(Desk.FILE, broken.problems().get(0).file());
    assertTrue(task(broken, 1).isOld());
    assertTrue(!broken.isDone() && !broken.isJudging());

    desk.save(Desk.GOOD);
    assertEquals(List.of(), desk.await("all is well", Snapshot::isDone).problems());
  }

  @Test
  void showsNoErrorThatIsMendedAtOnce() throws Exception {
    passAll();
    desk.save(Desk.with("int a = "));
    desk.await("the save is seen", now -> task(now, 1).isOld());
    desk.save(Desk.GOOD);
    desk.await("all is well", Snapshot::isDone);
    Wait.pause(Board.PAUSE * 2);
    assertTrue(desk.seen.stream().allMatch(now -> now.problems().isEmpty()), desk.seen.toString());
  }

  @Test
  void saysThatThereIsNoFile() throws Exception {
    passAll();
    Files.delete(desk.java().resolve(Desk.FILE));
    Snapshot none = desk.await("it says so", now -> !now.problems().isEmpty());
    assertEquals(
        "There is no Java file in step01-listen/src/main/java/exercise.",
        none.problems().get(0).message());
    desk.save(Desk.GOOD);
    desk.await("it is back", Snapshot::isDone);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          System.exit(3);                     | System.exit was called at WebServer.java:
          while (clients > 0) {}              | server runs at WebServer.java:
          while (clients > 0) { System.out.println("again".repeat(200)); } | againagain
          var all = new java.util.ArrayList<byte[]>(); while (true) { all.add(new byte[999999]); } | MB
          """)
  void outlives(String code, String words) throws Exception {
    Source source = Desk.GOOD.replace(
        Desk.FILE,
        "clients++;",
        code.contains("while (true)")
            ? "clients++; if (clients > 0) { " + code + " }"
            : "clients++; " + code);
    desk = new Desk(folder, source);
    Snapshot end = desk.awaitEnd(source);
    String text = end.firstFailure().get().verdict().text();
    assertTrue(text.contains(words), text);

    desk.save(Desk.GOOD);
    assertNotEquals(List.of(), desk.board.snapshot().tasks());
    desk.await("it passes", Snapshot::isDone);
  }

  @Test
  void remembersHowManyHintsAreOpen() throws Exception {
    desk = new Desk(folder, SILENT);
    desk.awaitEnd(SILENT);
    for (int i = 0; i < 5; i++) {
      desk.board.openHint("1.1");
    }
    desk.await("three are open", now -> task(now, 1).hints() == 3);
    desk.close();

    desk = new Desk(folder, SILENT);
    assertEquals(
        3, task(desk.await("it is back", now -> !now.tasks().isEmpty()), 1).hints());
  }
}
