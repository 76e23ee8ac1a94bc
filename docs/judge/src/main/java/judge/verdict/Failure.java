package judge.verdict;

import java.util.List;
import java.util.Optional;
import judge.events.Event;
import judge.events.Events;
import judge.events.Findings;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.words.Meaning;
import judge.words.Text;

/**
 * The verdict that a task is not done yet: what happened, what it means, what to do next.
 *
 * <p>The message is the meaning's first sentence; {@link #toString} is the whole text, which an IDE
 * shows. The only line of its stack trace is the learner's, if one is known, or else the test's.
 */
public final class Failure extends AssertionError {

  private static final long serialVersionUID = 1;
  private static final int MOST_LINES = 8;

  private final transient Findings findings;
  private final String text;

  private Failure(Findings findings, String text, StackTraceElement[] place) {
    super(Text.oneLine(findings.meaning().fact()));
    this.findings = findings;
    this.text = text;
    setStackTrace(place);
  }

  /** A failure that tells what has happened and was printed so far, and what that means. */
  public static Failure because(Meaning meaning) {
    Findings findings = new Findings(
        meaning,
        Story.lines(meaning.spot()),
        Printed.last(MOST_LINES, Story.start(meaning.spot())),
        meaning.isAboutThreads() ? threads() : List.of(),
        Story.command());
    return new Failure(findings, meaning.fact(), place(meaning));
  }

  /** The same for a meaning that only one task has. */
  public static Failure because(String fact, String... causes) {
    return because(Meaning.of(fact, causes));
  }

  private static List<String> threads() {
    List<String> threads = TaskThreads.threads();
    if (TaskThreads.isLate()) {
      return List.of();
    }
    Events.tell(new Event.Stands(Events.millis(), threads));
    return Text.last(threads, MOST_LINES);
  }

  private static StackTraceElement[] place(Meaning meaning) {
    return Optional.ofNullable(meaning.line())
        .or(() -> Learner.testLine(Thread.currentThread().getStackTrace()))
        .map(line -> new StackTraceElement[] {line})
        .orElse(new StackTraceElement[0]);
  }

  /** Throws a failure if there is a problem. */
  public static void raise(Optional<Meaning> problem) {
    if (problem.isPresent()) {
      throw because(problem.get());
    }
  }

  public Findings findings() {
    return findings;
  }

  /** The same with the whole text of the verdict. */
  public Failure in(Event.Verdict verdict) {
    return new Failure(findings, verdict.text(), getStackTrace());
  }

  @Override
  public String toString() {
    return text;
  }
}
