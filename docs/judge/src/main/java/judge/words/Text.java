package judge.words;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.ArrayList;
import java.util.List;

/** Bytes and sentences, made readable for a terminal. */
public final class Text {

  /** What fits into the usual terminal. */
  public static final int COLUMNS = 80;

  private static final int MOST_CHARACTERS = 400;

  /** What the terminal can show. */
  private static final CharsetEncoder NATIVE =
      Charset.forName(System.getProperty("native.encoding", "US-ASCII")).newEncoder();

  private Text() {}

  /** The bytes as text, in UTF-8 as far as they are, with all that does not show as an escape. */
  public static String visible(byte[] bytes) {
    return visible(bytes, bytes.length);
  }

  private static String visible(byte[] bytes, int length) {
    String text = decode(bytes);
    if (text.length() <= MOST_CHARACTERS) {
      return printable(text);
    }
    return printable(text.substring(0, MOST_CHARACTERS)) + "... (" + length + " bytes)";
  }

  /** The same for text with one char for each byte (ISO-8859-1). */
  public static String visible(String bytes) {
    return visible(bytes.getBytes(ISO_8859_1));
  }

  /** The text with an escape for each control character. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      printable.append(printable(text.charAt(i)));
    }
    return printable.toString();
  }

  /** The same for a line of a failure, which is cut if it is long. */
  public static String oneLine(String line) {
    if (line.length() <= MOST_CHARACTERS + 50) {
      return printable(line);
    }
    return printable(line.substring(0, 80)) + "... (" + line.length() + " characters)";
  }

  private static String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) { // a piece may end within a character
      text.append(out.flip());
      out.clear();
      byte[] alone = new byte[result.length()];
      in.get(alone);
      text.append(ascii(alone));
      result = decoder.decode(in, out, true);
    }
    text.append(out.flip());
    return canShow(text.toString()) ? text.toString() : ascii(bytes);
  }

  private static synchronized boolean canShow(String text) {
    return NATIVE.canEncode(text);
  }

  /** Each byte that is not ASCII as an escape: a terminal would show a question mark. */
  private static String ascii(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(b >= 0 ? "" + (char) b : String.format("\\x%02x", b & 0xff));
    }
    return text.toString();
  }

  private static String printable(char c) {
    return switch (c) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : "" + c;
    };
  }

  /**
   * The same, cut into lines after each LF.
   *
   * @param length how many bytes there are, if these are only the first ones
   */
  public static List<String> visibleLines(byte[] bytes, int length) {
    return afterEachLf(visible(bytes, length));
  }

  /** The same for all of these bytes, however many. */
  public static List<String> allVisibleLines(byte[] bytes) {
    return afterEachLf(printable(decode(bytes)));
  }

  private static List<String> afterEachLf(String visible) {
    return List.of(visible.split("(?<=\\\\n)"));
  }

  /** The last so many of the lines, and how many came before them. */
  public static List<String> last(List<String> lines, int most) {
    if (lines.size() <= most) {
      return List.copyOf(lines);
    }
    int left = lines.size() - most;
    List<String> last = new ArrayList<>();
    last.add("(" + left + (left == 1 ? " line" : " lines") + " before)");
    last.addAll(lines.subList(left, lines.size()));
    return last;
  }

  /** {@code 0.5 s} for 500 milliseconds. */
  public static String seconds(int millis) {
    return (millis % 1_000 == 0 ? "" + millis / 1_000 : "" + millis / 1_000.0) + " s";
  }

  /**
   * Wraps each paragraph at blanks; a paragraph that starts with "- " is indented.
   *
   * @param columns how many characters a line has at most
   */
  public static List<String> wrap(List<String> paragraphs, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      wrap(paragraph, columns, lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, int columns, List<String> lines) {
    String indent = paragraph.startsWith("- ") ? "  " : "";
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (line.length() + 1 + word.length() > columns && !line.toString().isBlank()) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
  }
}
