package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import judge.events.Event;
import judge.events.Findings;
import judge.events.Problem;
import judge.events.Task;
import judge.words.Meaning;
import org.junit.jupiter.api.Test;
import project.Step;

/** A window shows what is the matter, however small it is. */
class LayoutTest {

  private static final List<Task> TASKS = IntStream.rangeClosed(1, 8)
      .mapToObj(i -> new Task("2." + i, "a title ".repeat(12).strip(), i < 5, "method"))
      .toList();

  private static TaskView passed(int number) {
    return TaskView.of(TASKS.get(number - 1), true, 10, 0).passed();
  }

  private static TaskView waiting(int number) {
    return TaskView.of(TASKS.get(number - 1), false, 0, 0);
  }

  private static TaskView failed(int number, int storyLines) {
    List<String> story = new ArrayList<>();
    IntStream.range(0, storyLines).forEach(i -> story.add("client 1 sends line " + i));
    Findings findings = new Findings(
        Meaning.of("This is the fact, and it has some words to wrap at the end of a short line."),
        story,
        List.of("printed"),
        List.of(),
        "curl http://127.0.0.1:7878/");
    Task task = TASKS.get(number - 1);
    return waiting(number).judged(new Event.Failed(task, findings, List.of()), List.of(), 0);
  }

  private static Snapshot snapshot(List<TaskView> views, Problem... problems) {
    return new Snapshot(
        Step.STEP2, "Step 2: read", 1, 1_000, views, List.of(problems), false, List.of());
  }

  private static Snapshot failing(int storyLines) {
    List<TaskView> views = new ArrayList<>(List.of(passed(1), failed(2, storyLines)));
    IntStream.rangeClosed(3, 8).forEach(i -> views.add(waiting(i)));
    return snapshot(views);
  }

  private static void assertFits(List<String> lines, int columns, int rows) {
    assertTrue(lines.size() <= rows, String.join("\n", lines));
    assertTrue(lines.stream().allMatch(line -> line.length() <= columns), String.join("\n", lines));
  }

  @Test
  void hasAllIfThereIsRoom() {
    List<String> lines = new Layout(100, 39).verdict(failing(5));

    assertFits(lines, 100, 39);
    assertEquals("Step 2: read - 2.2 FAILED - 1 of 8 passed, core 1 of 4", lines.get(0));
    assertTrue(lines.get(1).startsWith("Watching step02-read-request/src/main/java/exercise"));
    assertTrue(lines.contains("  client 1 sends line 0"));
    assertTrue(lines.contains("  curl http://127.0.0.1:7878/"));
    assertTrue(lines.get(lines.size() - 7).startsWith("  FAILED   2.2 a title"));
    assertTrue(lines.get(lines.size() - 1).startsWith("  waiting  2.8 a title"));
  }

  @Test
  void leavesTheBeginningOfALongStoryOut() {
    List<String> lines = new Layout(80, 23).verdict(failing(30));

    assertFits(lines, 80, 23);
    assertEquals(23, lines.size());
    assertTrue(lines.get(4).matches("\\(\\d+ lines are left out: m shows them\\)"), lines.get(4));
    assertTrue(lines.contains("What it means"));
    assertEquals("passed 2.1 - FAILED 2.2 - waiting 2.3 2.4 2.5 2.6 2.7 2.8", lines.get(22));
    assertTrue(new Layout(80, 23).whole().verdict(failing(30)).contains("  client 1 sends line 0"));
  }

  @Test
  void saysWhatDoesNotCompile() {
    Problem problem = new Problem("WebServer.java", 7, 12, "';' expected", "      int a = 1");
    List<String> lines = new Layout(80, 23).verdict(snapshot(List.of(waiting(1)), problem));

    assertEquals("Step 2: read - it does not compile - 0 of 1 passed, core 0 of 1", lines.get(0));
    assertEquals(
        List.of(
            "WebServer.java:7: ';' expected",
            "  int a = 1",
            "       ^",
            "  A semicolon is missing at this place."),
        lines.subList(3, 7));
  }

  @Test
  void praisesWhoHasDoneIt() {
    List<TaskView> views =
        IntStream.rangeClosed(1, 8).mapToObj(LayoutTest::passed).toList();
    List<String> lines = new Layout(80, 23).verdict(snapshot(views));

    assertEquals("Step 2: read - done - 8 of 8 passed, core 4 of 4", lines.get(0));
    assertTrue(lines.contains("All 8 tasks of this step pass. Well done!"));
    assertTrue(lines.contains("  mvn -pl step03-respond exec:java@watch"));
  }

  @Test
  void saysThatTheCoreIsDone() {
    List<TaskView> views = new ArrayList<>();
    IntStream.rangeClosed(1, 4).forEach(i -> views.add(passed(i)));
    views.add(failed(5, 1));
    List<String> lines = new Layout(80, 40).verdict(snapshot(views));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("The core of this step is done:")));
  }

  @Test
  void saysThatATaskHasPassedBefore() {
    Task task = TASKS.get(0);
    TaskView broken = passed(1).judged(new Event.Broken(task, "a defect"), List.of(), 0);
    List<String> lines = new Layout(80, 40).verdict(snapshot(List.of(broken)));
    assertEquals("Step 2: read - 2.1 BROKEN - 0 of 1 passed, core 0 of 1", lines.get(0));
    assertTrue(lines.contains("It has passed before, and is broken now."));
  }

  @Test
  void saysWhatIsBeingJudged() {
    TaskView running = waiting(3).judging(System.currentTimeMillis() - 5_000);
    TaskView anew = failed(2, 1).old().judging(System.currentTimeMillis());
    assertEquals(
        "Step 2: read - 2.2 FAILED, judging 2.3 (5 s) - 0 of 2 passed, core 0 of 2",
        Layout.headline(snapshot(List.of(failed(2, 1), running))));
    assertEquals(
        "Step 2: read - judging 2.3 (5 s) - 0 of 2 passed, core 0 of 2",
        Layout.headline(snapshot(List.of(failed(2, 1).old(), running))));
    assertEquals(
        "Step 2: read - judging 2.2 - 0 of 1 passed, core 0 of 1",
        Layout.headline(snapshot(List.of(anew))));
    assertEquals(
        "Step 2: read - 2.2 FAILED before - 0 of 1 passed, core 0 of 1",
        Layout.headline(snapshot(List.of(failed(2, 1).old()))));
  }
}
