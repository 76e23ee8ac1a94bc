package judge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.words.Meaning;
import judge.words.Text;

/** Whether a response's Content-Length is the length of its body: RFC 9112, section 6. */
final class Length {

  static final String ONE_BYTE =
      "- write(number) sends one byte with that number, and no digits: make a text of it,"
          + " \"\" + number.";

  private static final Pattern NAME = Pattern.compile("(?im)^Content-Length:[ \t]*");

  private Length() {}

  /** The value of Content-Length as the head has it; empty if it says nothing. */
  static Optional<String> in(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .map(line -> line.substring(15).strip())
        .findFirst();
  }

  /** The number of the first byte of that value. */
  static int place(String head) {
    Matcher name = NAME.matcher(head);
    return name.find() ? name.end() : 0;
  }

  static boolean isNumber(String value) {
    return value.matches("[0-9]{1,9}");
  }

  /** Whether a line end stands where the number should be: it may be the byte 10 or 13. */
  static boolean isWithoutDigits(String head) {
    return head.matches("(?is).*\r\nContent-Length: ?[\r\n].*");
  }

  static Meaning noNumber(String value) {
    String cause = value.matches("[0-9]+[A-Za-z-]+:.*")
        ? "- The next header stands in its line: a \\r\\n is missing behind the number."
        : "- It has digits and nothing else: no unit, no sign, and no text.";
    Meaning meaning =
        Meaning.of("Content-Length is not a number of bytes; it is: " + Text.visible(value), cause);
    return value.length() > 1 ? meaning : meaning.first(ONE_BYTE);
  }

  static String bytes(int count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }

  /** What is wrong with the number, and the causes that fit it. */
  static Optional<Meaning> problem(OptionalInt length, byte[] body, int headLength) {
    if (length.isEmpty() || length.getAsInt() == body.length) {
      return Optional.empty();
    }
    int announced = length.getAsInt();
    String fact = announced > body.length
        ? "Content-Length announces " + bytes(announced) + ", but only " + body.length
            + " came. The client waits for the rest, and takes the page for broken."
        : "Content-Length announces " + bytes(announced) + ", but " + body.length
            + " came. The client cuts off the rest.";
    List<String> causes = new ArrayList<>();
    if (announced == body.length + headLength) {
      causes.add("- It includes the head: only the body counts.");
    }
    if (body.length == 0) {
      causes.addAll(causesOfNoBody());
    } else {
      causes.addAll(causesInText(body, announced));
      causes.add(causeInBytes(body, causes.isEmpty()));
    }
    int wrong = headLength + Math.min(announced, body.length);
    return Optional.of(Meaning.of(fact, causes).atByte(wrong, headLength + body.length));
  }

  private static List<String> causesOfNoBody() {
    return List.of(
        "- The body was not written, or it stayed in a writer's buffer: flush it, or write"
            + " to the socket's OutputStream.",
        "- Or it was left out as for HEAD: the method is the first part of the request line,"
            + " all of it, and not a HEAD anywhere in it. HEADER is another method.");
  }

  private static List<String> causesInText(byte[] body, int announced) {
    String text = new String(body, UTF_8);
    List<String> causes = new ArrayList<>();
    if (Body.isJoinedArray(text)) {
      causes.add(Body.JOINED_ARRAY);
    }
    if (announced == text.length()) {
      causes.add("- It is the number of characters, as length() of a String counts them. In UTF-8"
          + " some have two, three or four bytes: take the length of the byte[].");
    }
    if (text.endsWith("\n") && announced < body.length) {
      causes.add("- The body ends with a line end that may not have been counted: println adds one,"
          + " print does not.");
    }
    if (announced > body.length && text.contains("?") && text.matches("\\p{ASCII}*")) {
      causes.add("- The body was made in two charsets, once to be counted and once to be sent: make"
          + " its bytes once, with getBytes(UTF_8), and use them for both.");
    }
    return causes;
  }

  private static String causeInBytes(byte[] body, boolean isOnly) {
    return Body.beginsWithHeader(body)
        ? Body.BEGINS_WITH_HEADER
        : (isOnly ? "- It" : "- Or it") + " is the length of another text, or file, than the one"
            + " that is sent: make the bytes first, then count these and send these.";
  }
}
