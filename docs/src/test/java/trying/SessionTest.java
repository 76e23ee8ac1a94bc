package trying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import project.Step;
import trying.Trial.State;

/** The blocks of a page do what the proof does with them, in the order that they need. */
@EnabledOnOs(OS.LINUX)
class SessionTest {

  private static final String PAGE = """
      ```java new=target/Waits.java
      class Waits {
        public static void main(String[] words) throws Exception {
          System.out.println("one " + ProcessHandle.current().pid());
          Thread.sleep(100_000);
        }
      }
      ```
      ```diff edit=target/Waits.java
      -    System.out.println("one " + ProcessHandle.current().pid());
      +    System.out.println("two " + ProcessHandle.current().pid());
      ```
      ```console server
      $ java target/Waits.java
      two ...
      ```
      ```console server
      three
      ^C
      ```
      ```console
      $ java target/Waits.java
      two ...
      ```
      """;
  private static final int SECONDS = 60;

  private final List<Trial> told = new CopyOnWriteArrayList<>();
  private final Map<Integer, Trial> last = new ConcurrentHashMap<>();
  private Session session = session(SECONDS, SECONDS);

  private Session session(int limit, int idle) {
    return new Session(Step.STEP1, Page.of("docs/page.md", PAGE), this::hear, limit, idle);
  }

  private void hear(Trial trial) {
    told.add(trial);
    last.put(trial.number(), trial);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private Block block(int number) {
    return session.blocks().get(number - 1);
  }

  private Trial run(int number) {
    session.run(block(number));
    Wait.until("block " + number + " has run", () -> !last.get(number).isBusy());
    return last.get(number);
  }

  private ProcessHandle server() {
    String pid = last.get(3).parts().get(0).output().replace("two ", "");
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  @Test
  void runsFirstWhatABlockNeeds() {
    Trial server = run(3);

    assertEquals(State.SAME, server.state());
    assertEquals(List.of(1, 2), server.first());
    assertEquals(State.SAME, last.get(2).state());
    assertTrue(server.parts().get(0).output().matches("two \\d+"), server.toString());
    Wait.until("it is on", () -> last.get(3).isOn() && last.get(2).isOn());
  }

  @Test
  void saysWhatIsNotAsThePagePrints() throws Exception {
    run(3);
    ProcessHandle server = server();
    Trial end = run(4);

    assertEquals(State.OTHER, end.state());
    assertTrue(end.found().contains("-three"), end.found());
    assertEquals(List.of(), end.first());
    assertFalse(server.isAlive());
  }

  @Test
  void anEditCanBeTakenBack() {
    assertEquals(List.of(1), run(2).first());
    session.undo(block(1));
    Wait.until("both are taken back", () -> !last.get(1).isOn() && !last.get(2).isOn());

    assertEquals(List.of(1), run(2).first());
    assertEquals(State.SAME, last.get(2).state());
  }

  @Test
  void aServerThatIsStoppedIsStartedAnewForWhatNeedsIt() {
    run(3);
    ProcessHandle server = server();
    session.stop(block(3));
    Wait.until("it is off", () -> !last.get(3).isOn() && !server.isAlive());

    assertEquals(List.of(3), run(4).first());
  }

  @Test
  void whatRunsTooLongIsEnded() {
    session.close();
    session = session(8, SECONDS);
    Trial trial = run(5);

    assertEquals(State.IDLE, trial.state());
    assertTrue(trial.note().contains("more than 8 seconds"), trial.note());
  }

  @Test
  void nothingGoesOnForEver() {
    session.close();
    session = session(SECONDS, 3);
    run(3);
    ProcessHandle server = server();

    Wait.until("the server has ended", () -> !server.isAlive() && !last.get(3).isOn());
  }

  @Test
  void stopEndsWhatHasNotComeToItsEnd() {
    session.run(block(5));
    Wait.until("it runs", () -> last.get(5).state() == State.RUNNING);
    session.stop(block(5));
    Wait.until("it was ended", () -> last.get(5).state() == State.IDLE);
  }

  @Test
  void startsOver() {
    run(3);
    ProcessHandle server = server();
    session.startOver();
    Wait.until(
        "all is as at first",
        () -> last.values().stream()
            .allMatch(trial -> trial.equals(new Trial(Step.STEP1, block(trial.number())))));
    Wait.until("the server has ended", () -> !server.isAlive());

    Trial again = run(3);
    assertEquals(List.of(1, 2), again.first(), again.toString());
  }

  @Test
  void endsWithTheBook() {
    run(3);
    ProcessHandle server = server();
    session.close();
    Wait.until("the server has ended", () -> !server.isAlive());
  }
}
