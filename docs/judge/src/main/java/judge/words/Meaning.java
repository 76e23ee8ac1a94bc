package judge.words;

import java.util.ArrayList;
import java.util.List;

/**
 * What an observation means: the fact, and its likely causes, in plain sentences.
 *
 * @param causes paragraphs; each that begins with "- " is one cause, and may be one of several
 */
public record Meaning(String fact, List<String> causes) {

  public Meaning {
    causes = List.copyOf(causes);
  }

  public static Meaning of(String fact, String... causes) {
    return new Meaning(fact, List.of(causes));
  }

  /** The same fact, with more causes after those that are known. */
  public Meaning and(String... more) {
    return and(List.of(more));
  }

  public Meaning and(List<String> more) {
    List<String> all = new ArrayList<>(causes);
    all.addAll(more);
    return new Meaning(fact, all);
  }

  /** The same fact, with a cause that is likelier than the others. */
  public Meaning first(String cause) {
    return of(fact, cause).and(causes);
  }

  /** The fact and the causes, in order. */
  public List<String> paragraphs() {
    List<String> all = new ArrayList<>(List.of(fact));
    all.addAll(causes);
    return all;
  }
}
