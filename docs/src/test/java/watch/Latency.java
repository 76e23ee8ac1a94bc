package watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import project.Project;
import project.Source;
import project.Step;

/** Measures how long it takes from a save to its verdict, in each step. */
final class Latency {

  private static final int WARM_UPS = 3;
  private static final int SAVES = 20;

  private Latency() {}

  public static void main(String[] args) throws Exception {
    System.out.println("From the save to the verdict, in ms, of " + SAVES + " saves:");
    for (Step step : Step.values()) {
      measure(step, "start", Source.of(step.start()), Latency::hasFailure);
      measure(step, "solution, first task", Source.of(step.solution()), Latency::hasPassed);
      measure(step, "solution, all tasks", Source.of(step.solution()), Snapshot::isDone);
    }
    System.exit(0);
  }

  private static boolean hasFailure(Snapshot now) {
    return now.firstFailure()
        .filter(view -> !view.isOld() && view.state() != State.JUDGING)
        .isPresent();
  }

  private static boolean hasPassed(Snapshot now) {
    return now.tasks().stream().anyMatch(view -> view.passes() && !view.isOld());
  }

  private static void measure(Step step, String what, Source source, Predicate<Snapshot> isWished)
      throws Exception {
    List<Long> millis = new ArrayList<>();
    Path folder = Project.newFolder("latency");
    try (Desk desk = new Desk(folder, step, source)) {
      desk.awaitEnd(source);
      for (int i = 0; i < WARM_UPS + SAVES; i++) {
        Source next = source.with(new Source(Map.of("Save.java", "// " + i)));
        long before = desk.board.snapshot().savedAt();
        long start = System.nanoTime();
        desk.save(next);
        desk.await(what, now -> now.savedAt() > before && isWished.test(now));
        millis.add((System.nanoTime() - start) / 1_000_000);
        desk.awaitEnd(next);
      }
    }
    List<Long> sorted = millis.stream().skip(WARM_UPS).sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s %-20s  median %4d  (%d to %d)%n",
        step,
        what,
        sorted.get(SAVES / 2),
        sorted.get(0),
        sorted.get(SAVES - 1));
  }
}
