package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** Bytes and sentences, made readable for a terminal. */
final class Text {

  private static final int COLUMNS = 96;
  private static final int MOST_CHARACTERS = 400;

  private Text() {}

  /** The bytes as text: UTF-8 where they are, with all that does not show as an escape. */
  static String visible(byte[] bytes) {
    String text = decode(bytes);
    if (text.length() <= MOST_CHARACTERS) {
      return printable(text);
    }
    return printable(text.substring(0, MOST_CHARACTERS)) + "... (" + bytes.length + " bytes)";
  }

  /** The text with an escape for each control character. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      printable.append(printable(text.charAt(i)));
    }
    return printable.toString();
  }

  private static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, ISO_8859_1);
    }
  }

  private static String printable(char c) {
    return switch (c) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : "" + c;
    };
  }

  /** The same, cut into lines after each LF. */
  static List<String> visibleLines(byte[] bytes) {
    return List.of(visible(bytes).split("(?<=\\\\n)"));
  }

  /** Wraps each paragraph at blanks; a paragraph that starts with "- " is indented. */
  static List<String> wrap(String... paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      wrap(paragraph, lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, List<String> lines) {
    String indent = paragraph.startsWith("- ") ? "  " : "";
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (line.length() + 1 + word.length() > COLUMNS && !line.toString().isBlank()) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
  }
}
