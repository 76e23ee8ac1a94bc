package proof;

import book.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import project.Source;
import project.Step;

/** What was proven of a step: the numbers of tasks, of wrong answers, and of those caught. */
record Totals(int tasks, int wrongAnswers, int caught) {

  private static Path file(Step step) {
    return Step.STEP1.page().resolveSibling("target/proof").resolve(step.module() + ".txt");
  }

  /** Leaves the numbers for the last line, which another process prints. */
  static void write(Step step, Totals totals) {
    try {
      Files.createDirectories(file(step).getParent());
      Files.writeString(file(step), totals.tasks + " " + totals.wrongAnswers + " " + totals.caught);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Totals read(Step step) {
    int[] numbers = Arrays.stream(Source.read(file(step)).split(" "))
        .mapToInt(Integer::parseInt)
        .toArray();
    return new Totals(numbers[0], numbers[1], numbers[2]);
  }

  /**
   * Prints what was proven.
   *
   * @throws AssertionError if anything was left out
   */
  public static void main(String[] args) throws IOException {
    if (System.getProperty("test") != null) {
      return; // -Dtest chose some
    }
    List<Totals> steps = Arrays.stream(Step.values()).map(Totals::read).toList();
    int tasks = steps.stream().mapToInt(Totals::tasks).sum();
    int wrongAnswers = steps.stream().mapToInt(Totals::wrongAnswers).sum();
    int caught = steps.stream().mapToInt(Totals::caught).sum();

    System.out.printf(
        Locale.ROOT,
        "%nProven: %d steps, %d tasks, %d wrong answers, %d caught.%n" + "The book: %s.%n%n",
        steps.size(),
        tasks,
        wrongAnswers,
        caught,
        Count.sentence());
    if (tasks != 43 || wrongAnswers < 60 || caught != wrongAnswers) {
      throw new AssertionError("43 tasks and at least 60 wrong answers, all caught");
    }
  }
}
