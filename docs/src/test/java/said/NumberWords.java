package said;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers as sentences write them: in digits, in words up to a hundred, first to sixth, twice. */
public final class NumberWords {

  private static final List<String> SMALL = List.of(
      "no",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final List<String> ORDER =
      List.of("zeroth", "first", "second", "third", "fourth", "fifth", "sixth");

  private static final Map<String, Double> OTHERS =
      Map.of("half", 0.5, "once", 1.0, "twice", 2.0, "hundred", 100.0);

  private NumberWords() {}

  /** The number; NaN if the text is none. */
  public static double value(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.startsWith("0x")) {
      return Integer.parseInt(word.substring(2), 16);
    }
    if (word.matches("-?[\\d,.]+")) {
      return Double.parseDouble(word.replace(",", ""));
    }
    if (SMALL.contains(word)) {
      return SMALL.indexOf(word);
    }
    if (ORDER.contains(word)) {
      return ORDER.indexOf(word);
    }
    if (OTHERS.containsKey(word)) {
      return OTHERS.get(word);
    }
    String[] parts = word.split("-");
    int ten = TENS.indexOf(parts[0]);
    return ten < 0 ? Double.NaN : 10 * (ten + 2) + (parts.length > 1 ? value(parts[1]) : 0);
  }
}
