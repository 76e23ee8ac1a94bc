package judge.why;

import java.util.List;
import java.util.Optional;
import judge.http.Head;
import judge.words.Meaning;

/** What it means that other lines were printed than those asked for. */
public final class Printing {

  private static final int LONG = 200;

  private Printing() {}

  /**
   * A stack trace was printed.
   *
   * @param what has led to it, as a subject: {@code "What a client does"}
   * @param trace the exception and the learner's line
   */
  public static Meaning stackTrace(String what, String trace) {
    return Meaning.of(
        "A stack trace is on the terminal. " + what + " is no defect: print one line.",
        "It is this one: " + trace,
        "- printStackTrace prints it; \"Connection failed: \" + e is enough.");
  }

  /** The end of a fact that says which line was to be printed. */
  public static String but(List<String> found) {
    return found.isEmpty()
        ? "; there is no such line."
        : "; printed was " + String.join(", ", found);
  }

  /**
   * The lines of a head were not printed once each, and in their order.
   *
   * @param printed all lines, without the blanks around them
   * @param why what it likely means, if the lines do not show it
   */
  public static Meaning otherHead(Head head, List<String> printed, String... why) {
    List<String> lines = head.lines();
    List<String> found = printed.stream().filter(lines::contains).toList();
    Meaning meaning = otherLines(lines, found);
    if (lines.stream().anyMatch(line -> printed.contains(line + "\\x0d"))) {
      return Meaning.of(
          meaning.fact(),
          "- Your lines still have their \\r: a line ends in \\r\\n, and neither belongs to its"
              + " text.");
    }
    if (!found.containsAll(lines) && printed.stream().anyMatch(line -> hasMore(line, lines))) {
      return Meaning.of(
          meaning.fact(),
          "- A line counts if it stands alone: nothing in front of it but blanks, and nothing"
              + " after it. println ends a line, print does not.");
    }
    return why.length > 0 ? Meaning.of(meaning.fact(), why) : meaning;
  }

  private static boolean hasMore(String line, List<String> lines) {
    return lines.stream().anyMatch(part -> line.contains(part) && !line.equals(part));
  }

  private static Meaning otherLines(List<String> lines, List<String> found) {
    if (found.isEmpty()) {
      return Meaning.of(
          "Nothing of this request was printed: " + shortened(lines.get(0)),
          "- Before it hangs up, your server must read the lines, and print each.",
          "- ready and available tell what has come already. The first byte may come a moment"
              + " later: readLine waits for it.");
    }
    Optional<String> missing =
        lines.stream().filter(line -> !found.contains(line)).findFirst();
    if (missing.isPresent()) {
      String which = missing.get().equals(lines.get(0)) ? ", the request line: " : ": ";
      return Meaning.of(
          "This line was not printed" + which + shortened(missing.get()),
          "- Each call of readLine takes a line away, also within a condition or a print: keep the"
              + " line in a variable, and print it before you read the next.");
    }
    return repeated(found)
        .map(line -> Meaning.of(
            "A line was printed more than once: " + shortened(line),
            "- Which of your prints is one too many?"))
        .orElse(Meaning.of("The lines were printed in another order than they came in."));
  }

  private static Optional<String> repeated(List<String> lines) {
    return lines.stream()
        .filter(line -> lines.indexOf(line) != lines.lastIndexOf(line))
        .findFirst();
  }

  private static String shortened(String line) {
    return line.length() < LONG
        ? line
        : line.substring(0, 40) + "... (" + line.length() + " characters)";
  }
}
