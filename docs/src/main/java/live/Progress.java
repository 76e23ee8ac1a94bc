package live;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import live.Contents.Page;
import project.Step;
import watch.Notes;

/**
 * How far the reader is.
 *
 * @param last the page on which they were last; empty if on none
 */
record Progress(String last, List<Row> pages) {

  /**
   * How far they are on a page.
   *
   * @param place the anchor of the heading at which they were, and {@code heading} its words; empty
   *     if they were never there
   */
  record Row(
      String page,
      String title,
      String place,
      String heading,
      Count core,
      Count further,
      Count questions) {}

  /** So many of all. */
  record Count(long done, long all) {}

  /**
   * @param hasPassed whether a task of the step, by its number, has ever passed
   */
  static Progress of(List<Page> pages, Notes notes, BiPredicate<Step, String> hasPassed) {
    return new Progress(
        notes.lastPage(),
        pages.stream().map(page -> row(page, notes, hasPassed)).toList());
  }

  private static Row row(Page page, Notes notes, BiPredicate<Step, String> hasPassed) {
    String place = notes.place(page.name());
    Predicate<String> passed = task -> hasPassed.test(page.step().get(), task);
    long answered = page.questions().stream()
        .filter(one -> notes.of(page.name(), one.name()).isAnswered())
        .count();
    return new Row(
        page.name(),
        page.title(),
        place,
        page.headings().getOrDefault(place, ""),
        tasks(page, true, passed),
        tasks(page, false, passed),
        new Count(answered, page.questions().size()));
  }

  private static Count tasks(Page page, boolean isCore, Predicate<String> passed) {
    List<String> tasks = page.tasks().entrySet().stream()
        .filter(task -> task.getValue().isCore() == isCore)
        .map(task -> task.getKey())
        .toList();
    return new Count(tasks.stream().filter(passed).count(), tasks.size());
  }
}
