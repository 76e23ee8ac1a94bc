package judge.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import judge.events.Event;
import judge.events.Events;
import judge.events.Task;
import judge.learner.Printed;
import judge.learner.Story;
import judge.verdict.Failure;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What becomes of tasks that do not end in time, and of those that come after them. */
@ResourceLock(Resources.SYSTEM_OUT)
class TaskRunTest {

  private static final Task TASK = new Task("1.1", "test", true, "test");
  private static final int LIMIT = 300;

  @AfterEach
  void restore() {
    Printed.restore();
    Events.listen(event -> {});
  }

  @Test
  void aTaskThatOnlyTheMachineHoldsUpIsJudgedAgain() {
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    Events.listen(events::add);
    AtomicInteger times = new AtomicInteger();

    Throwable thrown = TaskRun.run(
        "step",
        TASK,
        () -> {
          if (times.incrementAndGet() == 1) {
            Wait.pause(10 * LIMIT);
          }
        },
        LIMIT);

    assertNull(thrown);
    Event began = new Event.Began(TASK);
    assertEquals(List.of(began, began, new Event.Passed(TASK)), events);
  }

  @Test
  void aMachineThatStaysBusyIsNotTheLearnersFault() {
    Throwable thrown = TaskRun.run("step", TASK, () -> Wait.pause(10 * LIMIT), LIMIT);

    String text = thrown.toString().replaceAll("\\s+", " "); // it is wrapped
    assertTrue(text.contains("your machine is busy"), thrown::toString);
    assertFalse(text.contains("your methods"), thrown::toString);
  }

  /** It goes on, though it was stopped, and even while the next one tells and goes back. */
  @Test
  void whatATaskStillTellsThatWasStoppedGoesNowhere() {
    CountDownLatch isOver = new CountDownLatch(1);
    CountDownLatch hasTold = new CountDownLatch(1);
    TaskRun.run("step", TASK, () -> tellLate(isOver, hasTold), LIMIT);

    Throwable thrown = TaskRun.run(
        "step",
        TASK,
        () -> {
          Story.tell("mine");
          int mark = Story.mark();
          Story.tell("in detail");
          isOver.countDown();
          hasTold.await();
          Story.back(mark);
          throw Failure.because("fact");
        },
        20_000);

    assertTrue(thrown.toString().contains("What happened\n  mine\n\n"), thrown::toString);
  }

  private static void tellLate(CountDownLatch isOver, CountDownLatch hasTold) {
    Story.tell("in time");
    int mark = Story.mark();
    awaitWhateverComes(isOver);
    Story.tell("late");
    Story.back(mark);
    Story.tryWith("late");
    hasTold.countDown();
  }

  private static void awaitWhateverComes(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
