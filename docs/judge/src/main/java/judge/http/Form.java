package judge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.words.Meaning;
import judge.words.Spot;
import judge.words.Text;

/** Whether bytes are a well-formed response: RFC 9112, sections 2.1, 4, 5 and 6. */
public final class Form {

  /** The fact when something else than a status line comes first. */
  public static final String NO_STATUS_LINE =
      "The answer does not begin with a status line, such as HTTP/1.1 200 OK.";

  /** A likely cause of every choice that goes wrong. */
  public static final String EQUALS =
      "- Is it compared with equals? == and != compare objects, not texts, and a text that came"
          + " from"
          + " a client is never the same object as one in your code.";

  /** What is meant to be a head, whatever its lines end in. */
  private static final Pattern HEAD = Pattern.compile(
      "[^\r\n]*(\r\n|\r|\n)?(" + Body.NAME + ":[^\r\n]*(\r\n|\r|\n|$))*(\r\n|\r|\n)?");

  /** The beginning of a second answer, or at least, later on, a whole head. */
  private static final Pattern SECOND_HEAD = Pattern.compile("^HTTP/1\\.|"
      + "HTTP/1\\.[01] [1-5][0-9][0-9][^\r\n]*\r\n(" + Body.NAME + ":[^\r\n]*\r\n)*\r\n");

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-5][0-9][0-9] .*");

  private static final Pattern HEADER = Pattern.compile(Body.NAME + ":.*");

  /** A line end of half the characters. */
  private static final Pattern HALF_END = Pattern.compile("(?<!\r)\n|\r(?!\n)");

  /** What people read, and no status line, header or page. */
  private static final Pattern LINE_OF_TEXT = Pattern.compile("(?!HTTP/)\\w[ -9;=?-~]*(?=\r|\n|$)");

  private Form() {}

  /** How many bytes the head has, its empty line included; -1 if it has no end. */
  public static int headLength(byte[] bytes) {
    int end = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
  }

  /**
   * What is wrong with a response, if anything is.
   *
   * @param method of the request; after HEAD there must be no body
   */
  public static Optional<Meaning> problem(byte[] bytes, String method) {
    String text = new String(bytes, ISO_8859_1);
    return inStart(text)
        .or(() -> inHead(text))
        .or(() -> inNames(text, headLength(bytes)))
        .or(() -> inBody(bytes, method));
  }

  private static Optional<Meaning> inStart(String text) {
    if (!text.startsWith("HTTP/")) {
      return Optional.of(Meaning.of(
              NO_STATUS_LINE,
              "- It must be the first thing that is sent: not the body, and no empty line"
                  + " before it.",
              "- writeUTF and writeObject send bytes of their own, too:"
                  + " write(text.getBytes(US_ASCII))"
                  + " sends the text alone.",
              "- Two threads that write to one connection mix their bytes.")
          .atByte(0, text.length())
          .first(greeting(text)));
    }
    String first = text.split("\r?\n|\r", 2)[0];
    return STATUS_LINE.matcher(first).matches()
        ? Optional.empty()
        : Optional.of(Meaning.of(
                "This is no status line: " + Text.visible(first),
                "It has a version, one blank, three digits, one blank, and words: HTTP/1.1 200 OK"
                    + " (RFC 9112 section 4).")
            .atByte(Spot.deviation(STATUS_LINE, first), text.length()));
  }

  /** The cause, if it is a line of text that comes first, such as the greeting of step 1. */
  public static List<String> greeting(String text) {
    Matcher line = LINE_OF_TEXT.matcher(text);
    return line.lookingAt()
        ? List.of("- Your server has sent this first: \"" + line.group().strip() + "\". Nothing may"
            + " come before the status line. If it is the greeting of step 1, take the line that"
            + " writes it out.")
        : List.of();
  }

  private static Optional<Meaning> inHead(String text) {
    Matcher matcher = HEAD.matcher(text);
    matcher.lookingAt();
    String head = matcher.group();
    Matcher half = HALF_END.matcher(head);
    if (half.find()) {
      return Optional.of(Meaning.of(
              "A line of the head does not end in \\r\\n: compare the ends of its lines.",
              "- \\n alone is no line end in HTTP, even if browsers forgive it (RFC 9112"
                  + " section 2.2).",
              "- println and %n write the line end of your system, and a text block (\"\"\")"
                  + " has \\n:"
                  + " write \"\\r\\n\" yourself.")
          .atByte(half.start(), text.length())
          .first(Length.isWithoutDigits(head) ? List.of(Length.ONE_BYTE) : List.of()));
    }
    return head.endsWith("\r\n\r\n")
        ? Optional.empty()
        : Optional.of(noEnd(text, text.substring(head.length())));
  }

  private static Meaning noEnd(String text, String rest) {
    if (text.contains("/r/n")) {
      return Meaning.of(
              "The head has no end: /r/n are four characters, and no line end.",
              "- In a String a backslash makes two characters one: \\r\\n.")
          .atByte(text.indexOf("/r/n"), text.length());
    }
    if (rest.isEmpty()) {
      return Meaning.of(
              "The head has no end: the empty line is missing.",
              "- After the last header comes its \\r\\n, then the empty line, another \\r\\n, even"
                  + " if no body follows.",
              "- What a writer keeps in its buffer is never sent, unless it is flushed or closed.")
          .atByte(text.length(), text.length());
    }
    String line = rest.split("\r?\n|\r", 2)[0];
    return Meaning.of(
            "The head is not over, and this is no header: " + Text.visible(line),
            "- If it is the body: before it comes the empty line, \\r\\n, after the \\r\\n of the"
                + " last header.",
            "- If it is to be a header: it has a name, directly after it a colon, and a value:"
                + " Content-Length: 5 (RFC 9112 section 5).")
        .atByte(text.length() - rest.length() + Spot.deviation(HEADER, line), text.length());
  }

  private static Optional<Meaning> inNames(String text, int headLength) {
    Set<String> names = new HashSet<>();
    String[] lines = text.substring(0, headLength).split("\r\n");
    int start = lines[0].length() + 2;
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      if (!names.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))) {
        return Optional.of(Meaning.of(
                "This header is there twice: " + Text.visible(line),
                "- The second does not replace the first: a client takes either of them, or refuses"
                    + " both.",
                "- Two places in your code write it: take one away.")
            .atByte(start, text.length()));
      }
      start += line.length() + 2;
    }
    return Optional.empty();
  }

  private static Optional<Meaning> inBody(byte[] bytes, String method) {
    int headLength = headLength(bytes);
    byte[] body = Arrays.copyOfRange(bytes, headLength, bytes.length);
    String head = new String(bytes, 0, headLength, ISO_8859_1);
    boolean isHead = method.equals("HEAD");
    Optional<String> length = isHead ? Optional.of("0") : Length.in(head);
    if (length.isPresent() && !Length.isNumber(length.get())) {
      return Optional.of(Length.noNumber(length.get()).atByte(Length.place(head), bytes.length));
    }
    OptionalInt announced = length.stream().mapToInt(Integer::parseInt).findFirst();
    return inNumberOfAnswers(bytes, headLength + announced.orElse(0))
        .or(() -> isHead ? inBodyOfHead(head, body) : Length.problem(announced, body, headLength));
  }

  /** A page may quote an answer: what Content-Length counts is body, whatever it looks like. */
  private static Optional<Meaning> inNumberOfAnswers(byte[] bytes, int end) {
    String text = new String(bytes, ISO_8859_1);
    Matcher second = SECOND_HEAD.matcher(text).region(Math.min(end, text.length()), text.length());
    return second.find()
        ? Optional.of(Meaning.of(
                "There are two answers to one request: a second status line comes after the first.",
                "- After an answer, an error's too, the method must end: a return is missing.",
                "- Or two places in your code answer: one of them is too many.")
            .atByte(second.start(), text.length()))
        : Optional.empty();
  }

  private static Optional<Meaning> inBodyOfHead(String head, byte[] body) {
    if (body.length == 0) {
      return Optional.empty();
    }
    int length = head.length() + body.length;
    if (head.matches("(?is)HTTP/1\\.[01] 405 .*\r\nAllow:[^\r\n]*HEAD.*")) {
      return Optional.of(Meaning.of(
              "Allow names HEAD, but HEAD was answered with 405.",
              "- Allow names the methods that work, and no other: take HEAD out of it, or answer"
                  + " HEAD like GET, without the body.")
          .atByte("HTTP/1.1 ".length(), length));
    }
    return Optional.of(Meaning.of(
            "HEAD was asked, and a body came: " + Length.bytes(body.length)
                + " after the empty line.",
            "The answer to HEAD is the head of the answer to GET: after the empty line comes"
                + " nothing (RFC 9110 section 9.3.2).",
            "- The method is the first part of the request line: is it looked at before the body is"
                + " written?",
            EQUALS)
        .atByte(head.length(), length));
  }
}
