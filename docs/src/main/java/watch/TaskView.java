package watch;

import java.util.List;
import judge.events.Event;
import judge.events.Event.Passed;
import judge.events.Event.Verdict;
import judge.events.Event.Waiting;
import judge.events.Task;

/**
 * What is known of a task.
 *
 * @param hasPassedBefore with any save, however long ago
 * @param isOld whether the verdict is that of an older save
 * @param verdict the last one: {@code Passed}, {@code Failed} or {@code Broken}; null without one
 * @param story what was told between its beginning and that verdict
 * @param since when judging began, in milliseconds since 1970; 0 if it is not being judged
 * @param millis how long judging took, the last time; 0 if that is not known
 * @param hints how many have been opened
 */
public record TaskView(
    Task task,
    State state,
    boolean hasPassedBefore,
    boolean isOld,
    Verdict verdict,
    List<Event> story,
    long since,
    long millis,
    int hints) {

  static TaskView of(Task task, boolean hasPassedBefore, long millis, int hints) {
    return new TaskView(
        task, State.WAITING, hasPassedBefore, false, null, List.of(), 0, millis, hints);
  }

  /** The learner has saved: what is known is of an older save. */
  TaskView old() {
    return with(settled(), verdict != null, verdict, story, 0);
  }

  TaskView judging(long now) {
    return with(State.JUDGING, isOld, verdict, story, now);
  }

  /** It is not being judged any more, without a verdict. */
  TaskView stopped() {
    return state == State.JUDGING ? with(settled(), isOld, verdict, story, 0) : this;
  }

  /** It passes, as is known from an earlier time. */
  TaskView passed() {
    return with(State.PASSED, false, new Passed(task), story, 0);
  }

  TaskView judged(Verdict verdict, List<Event> story, long now) {
    if (verdict instanceof Waiting) {
      return with(State.WAITING, false, null, List.of(), 0);
    }
    long took = since == 0 ? millis : Math.max(1, now - since);
    boolean passes = verdict instanceof Passed;
    TaskView view = with(state(verdict), false, verdict, List.copyOf(story), 0);
    return new TaskView(
        task,
        view.state,
        hasPassedBefore || passes,
        false,
        verdict,
        view.story,
        0,
        passes ? took : millis,
        hints);
  }

  TaskView hints(int count) {
    return new TaskView(task, state, hasPassedBefore, isOld, verdict, story, since, millis, count);
  }

  private TaskView with(
      State state, boolean isOld, Verdict verdict, List<Event> story, long since) {
    return new TaskView(task, state, hasPassedBefore, isOld, verdict, story, since, millis, hints);
  }

  private State settled() {
    return verdict == null ? State.WAITING : state(verdict);
  }

  private State state(Verdict verdict) {
    if (verdict instanceof Passed) {
      return State.PASSED;
    }
    return hasPassedBefore ? State.BROKEN : State.FAILED;
  }

  /** Whether the last verdict says that it fails; it may be judged anew at the moment. */
  public boolean fails() {
    return verdict != null && !passes();
  }

  /** Whether the last verdict says that it passes; it may be judged anew at the moment. */
  public boolean passes() {
    return verdict instanceof Passed;
  }
}
