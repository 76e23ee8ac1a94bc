package proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What was proven of a step: the numbers of tasks, of wrong answers, and of those caught. */
record Totals(int tasks, int wrongAnswers, int caught) {

  private static Path file(Step step) {
    return Path.of("proof", step.module() + ".txt").toAbsolutePath();
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

  static Totals read(Step step) {
    int[] numbers = Arrays.stream(Source.read(file(step)).split(" "))
        .mapToInt(Integer::parseInt)
        .toArray();
    return new Totals(numbers[0], numbers[1], numbers[2]);
  }
}
