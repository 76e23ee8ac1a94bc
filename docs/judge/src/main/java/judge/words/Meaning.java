package judge.words;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an observation means, in plain sentences: the fact, and its likely causes.
 *
 * @param causes paragraphs; one that begins with "- " is a cause that may be one of several
 * @param line the learner's line that it comes from, or null
 * @param isAboutThreads whether it helps to see where each of the learner's threads stands
 * @param spot where it went wrong in what was received, or printed
 */
public record Meaning(
    String fact, List<String> causes, StackTraceElement line, boolean isAboutThreads, Spot spot)
    implements Serializable {

  public Meaning {
    causes = List.copyOf(causes);
  }

  public static Meaning of(String fact, String... causes) {
    return of(fact, List.of(causes));
  }

  public static Meaning of(String fact, List<String> causes) {
    return new Meaning(fact, causes, null, false, Spot.NONE);
  }

  /** One that is to be shown with the stand of each of the learner's threads. */
  public static Meaning ofThreads(String fact, String... causes) {
    return of(fact, causes).withThreads();
  }

  /** The meaning, if it is so. */
  public static Optional<Meaning> when(boolean isSo, Supplier<Meaning> meaning) {
    return isSo ? Optional.of(meaning.get()) : Optional.empty();
  }

  /** The same fact, with more causes after those that are known. */
  public Meaning and(String... more) {
    return and(List.of(more));
  }

  public Meaning and(List<String> more) {
    List<String> all = new ArrayList<>(causes);
    all.addAll(more);
    return new Meaning(fact, all, line, isAboutThreads, spot);
  }

  /** The same fact, with causes that are likelier than the others. */
  public Meaning first(String... likelier) {
    return first(List.of(likelier));
  }

  public Meaning first(List<String> likelier) {
    return new Meaning(fact, likelier, line, isAboutThreads, spot).and(causes);
  }

  /** The same, and the learner's line that it comes from, if one is known. */
  public Meaning at(Optional<StackTraceElement> place) {
    return new Meaning(fact, causes, place.orElse(line), isAboutThreads, spot);
  }

  /** The same, and the first wrong byte of so many that were received; see {@link Spot}. */
  public Meaning atByte(int offset, int length) {
    return new Meaning(
        fact, causes, line, isAboutThreads, new Spot(offset, length, spot.printed()));
  }

  /** The same, and the printed lines that are wrong. */
  public Meaning atPrinted(List<String> lines) {
    return new Meaning(fact, causes, line, isAboutThreads, Spot.of(lines));
  }

  /** The same, to be shown with the stand of each of the learner's threads. */
  public Meaning withThreads() {
    return new Meaning(fact, causes, line, true, spot);
  }

  /** The fact and the causes, in order. */
  public List<String> paragraphs() {
    return of(fact, fact).and(causes).causes;
  }
}
