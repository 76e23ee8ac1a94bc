package threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What threads have done in the last seconds. */
class TimelinesTest {

  private final Timelines timelines = new Timelines();

  private static Seen thread(long id, Doing doing, long waitsFor) {
    String lock = doing == Doing.LOCK ? "Object@" + waitsFor : "";
    return new Seen(id, "t" + id, doing, "", "", "", lock, waitsFor, List.of());
  }

  private static Seen thread(long id, Doing doing) {
    return thread(id, doing, 0);
  }

  private Rows.Row row(int index) {
    return timelines.rows(0).rows().get(index);
  }

  @Test
  void hasALetterForEachLookAndForEachThatWasLate() {
    timelines.add(List.of(thread(1, Doing.RUNS)), 1_000);
    timelines.add(List.of(thread(1, Doing.JOB)), 1_050);
    timelines.add(List.of(thread(1, Doing.CLIENT)), 1_200);
    assertEquals("rjccc", row(0).timeline());
  }

  @Test
  void forgetsWhatWasLongAgo() {
    timelines.add(List.of(thread(1, Doing.RUNS)), 0);
    for (int i = 1; i <= Timelines.LENGTH; i++) {
      timelines.add(List.of(thread(1, Doing.JOB)), 50L * i);
    }
    assertEquals("j".repeat(Timelines.LENGTH), row(0).timeline());
  }

  @Test
  void keepsAThreadThatHasEndedForAsLongAsItIsInSight() {
    timelines.add(List.of(thread(1, Doing.CLIENT), thread(2, Doing.RUNS)), 0);
    timelines.add(List.of(thread(1, Doing.CLIENT)), 50);
    assertEquals(Doing.ENDED, row(1).doing());
    assertEquals("re", row(1).timeline());
    timelines.add(List.of(thread(1, Doing.CLIENT)), 60_000);
    assertEquals(1, timelines.rows(0).rows().size());
  }

  @Test
  void marksACircleAndNotThoseWhoWaitForIt() {
    timelines.add(
        List.of(
            thread(1, Doing.LOCK, 2),
            thread(2, Doing.THREAD, 3),
            thread(3, Doing.LOCK, 1),
            thread(4, Doing.LOCK, 1)),
        0);
    assertTrue(row(0).isInCircle() && row(1).isInCircle() && row(2).isInCircle());
    assertFalse(row(3).isInCircle());
    assertEquals("t3", row(1).waitsFor());
    assertEquals(List.of("Object@1"), row(0).holds());
  }

  @Test
  void showsTheNewestOfTooMany() {
    List<Seen> many = new ArrayList<>();
    for (int i = 1; i <= Sampler.MOST + 5; i++) {
      many.add(thread(i, Doing.JOB));
    }
    timelines.add(many, 0);
    Rows rows = timelines.rows(7);
    assertEquals(Sampler.MOST, rows.rows().size());
    assertEquals(12, rows.more());
  }
}
