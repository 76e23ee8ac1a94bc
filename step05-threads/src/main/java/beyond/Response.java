package beyond;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A response that is sent in one piece, RFC 9112, section 4.
 *
 * @param headers further ones, each with its CRLF; may be empty
 */
record Response(String status, String type, byte[] body, String headers) {

  /** IMF-fixdate, RFC 9110, section 5.6.7. Java's RFC_1123_DATE_TIME gives a day one digit. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

  private record Now(long second, String text) {}

  private static volatile Now now = new Now(0, "");

  static Response page(String status, String type, byte[] body) {
    return new Response(status, type, body, "");
  }

  /** One line of text that says what is wrong. */
  static Response text(String status, String why, String headers) {
    byte[] body = (status + (why.isEmpty() ? "" : ": " + why) + "\n").getBytes(ISO_8859_1);
    return new Response(status, "text/plain; charset=utf-8", body, headers);
  }

  /** Head and body in one array: one write, so no packet waits for another. */
  byte[] octets(boolean withBody, String connection) {
    String head = "HTTP/1.1 " + status + "\r\n"
        + ("Date: " + date(Instant.now()) + "\r\n")
        + ("Content-Type: " + type + "\r\n")
        + ("Content-Length: " + body.length + "\r\n")
        + headers
        + connection
        + "\r\n";
    byte[] octets = new byte[head.length() + (withBody ? body.length : 0)];
    System.arraycopy(head.getBytes(ISO_8859_1), 0, octets, 0, head.length());
    System.arraycopy(body, 0, octets, head.length(), octets.length - head.length());
    return octets;
  }

  /** RFC 9110, section 6.6.1. A text serves for a second. */
  static String date(Instant instant) {
    Now last = now;
    if (last.second() != instant.getEpochSecond()) {
      last = new Now(instant.getEpochSecond(), DATE.format(instant.atOffset(ZoneOffset.UTC)));
      now = last;
    }
    return last.text();
  }
}
