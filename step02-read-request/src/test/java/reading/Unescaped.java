package reading;

import java.util.List;
import judge.why.Printing;
import judge.words.Meaning;
import judge.words.Text;

/** What it means that control characters of a client's were printed in another way. */
final class Unescaped {

  private Unescaped() {}

  /**
   * A line is not there.
   *
   * @param like those that begin like it; it is the last one that may come of the same request
   */
  static Meaning notEscaped(String line, List<String> like) {
    List<String> last = like.subList(Math.max(0, like.size() - 1), like.size());
    return Meaning.of(
            "This line was to be printed: " + line + Printing.but(last),
            "- Each control character becomes \\x and two digits of 0-9 and a-f, as \\x1b and"
                + " \\x07. Nothing is left out, and all else is printed as it came.",
            "- The head has one char for each byte: it is ISO-8859-1. In UTF-8, the bytes 0x9b and"
                + " 0xe9 alone are no characters.",
            "- read() returns an int: a cast to byte makes the end, -1, of 0xff, and numbers below"
                + " 0 of all from 0x80.",
            "- Some calls end a line at more than \\r and \\n: Scanner's nextLine at 0x85,"
                + " split(\"\\\\R\") and Pattern's $ at others, too.")
        .atPrinted(last);
  }

  static Meaning raw(int character, String line) {
    return Meaning.of(
            String.format("The character 0x%02x itself has reached the terminal, in: ", character)
                + line.strip(),
            "(This text shows an escape instead of it, so as to do no harm itself.)",
            "- There are many control characters: Character.isISOControl knows them all.",
            "- Every line must be cleaned: the head's, but also method=, host=, body=, and the"
                + " message of an exception. All have the client's text in them. Of a body, clean"
                + " the text, not its bytes: 0x9b is two of them in UTF-8.")
        .atPrinted(List.of(Text.printable(line)));
  }

  /** A body has been printed that has control characters in it. */
  static Meaning notEscapedInBody(String line, List<String> found) {
    return notEscaped(line, found)
        .first(
            "- It has a line end in it, which is a control character like any other. Whoever prints"
                + " it as it is lets a client write whole lines, such as another method=.");
  }
}
