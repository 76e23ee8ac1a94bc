package judge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.Server;
import judge.seen.Received.End;
import judge.verdict.Failure;
import judge.why.Diagnosis;
import judge.words.Text;

/** Whether bytes are a well-formed response: RFC 9112, sections 2.1, 4, 5 and 6. */
public final class Form {

  private static final String NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  /** What is meant to be a head, whatever its lines end in. */
  private static final Pattern HEAD =
      Pattern.compile("[^\r\n]*(\r\n|\r|\n)?(" + NAME + ":[^\r\n]*(\r\n|\r|\n|$))*(\r\n|\r|\n)?");

  /** A whole head, as it begins a second answer. */
  private static final Pattern WHOLE_HEAD =
      Pattern.compile("HTTP/1\\.[01] [1-5][0-9][0-9][^\r\n]*\r\n(" + NAME + ":[^\r\n]*\r\n)*\r\n");

  public static final String JOINED_ARRAY =
      "- [B@... is what becomes of a byte[] that is joined to a text: write the array itself.";

  public static final String HEADER_IN_BODY =
      "- Your body begins with a header: the empty line comes after the last header, once.";

  private Form() {}

  public static boolean beginsWithHeader(byte[] body) {
    return new String(body, ISO_8859_1).matches("(?s)" + NAME + ":[^\r\n]*\r\n.*");
  }

  /** How many bytes the head has, its empty line included; -1 if it has no end. */
  public static int headLength(byte[] bytes) {
    int end = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
  }

  public static void check(byte[] bytes, String method, End end, Server server) {
    String text = new String(bytes, ISO_8859_1);
    checkStart(text);
    checkHead(text);
    int head = headLength(bytes);
    checkNames(text.substring(0, head));
    checkBody(bytes, head, method);
    checkEnd(end, server);
  }

  private static void checkStart(String text) {
    if (!text.startsWith("HTTP/")) {
      String fact = "The answer does not begin with a status line, such as HTTP/1.1 200 OK.";
      throw Failure.because(Diagnosis.and(
          Diagnosis.and(fact, Diagnosis.printedAnswer()),
          "- It must be the first thing that is sent: not the body, and no empty line before it.",
          "- writeUTF and writeObject send bytes of their own, too: write(text.getBytes(US_ASCII))"
              + " sends the text alone.",
          "- Two threads that write to one connection mix their bytes."));
    }
    String first = text.split("\r?\n|\r", 2)[0];
    if (!first.matches("HTTP/1\\.[01] [1-5][0-9][0-9] .*")) {
      throw Failure.because(
          "This is no status line: " + visible(first),
          "It has a version, one blank, three digits, one blank, and words: HTTP/1.1 200 OK"
              + " (RFC 9112 section 4).");
    }
  }

  private static void checkHead(String text) {
    Matcher matcher = HEAD.matcher(text);
    matcher.lookingAt();
    String head = matcher.group();
    if (head.replace("\r\n", "").matches("(?s).*[\r\n].*")) {
      throw Failure.because(
          "A line of the head does not end in \\r\\n: compare the ends of the lines above.",
          "- \\n alone is no line end in HTTP, even if browsers forgive it (RFC 9112 section 2.2).",
          "- println and %n write the line end of your system, and a text block (\"\"\") has \\n:"
              + " write \"\\r\\n\" yourself.");
    }
    if (!head.endsWith("\r\n\r\n")) {
      String rest = text.substring(head.length());
      if (text.contains("/r/n")) {
        throw Failure.because(
            "The head has no end: /r/n are four characters, and no line end.",
            "- In a String a backslash makes two characters one: \\r\\n.");
      }
      throw rest.isEmpty() ? headHasNoEnd() : noHeader(rest.split("\r?\n|\r", 2)[0]);
    }
  }

  private static Failure headHasNoEnd() {
    return Failure.because(
        "The head has no end: the empty line is missing.",
        "- After the last header comes its \\r\\n, then the empty line, another \\r\\n, even if"
            + " no body follows.",
        "- What a writer keeps in its buffer is never sent, unless it is flushed or closed.");
  }

  private static Failure noHeader(String line) {
    return Failure.because(
        "The head is not over, and this is no header: " + visible(line),
        "- If it is the body: before it comes the empty line, \\r\\n, after the \\r\\n of the last"
            + " header.",
        "- If it is to be a header: it has a name, directly after it a colon, and a value:"
            + " Content-Length: 5 (RFC 9112 section 5).");
  }

  private static void checkNames(String head) {
    Set<String> names = new HashSet<>();
    String[] lines = head.split("\r\n");
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      if (!names.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))) {
        throw Failure.because(
            "This header is there twice: " + visible(line),
            "- The second does not replace the first: a client takes either of them, or refuses"
                + " both.",
            "- Two places in your code write it: take one away.");
      }
    }
  }

  private static void checkBody(byte[] bytes, int headLength, String method) {
    byte[] body = Arrays.copyOfRange(bytes, headLength, bytes.length);
    String head = new String(bytes, 0, headLength, ISO_8859_1);
    OptionalInt announced = method.equals("HEAD") ? OptionalInt.of(0) : announced(head);
    checkOneAnswer(new String(body, ISO_8859_1), announced);
    if (method.equals("HEAD")) {
      checkNoBody(head, body);
    } else if (announced.isPresent() && announced.getAsInt() != body.length) {
      throw Failure.because(wrongLength(announced.getAsInt(), body, headLength));
    }
  }

  /** The body's length as the head has it; empty if it says nothing. */
  private static OptionalInt announced(String head) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        String value = line.substring(15).strip();
        if (!value.matches("[0-9]{1,9}")) {
          throw Failure.because(
              "Content-Length is not a number of bytes; it is: " + visible(value),
              "- It has digits and nothing else: no unit, no sign, and no text.");
        }
        return OptionalInt.of(Integer.parseInt(value));
      }
    }
    return OptionalInt.empty();
  }

  /** A page may quote an answer: what Content-Length counts is body, whatever it looks like. */
  private static void checkOneAnswer(String body, OptionalInt announced) {
    String rest = body.substring(Math.min(announced.orElse(0), body.length()));
    if (rest.startsWith("HTTP/1.") || WHOLE_HEAD.matcher(rest).find()) {
      throw Failure.because(
          "There are two answers to one request: a second status line comes after the first.",
          "- After an answer, an error's too, the method must end: a return is missing.",
          "- Or two places in your code answer: one of them is too many.");
    }
  }

  private static void checkNoBody(String head, byte[] body) {
    if (body.length > 0 && head.matches("(?is)HTTP/1\\.[01] 405 .*\r\nAllow:[^\r\n]*HEAD.*")) {
      throw Failure.because(
          "Allow names HEAD, but HEAD was answered with 405.",
          "- Allow names the methods that work, and no other: take HEAD out of it, or answer HEAD"
              + " like GET, without the body.");
    }
    if (body.length > 0) {
      throw Failure.because(
          "HEAD was asked, and a body came: " + bytes(body.length) + " after the empty line.",
          "The answer to HEAD is the head of the answer to GET: after the empty line comes nothing"
              + " (RFC 9110 section 9.3.2).",
          "- The method is the first part of the request line: is it looked at before the body is"
              + " written?");
    }
  }

  /** What is wrong, and the causes that fit the numbers. */
  private static String[] wrongLength(int announced, byte[] body, int headLength) {
    String text = new String(body, UTF_8);
    List<String> meaning = new ArrayList<>();
    meaning.add(
        announced > body.length
            ? "Content-Length announces " + bytes(announced) + ", but only " + body.length
                + " came. The client waits for the rest, and takes the page for broken."
            : "Content-Length announces " + bytes(announced) + ", but " + body.length
                + " came. The client cuts off the rest.");
    if (isJoinedArray(text)) {
      meaning.add(JOINED_ARRAY);
    }
    if (announced == body.length + headLength) {
      meaning.add("- It includes the head: only the body counts.");
    }
    if (body.length == 0) {
      meaning.add(
          "- The body was not written, or it stayed in a writer's buffer: flush it, or write"
              + " to the socket's OutputStream.");
      meaning.add(
          "- Or it was left out as for HEAD: the method is the first part of the request line,"
              + " not a HEAD anywhere in it.");
    }
    if (announced == text.length()) {
      meaning.add("- It is the number of characters, as length() of a String counts them. In UTF-8"
          + " some have two, three or four bytes: take the length of the byte[].");
    }
    if (text.endsWith("\n") && announced < body.length) {
      meaning.add(
          "- The body ends with a line end that may not have been counted: println adds one,"
              + " print does not.");
    }
    if (announced > body.length && text.contains("?") && text.matches("\\p{ASCII}*")) {
      meaning.add(
          "- The body was made in two charsets, once to be counted and once to be sent: make"
              + " its bytes once, with getBytes(UTF_8), and use them for both.");
    }
    if (beginsWithHeader(body)) {
      meaning.add(HEADER_IN_BODY);
    } else if (body.length > 0) {
      meaning.add((meaning.size() > 1 ? "- Or it" : "- It") + " is the length of another text, or"
          + " file, than the one that is sent: make the bytes first, then count these and send"
          + " these.");
    }
    return meaning.toArray(String[]::new);
  }

  public static boolean isJoinedArray(String text) {
    return text.matches("(?s).*\\[B@[0-9a-f]+.*");
  }

  private static String bytes(int count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }

  private static String visible(String line) {
    return Text.visible(line.getBytes(ISO_8859_1));
  }

  private static void checkEnd(End end, Server server) {
    switch (end) {
      case SILENCE ->
        throw Failure.stuck(
            "The answer is complete, but the connection is still open.",
            "- Close the socket when the answer is sent: try (socket) { ... } does it.",
            "- If your server reads on after the empty line, it waits for what never comes.");
      case RESET ->
        throw Failure.because(
            "After the answer the connection was reset, which can make a client lose the answer.",
            "- The socket was closed while something the client had sent was not read yet: read the"
                + " head up to its empty line, then answer.",
            "- Or setSoLinger was set to 0.");
      case ENDLESS ->
        throw Failure.because(
            "The answer has no end: over 4 MB came.", "- Which loop writes, and when does it end?");
      case CLOSED -> {}
    }
  }
}
