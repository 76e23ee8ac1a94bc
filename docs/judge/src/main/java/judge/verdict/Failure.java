package judge.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import judge.learner.Learner;
import judge.learner.Printed;
import judge.learner.Story;
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
  private static final int MOST_PRINTED = 8;

  private final transient List<String> text;

  private Failure(String summary, List<String> text, StackTraceElement[] place) {
    super(summary);
    this.text = text;
    setStackTrace(place);
  }

  /** A failure that tells what has happened and was printed so far, and what that means. */
  public static Failure because(Meaning meaning) {
    List<String> text = new ArrayList<>();
    add(text, "What happened", Story.lines());
    add(text, "Your code printed", Story.last(Printed.shortLines(), MOST_PRINTED));
    if (meaning.isAboutThreads()) {
      add(text, "Your threads", Story.last(Learner.threads(), MOST_PRINTED));
    }
    add(text, "What it means", Text.wrap(meaning.paragraphs()));
    if (Story.command() != null) {
      add(text, "Try it yourself (start your server first)", List.of(Story.command()));
    }
    return new Failure(Text.oneLine(meaning.fact()), text, place(meaning));
  }

  /** Throws a failure: {@code problem.map(Failure::because).ifPresent(Failure::raise)}. */
  public static void raise(Failure failure) {
    throw failure;
  }

  /** The same for a meaning that only one task has. */
  public static Failure because(String fact, String... causes) {
    return because(Meaning.of(fact, causes));
  }

  private static void add(List<String> text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.add("");
      text.add(title);
      lines.forEach(line -> text.add("  " + Text.oneLine(line).stripTrailing()));
    }
  }

  private static StackTraceElement[] place(Meaning meaning) {
    return Optional.ofNullable(meaning.line())
        .or(() -> Learner.testLine(Thread.currentThread().getStackTrace()))
        .map(line -> new StackTraceElement[] {line})
        .orElse(new StackTraceElement[0]);
  }

  /** The same, with the task's title above and the place of its hints below. */
  public Failure of(String title, String... hints) {
    List<String> whole = new ArrayList<>();
    whole.add(title);
    whole.addAll(text);
    add(whole, "Hints", List.of(hints));
    return new Failure(getMessage(), whole, getStackTrace());
  }

  @Override
  public String toString() {
    return String.join("\n", text);
  }
}
