package threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import threads.Rows.Row;

/** What the threads of a server have done in the last seconds. */
final class Timelines {

  /** How many letters a timeline has: ten seconds. */
  static final int LENGTH = 200;

  private static final int MILLIS_BETWEEN_NEWS = 250;

  /** A thread, and its letters. */
  private static final class Line {
    private Seen last;
    private final StringBuilder letters = new StringBuilder();
  }

  private final Map<Long, Line> lines = new TreeMap<>();
  private long lastMillis;
  private long told;

  /** Adds what was seen at this time. */
  void add(List<Seen> seen, long millis) {
    long passed = lines.isEmpty() ? Sampler.PAUSE : millis - lastMillis;
    int letters = (int) Math.max(1, Math.min(LENGTH, Math.round((double) passed / Sampler.PAUSE)));
    lastMillis = millis;
    seen.forEach(one -> lines.computeIfAbsent(one.id(), id -> new Line()).last = one);
    for (Line line : lines.values()) {
      boolean isThere = seen.contains(line.last);
      char letter = (isThere ? line.last.doing() : Doing.ENDED).letter();
      line.letters.append(String.valueOf(letter).repeat(letters));
      line.letters.delete(0, Math.max(0, line.letters.length() - LENGTH));
    }
    lines
        .values()
        .removeIf(line -> ended(line) && line.letters.chars().distinct().count() == 1);
  }

  private static boolean ended(Line line) {
    return line.letters.charAt(line.letters.length() - 1) == Doing.ENDED.letter();
  }

  /** Whether it is time to tell. */
  boolean isDue() {
    boolean isDue = lastMillis - told >= MILLIS_BETWEEN_NEWS;
    told = isDue ? lastMillis : told;
    return isDue;
  }

  /** The last threads; those that have ended stay for as long as their timeline shows them. */
  Rows rows(int more) {
    List<Row> rows = new ArrayList<>();
    lines.values().forEach(line -> rows.add(row(line)));
    int tooMany = Math.max(0, rows.size() - Sampler.MOST);
    return new Rows(List.copyOf(rows.subList(tooMany, rows.size())), more + tooMany);
  }

  private Row row(Line line) {
    Seen seen = line.last;
    boolean ended = ended(line);
    return new Row(
        seen.id(),
        seen.name(),
        ended ? Doing.ENDED : seen.doing(),
        ended ? "" : seen.call(),
        ended ? "" : seen.caller(),
        ended ? "" : seen.line(),
        ended ? "" : seen.lock(),
        ended || seen.waitsFor() == 0 ? "" : name(seen.waitsFor()),
        !ended && isInCircle(seen),
        ended ? List.of() : holds(seen),
        line.letters.toString());
  }

  private String name(long id) {
    return lines.containsKey(id) ? lines.get(id).last.name() : "thread " + id;
  }

  /** Its locks, also those of java.util.concurrent, which only those name who wait for them. */
  private List<String> holds(Seen one) {
    return Stream.concat(
            one.holds().stream(),
            lines.values().stream()
                .map(line -> line.last)
                .filter(other -> other.doing() == Doing.LOCK && other.waitsFor() == one.id())
                .map(Seen::lock))
        .distinct()
        .toList();
  }

  private boolean isInCircle(Seen one) {
    long next = one.waitsFor();
    for (int i = 0; i < lines.size() && next != 0 && next != one.id(); i++) {
      Line line = lines.get(next);
      next = line == null || ended(line) ? 0 : line.last.waitsFor();
    }
    return next == one.id();
  }
}
