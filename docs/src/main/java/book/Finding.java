package book;

import java.util.List;

/**
 * Something on a page that is not true.
 *
 * @param page its name
 * @param line the line that is wrong, from 1
 * @param says what the page says there
 * @param found what is so
 * @param mend what to do
 */
public record Finding(String page, int line, String says, String found, String mend) {

  /** Findings as one text, each with its place as an editor finds it. */
  public static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append("\n\n").append(finding));
    return text.append("\n\n").toString();
  }

  @Override
  public String toString() {
    return page + ":" + line
        + "\n  the page says: " + indented(says)
        + "\n  found:         " + indented(found)
        + "\n  to mend it:    " + indented(mend);
  }

  private static String indented(String text) {
    return text.strip().replace("\n", "\n    ");
  }
}
