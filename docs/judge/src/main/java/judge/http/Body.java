package judge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import judge.words.Meaning;
import judge.words.Text;

/** What it means that a body has other bytes than those asked for. */
public final class Body {

  /** How many bytes of a difference are shown. */
  private static final int SHOWN = 24;

  /** A header's name (RFC 9110 section 5.6.2). */
  static final String NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  static final String JOINED_ARRAY =
      "- [B@... is what becomes of a byte[] that is joined to a text: write the array itself.";

  static final String BEGINS_WITH_HEADER =
      "- Your body begins with a header: the empty line comes after the last header, once.";

  private final byte[] came;
  private final byte[] expected;

  private Body(byte[] came, byte[] expected) {
    this.came = came;
    this.expected = expected;
  }

  /**
   * The difference, and the causes that fit it.
   *
   * @param why the task's own causes
   */
  public static Meaning isAnother(byte[] came, byte[] expected, String... why) {
    Body body = new Body(came, expected);
    return Meaning.of(body.difference(), body.causes()).and(why);
  }

  /** The same for a body that is text: it is shown as such. */
  public static Meaning isAnotherText(byte[] body, String asked, String... why) {
    byte[] expected = asked.getBytes(UTF_8);
    String fact = "The body is not the one asked for; expected are " + expected.length + " bytes: "
        + Text.visible(Arrays.copyOf(expected, Math.min(80, expected.length)))
        + (expected.length > 80 ? "..." : "");
    String came = new String(body, UTF_8);
    List<String> causes = new ArrayList<>();
    if (Arrays.equals(asked.getBytes(ISO_8859_1), body)
        || came.equals(asked.replaceAll("\\P{ASCII}", "?"))) {
      causes.add("- It was written with another charset than UTF-8: name it, getBytes(UTF_8).");
    }
    if (isJoinedArray(came)) {
      causes.add(JOINED_ARRAY);
    }
    if (!came.equals(asked) && came.strip().equals(asked)) {
      causes.add("- There is white space around it: println adds a line end, print does not.");
    }
    if (beginsWithHeader(body)) {
      causes.add(BEGINS_WITH_HEADER);
    }
    return Meaning.of(fact, causes).and(why);
  }

  static boolean beginsWithHeader(byte[] body) {
    return new String(body, ISO_8859_1).matches("(?s)" + NAME + ":[^\r\n]*\r\n.*");
  }

  static boolean isJoinedArray(String text) {
    return text.matches("(?s).*\\[B@[0-9a-f]+.*");
  }

  private String difference() {
    if (came.length == 0) {
      return "The body is empty; asked for are " + expected.length + " bytes: "
          + bytesFrom(expected, 0);
    }
    int first = Arrays.mismatch(came, expected);
    String sizes = came.length == expected.length
        ? "The body has other bytes than asked for: "
        : "The body has " + came.length + " bytes, asked for are " + expected.length
            + " different ones: ";
    return sizes + (first == 0 ? "it begins with " : "after " + first + " right ones comes ")
        + bytesFrom(came, first) + ", and not " + bytesFrom(expected, first) + ".";
  }

  /** Some bytes in quotes; what is not ASCII shows as an escape. */
  private static String bytesFrom(byte[] bytes, int first) {
    if (first >= bytes.length) {
      return "the end";
    }
    int end = Math.min(bytes.length, first + SHOWN);
    StringBuilder text = new StringBuilder();
    for (byte b : Arrays.copyOfRange(bytes, first, end)) {
      text.append(b < 0 ? String.format("\\x%02x", b & 0xff) : Text.printable("" + (char) b));
    }
    return "\"" + text + (end < bytes.length ? "..." : "") + "\"";
  }

  private List<String> causes() {
    List<String> causes = new ArrayList<>();
    if (came.length == 0) {
      causes.add("- Nothing was written after the head, or the stream had been read before: the"
          + " second time it is at its end.");
    } else if (isTextOf(UTF_8, UTF_8) || isTextOf(US_ASCII, UTF_8)) {
      causes.add("- A String was made of it on the way: bytes that are no characters do not survive"
          + " that. Bytes in, bytes out.");
    } else if (isInAnotherCharset()) {
      causes.add("- It was read with one charset and sent with another. Bytes that are never made a"
          + " String need no charset; a String of your own is written with getBytes(UTF_8).");
    } else if (Arrays.equals(withoutLineEnds(came), withoutLineEnds(expected))) {
      causes.add("- Only the line ends differ: readLine takes them off.");
    } else if (isWithRest()) {
      causes.add(
          "- The end is the rest of a buffer: read(buffer) may fill a part of it, and returns"
              + " how many bytes it has read.");
    } else if (isBeginning(came, expected)) {
      causes.add(
          "- One read(buffer) brings some of the bytes, not all: readAllBytes() brings all.");
    }
    return causes;
  }

  private boolean isTextOf(Charset read, Charset written) {
    return Arrays.equals(came, new String(expected, read).getBytes(written));
  }

  private boolean isInAnotherCharset() {
    return isTextOf(ISO_8859_1, UTF_8)
        || isTextOf(UTF_8, ISO_8859_1)
        || isTextOf(UTF_8, US_ASCII)
        || isTextOf(UTF_8, Charset.defaultCharset())
        || isTextOf(Charset.defaultCharset(), UTF_8);
  }

  private static byte[] withoutLineEnds(byte[] bytes) {
    return new String(bytes, ISO_8859_1).replaceAll("[\r\n]", "").getBytes(ISO_8859_1);
  }

  /** Whether there is only a part of the bytes, or all, and then what a buffer had in it. */
  private boolean isWithRest() {
    int rest = came.length;
    while (rest > 0 && came[rest - 1] == 0) {
      rest--;
    }
    boolean zeros = rest < came.length && isBeginning(Arrays.copyOf(came, rest), expected);
    return zeros || came.length > expected.length && isBeginning(expected, came);
  }

  private static boolean isBeginning(byte[] part, byte[] whole) {
    return part.length <= whole.length && Arrays.equals(part, Arrays.copyOf(whole, part.length));
  }
}
