package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import judge.http.Body;
import judge.http.Form;
import judge.seen.Seen;
import judge.verdict.Failure;
import judge.why.Connections;
import judge.why.Responses;
import judge.words.Meaning;
import judge.words.Spot;
import judge.words.Text;

/** A well-formed response (RFC 9112 section 2.1), taken apart. */
public final class Answer {

  private static final int STATUS = "HTTP/1.1 ".length();

  private final byte[] bytes;
  private final String statusLine;
  private final List<String> fields;
  private final byte[] body;

  private Answer(byte[] bytes, String statusLine, List<String> fields, byte[] body) {
    this.bytes = bytes;
    this.statusLine = statusLine;
    this.fields = fields;
    this.body = body;
  }

  /**
   * Takes apart what was received.
   *
   * @param method of the request; after HEAD there must be no body
   * @param why what it likely means if the server hangs up without a response
   * @throws Failure if it is no well-formed response, or the server did not hang up after it
   */
  public static Answer of(Seen seen, String method, String... why) {
    if (seen.received().isEmpty()) {
      throw Failure.because(Connections.noAnswer(seen, why));
    }
    Failure.raise(Responses.problem(seen, method));
    return of(seen.received().bytes());
  }

  /** Takes apart what is known to be well-formed. */
  static Answer of(byte[] bytes) {
    String[] head = new String(bytes, 0, Form.headLength(bytes), ISO_8859_1).split("\r\n");
    List<String> fields = Arrays.asList(head).subList(1, head.length);
    byte[] body = Arrays.copyOfRange(bytes, Form.headLength(bytes), bytes.length);
    return new Answer(bytes, head[0], fields, body);
  }

  public int status() {
    return Integer.parseInt(statusLine.substring(STATUS, STATUS + 3));
  }

  /** The values of the header, one for each time it was sent. */
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (String field : fields) {
      int colon = field.indexOf(':');
      if (field.substring(0, colon).equalsIgnoreCase(name)) {
        values.add(field.substring(colon + 1).strip());
      }
    }
    return values;
  }

  /** All headers, in no order that matters, without those that may differ from one to the next. */
  public List<String> headers() {
    return fields.stream()
        .filter(field -> !field.toLowerCase(Locale.ROOT).startsWith("date:"))
        .sorted()
        .toList();
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, UTF_8);
  }

  /** Fails unless it has this status code, the first part of {@code status}. */
  public Answer expectStatus(String status, String... why) {
    if (status() != Integer.parseInt(status.substring(0, 3))) {
      String fact = "The status is " + Text.printable(statusLine.substring(STATUS))
          + "; asked for is " + status + ".";
      Meaning meaning = Meaning.of(fact, why).atByte(STATUS, bytes.length);
      boolean isRefused = status.startsWith("200") && status() >= 400;
      throw Failure.because(isRefused ? meaning.and(Form.EQUALS) : meaning);
    }
    return this;
  }

  /** Fails unless the status line begins so, version and words included. */
  public Answer expectStatusLine(String start) {
    if (!statusLine.startsWith(start)) {
      throw Failure.because(Meaning.of(
              "The status line is " + Text.visible(statusLine) + "; asked for is " + start + ".",
              "- The version is the one in which you answer, HTTP/1.1. The words are for people,"
                  + " but belong to the number: 200 is OK.")
          .atByte(Spot.deviation(Pattern.compile(Pattern.quote(start)), statusLine), bytes.length));
    }
    return this;
  }

  /** Fails unless the header was sent with this value; letter case counts in no part. */
  public Answer expectHeader(String name, String value, String... why) {
    List<String> values = headers(name);
    if (values.isEmpty()) {
      throw Failure.because(missing(name, value).and(why));
    }
    if (values.size() != 1 || !normal(values.get(0)).equals(normal(value))) {
      String fact = "The header says " + name + ": " + Text.printable(String.join(" and ", values))
          + "; asked for is " + name + ": " + value + ".";
      throw Failure.because(Meaning.of(fact, why).atByte(place(name, value), bytes.length));
    }
    return this;
  }

  /** The number of the first byte in the header's last value that is another one. */
  private int place(String name, String value) {
    String head = new String(bytes, 0, bytes.length - body.length, ISO_8859_1);
    int line =
        head.toLowerCase(Locale.ROOT).lastIndexOf("\n" + name.toLowerCase(Locale.ROOT) + ":");
    int start = line + 1 + name.length() + 1;
    while (head.charAt(start) == ' ' || head.charAt(start) == '\t') {
      start++;
    }
    return start
        + Spot.deviation(Pattern.compile("(?i)" + Pattern.quote(value)), head.substring(start));
  }

  /** In small letters, without what may be left out or added in a value with parameters. */
  private static String normal(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("\\s*([;,])\\s*", "$1").replace("\"", "");
  }

  /** Fails unless a Content-Length says how many bytes the body has. */
  public Answer expectLength(String... why) {
    if (headers("Content-Length").isEmpty()) {
      throw Failure.because(missing("Content-Length", "" + body.length).and(why));
    }
    return this; // if there is one, it is right: the answer is well-formed
  }

  private Meaning missing(String name, String value) {
    List<String> head = new ArrayList<>(fields);
    head.add(0, statusLine);
    return Responses.withoutHeader(head, name, value).atByte(emptyLine(), bytes.length);
  }

  /** Where the head ends, and another header might stand. */
  private int emptyLine() {
    return bytes.length - body.length - "\r\n".length();
  }

  /** Fails unless it has the same status and headers as the answer to GET has. */
  public Answer expectHeadOf(Answer get) {
    if (status() != get.status()) {
      throw Failure.because(Meaning.of(
              "The status is " + status() + " for HEAD, and " + get.status() + " for GET.",
              "- HEAD asks what GET would be told, so it is treated alike, all but the body.")
          .atByte(STATUS, bytes.length));
    }
    List<String> missing = lacking(get.headers(), headers());
    List<String> added = lacking(headers(), get.headers());
    if (!missing.isEmpty() || !added.isEmpty()) {
      throw Failure.because(Meaning.of(
              "The answer to HEAD has other headers than the answer to GET.",
              (missing.isEmpty() ? "" : "GET has " + String.join(", ", missing) + ". ")
                  + (added.isEmpty() ? "" : "HEAD has " + String.join(", ", added) + "."),
              "- HEAD asks what GET would send: all its headers, with the number of bytes that its"
                  + " body would have.")
          .atByte(placeOf(added), bytes.length));
    }
    return this;
  }

  /** The first of these lines; without any, where another one might stand. */
  private int placeOf(List<String> lines) {
    String head = new String(bytes, ISO_8859_1);
    int found = lines.isEmpty() ? -1 : head.indexOf("\n" + lines.get(0));
    return found < 0 ? emptyLine() : found + 1;
  }

  private static List<String> lacking(List<String> some, List<String> others) {
    return some.stream()
        .filter(field -> !others.contains(field))
        .map(Text::printable)
        .toList();
  }

  /** Fails unless the body has these very bytes. */
  public Answer expectBody(byte[] expected, String... why) {
    if (!Arrays.equals(body, expected)) {
      throw Failure.because(
          Body.isAnother(body, expected, why).atByte(mismatch(expected), bytes.length));
    }
    return this;
  }

  /** Fails unless the body is this text, in UTF-8. */
  public Answer expectBody(String expected, String... why) {
    byte[] asked = expected.getBytes(UTF_8);
    if (!Arrays.equals(body, asked)) {
      throw Failure.because(
          Body.isAnotherText(body, expected, why).atByte(mismatch(asked), bytes.length));
    }
    return this;
  }

  private int mismatch(byte[] expected) {
    return bytes.length - body.length + Arrays.mismatch(body, expected);
  }
}
