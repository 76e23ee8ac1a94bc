package watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Project;
import project.Source;
import project.Step;

/**
 * Measures how long it takes from a save to its verdict, in each step or, -Dstep=3, in one: the
 * work of {@code exec:java@watch} up to the lines that it prints.
 */
final class Latency {

  private static final int WARM_UPS = 3;
  private static final int SAVES = 20;

  private final Step step;
  private final Desk desk;
  private final List<Long> first = new ArrayList<>();
  private final List<Long> whole = new ArrayList<>();
  private final Map<String, List<Long>> tasks = new LinkedHashMap<>();

  private Latency(Step step, Source source) throws Exception {
    this.step = step;
    Path folder = Project.newFolder("latency");
    desk = new Desk(folder, step, source);
    desk.awaitEnd(source);
  }

  public static void main(String[] args) throws Exception {
    int wished = Integer.getInteger("step", 0);
    System.out.println("From the save to the verdict, in ms, of " + SAVES + " saves:");
    for (Step step : Stream.of(Step.values())
        .filter(one -> wished == 0 || one.number() == wished)
        .toList()) {
      Latency start = new Latency(step, Source.of(step.start()));
      start.measure(Source.of(step.start()), Latency::hasFailure);
      start.print("first failing task", start.first);
      Latency solution = new Latency(step, Source.of(step.solution()));
      solution.measure(Source.of(step.solution()), Latency::hasPassed);
      solution.print("first task of the solution", solution.first);
      solution.print("whole solved step", solution.whole);
      solution.printTasks();
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

  private void measure(Source source, Predicate<Snapshot> isFirstVerdict) throws Exception {
    for (int i = 0; i < WARM_UPS + SAVES; i++) {
      Source next = source.with(new Source(Map.of("Save.java", "// " + i)));
      long before = desk.board.snapshot().savedAt();
      long start = System.nanoTime();
      desk.save(next);
      desk.await("a verdict", now -> now.savedAt() > before && isFirstVerdict.test(now));
      first.add((System.nanoTime() - start) / 1_000_000);
      Snapshot end = desk.await("the end", now -> !now.isJudging());
      whole.add((System.nanoTime() - start) / 1_000_000);
      end.tasks()
          .forEach(view -> tasks
              .computeIfAbsent(view.task().number(), number -> new ArrayList<>())
              .add(view.millis()));
    }
    desk.close();
  }

  private static List<Long> sorted(List<Long> millis) {
    return millis.stream().skip(WARM_UPS).sorted().toList();
  }

  private void print(String what, List<Long> millis) {
    List<Long> sorted = sorted(millis);
    System.out.printf(
        Locale.ROOT,
        "%s %-26s  median %4d  (%d to %d)%n",
        step,
        what,
        sorted.get(SAVES / 2),
        sorted.get(0),
        sorted.get(SAVES - 1));
  }

  /** Some are judged side by side: their sum may be more than the whole. */
  private void printTasks() {
    System.out.println(tasks.entrySet().stream()
        .map(task -> task.getKey() + ": " + sorted(task.getValue()).get(SAVES / 2))
        .collect(Collectors.joining(", ", "  of it, medians: ", "")));
  }
}
