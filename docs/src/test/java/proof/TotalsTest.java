package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints what was proven, and makes sure that nothing was left out. */
class TotalsTest {

  @Test
  void everyStepWasProven() {
    List<Totals> steps = Arrays.stream(Step.values()).map(Totals::read).toList();
    int tasks = steps.stream().mapToInt(Totals::tasks).sum();
    int wrongAnswers = steps.stream().mapToInt(Totals::wrongAnswers).sum();
    int caught = steps.stream().mapToInt(Totals::caught).sum();

    System.out.printf(
        "%nProven: %d steps, %d tasks, %d wrong answers, %d caught.%n",
        steps.size(), tasks, wrongAnswers, caught);
    assertEquals(40, tasks);
    assertTrue(wrongAnswers >= 60, "at least 60 wrong answers");
    assertEquals(wrongAnswers, caught);
  }
}
