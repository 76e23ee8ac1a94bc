package judge.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import judge.words.Wait;
import org.junit.jupiter.api.Test;

/** How a program is asked to end where there are no signals: its hooks run all the same. */
class StoppableTest {

  /** A program with a hook. */
  public static final class Patient {

    private Patient() {}

    public static void main(String[] args) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the hook runs")));
      System.out.println("ready");
      Wait.pause(60_000);
    }
  }

  @Test
  void runsTheHooksAtTheEndOfItsInput() throws Exception {
    try (ChildProcess program = ChildProcess.startWithStopper(Patient.class, 0)) {
      program.awaitLine("ready");

      program.endInput();

      program.awaitLine("the hook runs");
      assertEquals(143, program.awaitExit());
    }
  }
}
