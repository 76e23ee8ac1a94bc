package judge.why;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import judge.http.Head;
import judge.words.Meaning;

/** What it means that other lines were printed than those asked for. */
public final class Printing {

  private static final int LONG = 200;

  private static final String KEPT_CR =
      "- Your lines still have their \\r: a line ends in \\r\\n, and neither belongs to its text.";

  private static final String NUMBERS =
      "- Your code has printed the numbers of the characters: read returns an int, and print and"
          + " append write an int as a number. (char) makes a character of it.";

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

  /** The lines of a head were printed with what ends them. */
  public static Meaning lineEnds(List<String> lines) {
    return Meaning.of(
            "The lines were printed with the \\r of their ends: a terminal goes back to the"
                + " beginning of the line for it.",
            KEPT_CR,
            "- println ends a line as your system does; your code need not write \\r\\n.")
        .atPrinted(lines);
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
    List<String> kept = printed.stream().filter(line -> isWithCr(line, lines)).toList();
    if (!kept.isEmpty()) {
      return Meaning.of(meaning.fact(), KEPT_CR).atPrinted(kept);
    }
    Optional<String> seen = seen(lines, found, printed);
    if (seen.isPresent()) {
      return meaning.first(seen.get());
    }
    List<String> more = printed.stream().filter(line -> hasMore(line, lines)).toList();
    if (!found.containsAll(lines) && !more.isEmpty()) {
      return Meaning.of(
              meaning.fact(),
              "- A line counts if it stands alone: nothing in front of it but blanks, and nothing"
                  + " after it. println ends a line, print does not.")
          .atPrinted(more);
    }
    return why.length > 0
        ? Meaning.of(meaning.fact(), why).atPrinted(meaning.spot().printed())
        : meaning;
  }

  /** A cause that shows in the lines: in one that is missing, or in what is there instead. */
  private static Optional<String> seen(
      List<String> lines, List<String> found, List<String> printed) {
    String missing =
        lines.stream().filter(line -> !found.contains(line)).findFirst().orElse("");
    String first = lines.get(0);
    if (!numbers(printed).isEmpty()) {
      return Optional.of(NUMBERS);
    }
    if (missing.contains("  ") && printed.contains(missing.replaceAll(" +", " "))) {
      return Optional.of("- Your line has one blank where the client has sent two: what is split,"
          + " and joined again, is another line. Print it as it came.");
    }
    if (isNameOfAnother(missing, found)) {
      return Optional.of("- Two headers may have the same name: a Map or a Set keeps one of those"
          + " that are alike.");
    }
    if (missing.equals(first) && printed.contains(first.substring(1))) {
      return Optional.of("- Your line lacks its first letter: read takes a byte away, also when it"
          + " only asks whether one comes. Ask the first line whether it is null.");
    }
    return missing.contains("%") ? Optional.of(Exceptions.IN_FORMAT) : Optional.empty();
  }

  private static boolean isNameOfAnother(String line, List<String> found) {
    String name = line.replaceFirst(":.*", ":");
    return !line.isEmpty() && found.stream().anyMatch(other -> other.startsWith(name));
  }

  /** A cause that shows if numbers were printed: those of the letters of GET, first of all. */
  static List<String> numbers(List<String> printed) {
    return printed.stream().anyMatch(line -> line.strip().startsWith("716984"))
        ? List.of(NUMBERS)
        : List.of();
  }

  private static boolean isWithCr(String line, List<String> lines) {
    return line.endsWith("\\x0d") && lines.contains(line.substring(0, line.length() - 4));
  }

  private static boolean hasMore(String line, List<String> lines) {
    return lines.stream().anyMatch(part -> line.contains(part) && !line.equals(part));
  }

  private static Meaning otherLines(List<String> lines, List<String> found) {
    if (found.isEmpty()) {
      return Meaning.of(
          "Nothing of this request was printed: " + shortened(lines.get(0)),
          "- Before it hangs up, your server must read the lines, and print each.",
          "- The first byte may come a moment after the connection: nothing yet is not nothing at"
              + " all. readLine waits for it; ready and available do not.");
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
    return repeatedOrMixed(lines, found);
  }

  private static Meaning repeatedOrMixed(List<String> lines, List<String> found) {
    List<String> mixed = IntStream.range(0, Math.min(lines.size(), found.size()))
        .filter(i -> !lines.get(i).equals(found.get(i)))
        .mapToObj(found::get)
        .toList();
    return repeated(found)
        .map(line -> Meaning.of(
                "A line was printed more than once: " + shortened(line),
                "- Which of your prints is one too many?")
            .atPrinted(List.of(line)))
        .orElse(Meaning.of(
                "The lines were printed in another order than they came in.",
                "- A Map or a Set has its own order, and sorting makes another one: print the lines"
                    + " as they come.")
            .atPrinted(mixed));
  }

  private static Optional<String> repeated(List<String> lines) {
    return lines.stream()
        .filter(line -> lines.indexOf(line) != lines.lastIndexOf(line))
        .findFirst();
  }

  /** The line, or its beginning and how long it is. */
  public static String shortened(String line) {
    return line.length() < LONG
        ? line
        : line.substring(0, 40) + "... (" + line.length() + " characters)";
  }
}
