package watch;

import java.nio.file.Path;

/** What the reader has written, chosen and opened on the pages, and where on them they were. */
public final class Notes {

  private static final String LAST = "last";

  /**
   * What became of a question.
   *
   * @param text that was written; empty without one
   * @param choice the letter of an option; empty without one
   * @param isOpen whether its answer is
   */
  public record Note(String text, String choice, boolean isOpen) {

    public boolean isAnswered() {
      return !text.isBlank() || !choice.isEmpty();
    }
  }

  private final Kept kept;

  public Notes(Path file) {
    kept = new Kept(file, "What you have written before is not shown", "This is not kept");
  }

  /** What is wrong with the file, in a sentence; empty if nothing is. */
  public String trouble() {
    return kept.trouble();
  }

  public Note of(String page, String question) {
    return new Note(
        kept.get(key(page, question, "text")),
        kept.get(key(page, question, "choice")),
        kept.get(key(page, question, "open")).equals("yes"));
  }

  public void write(String page, String question, String text) {
    put(key(page, question, "text"), text);
  }

  public void choose(String page, String question, String letter) {
    put(key(page, question, "choice"), letter);
  }

  public void open(String page, String question, boolean isOpen) {
    put(key(page, question, "open"), isOpen ? "yes" : "no");
  }

  /** The reader is at this heading now. */
  public void place(String page, String anchor) {
    kept.put(LAST, page);
    put(key(page, "", "place"), anchor);
  }

  /** The heading at which the reader was; empty if never on this page. */
  public String place(String page) {
    return kept.get(key(page, "", "place"));
  }

  /** The page on which the reader was last; empty without one. */
  public String lastPage() {
    return kept.get(LAST);
  }

  private static String key(String page, String question, String what) {
    return page + "#" + question + "." + what;
  }

  private void put(String key, String value) {
    kept.put(key, value);
    kept.write();
  }
}
