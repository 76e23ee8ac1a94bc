package judge.words;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where it went wrong, as far as that shows: a byte of what was received, or lines that were
 * printed.
 *
 * @param offset the number of the first wrong byte, from 0; {@code length} if more was to come; -1
 *     if it is no byte
 * @param length how many bytes were received: so it is known which they are
 * @param printed the lines, without the blanks around them
 */
public record Spot(int offset, int length, List<String> printed) implements Serializable {

  /** It is not known. */
  public static final Spot NONE = new Spot(-1, -1, List.of());

  /**
   * Where a byte shows among lines.
   *
   * @param line its number, from 0
   * @param column how many characters stand before it
   */
  public record Place(int line, int column) {}

  public Spot {
    printed = List.copyOf(printed);
  }

  static Spot of(List<String> printed) {
    return new Spot(-1, -1, printed.stream().map(String::strip).toList());
  }

  /** Whether it is a byte of these bytes, or their end. */
  public boolean isIn(int bytes) {
    return offset >= 0 && length == bytes;
  }

  /** Where the byte shows in the lines that {@link Text#visibleLines} makes; empty if nowhere. */
  public Optional<Place> place(byte[] bytes) {
    String all = Text.visible(bytes);
    for (int first = offset;
        first >= Math.max(0, offset - 3);
        first--) { // a character's first byte
      if (first <= bytes.length) {
        String before = Text.visible(Arrays.copyOf(bytes, first));
        if (all.startsWith(before)) {
          int start = before.lastIndexOf("\\n") < 0 ? 0 : before.lastIndexOf("\\n") + 2;
          return Optional.of(
              new Place(before.split("\\\\n", -1).length - 1, before.length() - start));
        }
      }
    }
    return Optional.empty();
  }

  /** How many characters of a text might be the beginning of one that matches the pattern. */
  public static int deviation(Pattern pattern, String text) {
    int right = 0;
    Matcher matcher = pattern.matcher(text);
    for (int end = 0; end <= text.length(); end++) {
      matcher.region(0, end);
      if (!matcher.matches() && !matcher.hitEnd()) {
        return right;
      }
      right = end;
    }
    return right;
  }
}
