package reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import judge.words.Meaning;

/**
 * How the last client has left, and what should have been printed of it and of those before it.
 *
 * @param how {@code "has left in the middle of a line"}
 * @param silent how often {@code no request} is to be there
 * @param halfWay how often {@code cut off} is to be there
 */
public record Leaving(String how, int silent, int halfWay) {

  static final String SILENT = "no request";
  static final String HALF_WAY = "cut off";

  public boolean isTold(List<String> printed) {
    return count(SILENT, printed) == silent && count(HALF_WAY, printed) == halfWay;
  }

  private static long count(String line, List<String> printed) {
    return printed.stream().filter(line::equals).count();
  }

  /** What it means that other lines were printed. */
  public Meaning otherLines(List<String> printed) {
    List<String> causes = new ArrayList<>();
    causes.add("- At the end of the stream, readLine returns null: the client has left. \"\" is an"
        + " empty line: the client has sent a line end.");
    causes.add(
        "- null for the first line: no request. null later, when something has come: cut off."
            + " \"\": the head is whole, and neither is said.");
    causes.addAll(ofThisWay(printed));
    if (printed.stream().anyMatch(Leaving::isNear)) {
      causes.add("- Only a line counts that is exactly this text, with nothing around it.");
    }
    return Meaning.of(
        "The last client " + how + ". By now there should be " + times(silent, SILENT) + ", "
            + times(halfWay, HALF_WAY) + "; there are " + count(SILENT, printed) + " and "
            + count(HALF_WAY, printed) + ".",
        causes);
  }

  private List<String> ofThisWay(List<String> printed) {
    List<String> causes = new ArrayList<>();
    if (how.contains("middle") && count(HALF_WAY, printed) < halfWay) {
      causes.add(
          "- readLine also returns the piece of a line that the client left behind: judge the"
              + " first line only when the head is whole.");
    }
    if (how.contains("whole head") && !isTold(printed)) {
      causes.add("- A head is whole with its empty line, be it the second line already, and even if"
          + " the client leaves after it.");
    }
    if (how.contains("one byte") && !isTold(printed)) {
      causes.add("- One byte is something: a client that has sent it has begun.");
    }
    if (count(SILENT, printed) > silent) {
      causes.add("- ready and available tell what has come already: nothing yet is not nothing at"
          + " all. read and readLine wait for it.");
    }
    return causes;
  }

  private static String times(int times, String line) {
    return times + (times == 1 ? " line `" : " lines `") + line + "`";
  }

  private static boolean isNear(String printed) {
    String line = printed.toLowerCase(Locale.ROOT);
    boolean hasWords = line.contains(SILENT) || line.contains(HALF_WAY);
    return hasWords && !line.equals(SILENT) && !line.equals(HALF_WAY);
  }
}
