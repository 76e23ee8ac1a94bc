package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether bytes are a well-formed response: RFC 9112, sections 2.1, 4, 5 and 6. */
final class Form {

  private Form() {}

  /** How many bytes the head has, its empty line included; -1 if it has no end. */
  static int headLength(byte[] bytes) {
    int end = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
  }

  static void check(byte[] bytes, String method, Client.End end, Server server) {
    String text = new String(bytes, ISO_8859_1);
    checkStart(text);
    checkLineEnds(text);
    checkHeadEnds(text);
    int head = headLength(bytes);
    checkFields(text.substring(0, head));
    checkBody(bytes, head, method);
    checkEnd(end, server);
  }

  private static void checkStart(String text) {
    if (!text.startsWith("HTTP/")) {
      throw Failure.because(
          "The answer does not begin with a status line, such as HTTP/1.1 200 OK.",
          "- It must be the first thing that is sent: not the body, and no empty line before it.",
          "- Two threads that write to one connection mix their bytes.");
    }
    String first = text.split("\r?\n|\r", 2)[0];
    if (!first.matches("HTTP/1\\.[01] [1-5][0-9][0-9] .*")) {
      throw Failure.because(
          "This is no status line: " + Text.printable(first),
          "It has a version, one blank, three digits, one blank, and words: HTTP/1.1 200 OK"
              + " (RFC 9112 section 4).");
    }
  }

  private static void checkLineEnds(String text) {
    int end = text.indexOf("\r\n\r\n");
    int lf = text.indexOf("\n\n");
    String head =
        end < 0 || lf >= 0 && lf < end ? text.split("\n\n", 2)[0] : text.substring(0, end);
    if (head.replace("\r\n", "").matches("(?s).*[\r\n].*") || end < 0 && lf >= 0) {
      throw Failure.because(
          "A line of the head does not end in \\r\\n: compare the ends of the lines above.",
          "- \\n alone is no line end in HTTP, even if browsers forgive it (RFC 9112 section 2.2).",
          "- println and %n write the line end of your system, and \"\"\" writes \\n:"
              + " write \"\\r\\n\" yourself.");
    }
  }

  private static void checkHeadEnds(String text) {
    if (!text.contains("\r\n\r\n")) {
      throw Failure.because(
          "The head has no end: the empty line is missing.",
          "- After the last header comes its \\r\\n, then the empty line, another \\r\\n, even if"
              + " no body follows.",
          "- What a writer keeps in its buffer is never sent, unless it is flushed or closed.");
    }
  }

  private static void checkFields(String head) {
    Set<String> names = new HashSet<>();
    String[] lines = head.split("\r\n");
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      if (!line.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+:.*")) {
        throw Failure.because(
            "This is no header: " + Text.printable(line),
            "It has a name, directly after it a colon, and a value: Content-Length: 5"
                + " (RFC 9112 section 5).",
            "- A body that comes before the empty line is taken for headers.");
      }
      if (!names.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))) {
        throw Failure.because("This header is there twice: " + Text.printable(line));
      }
    }
  }

  private static void checkBody(byte[] bytes, int head, String method) {
    byte[] body = Arrays.copyOfRange(bytes, head, bytes.length);
    String text = new String(body, ISO_8859_1);
    if (text.contains("HTTP/1.1 ") && text.contains("\r\n\r\n")) {
      throw Failure.because(
          "There are two answers to one request: a second status line comes after the first.",
          "- After an answer, an error's too, the method must end: a return is missing.",
          "- Or two places in your code answer: one of them is too many.");
    }
    if (method.equals("HEAD")) {
      checkNoBody(body);
    } else {
      checkLength(body, new String(bytes, 0, head, ISO_8859_1), head);
    }
  }

  private static void checkNoBody(byte[] body) {
    if (body.length > 0) {
      throw Failure.because(
          "HEAD was asked, and a body came: " + body.length + " bytes after the empty line.",
          "The answer to HEAD has the head of the answer to GET, and ends with the empty line"
              + " (RFC 9110 section 9.3.2).",
          "- Look for the method in the first part of the request line.");
    }
  }

  private static void checkLength(byte[] body, String head, int headLength) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        compareLengths(body, line.substring(15).strip(), headLength);
      }
    }
  }

  private static void compareLengths(byte[] body, String announced, int headLength) {
    if (!announced.matches("[0-9]{1,9}")) {
      throw Failure.because("Content-Length must be a number of bytes; it is: " + announced);
    }
    int length = Integer.parseInt(announced);
    if (length == body.length) {
      return;
    }
    String characters = length == new String(body, UTF_8).length()
        ? "- It is the number of characters. String.length() counts these; an ё has two bytes in"
            + " UTF-8: take the length of the byte[]."
        : "- String.length() counts characters, Content-Length counts bytes: take the length of the"
            + " byte[].";
    String head = length == body.length + headLength
        ? "- It includes the head: only the body counts."
        : "- Only the body counts, not the head.";
    String fact = length > body.length
        ? "Content-Length announces " + length + " bytes, but only " + body.length
            + " came. The client waits for the rest, and takes the page for broken."
        : "Content-Length announces " + length + " bytes, but " + body.length
            + " came. The client cuts off the rest.";
    throw Failure.because(
        fact, characters, head, "- Or it is the length of another text or file than the one sent.");
  }

  private static void checkEnd(Client.End end, Server server) {
    switch (end) {
      case SILENCE ->
        throw Failure.stuck(
            "The answer is complete, but the connection is still open.",
            "- Close the socket when the answer is sent: try (socket) { ... } does it.",
            "- If your server reads on after the empty line, it waits for what never comes.");
      case RESET ->
        throw Failure.because(
            "After the answer the connection was reset, which can make a client lose the answer.",
            "- The socket was closed with setSoLinger, or with something left to read.");
      case ENDLESS ->
        throw Failure.because(
            "The answer has no end: over 4 MB came.", "- Which loop writes, and when does it end?");
      case CLOSED -> {}
    }
  }
}
