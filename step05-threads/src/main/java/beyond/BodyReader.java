package beyond;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a request's body to its end, RFC 9112, sections 6 and 7: else who knows what follows. */
final class BodyReader {

  static final byte[] NONE = {};

  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);
  private static final Pattern LENGTH = Pattern.compile("0*([0-9]+)");
  private static final Pattern CHUNK =
      Pattern.compile("0*([0-9A-Fa-f]+)(?:[ \\t]*;[\\t\\x20-\\x7e\\x80-\\xff]*)?");
  private static final int CHUNK_LINE_BYTES = 256; // or extensions would get round bodyBytes

  private final Input in;
  private final Limits limits;

  BodyReader(Input in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** Reads the body; tells a client that waits for it by out to go on. */
  byte[] read(Request request, OutputStream out) throws IOException, Refused {
    List<String> codings = request.headers().all("Transfer-Encoding");
    List<String> lengths = request.headers().all("Content-Length");
    if (codings.isEmpty() && lengths.isEmpty()) {
      return NONE;
    }
    Refused.unless(codings.isEmpty() || lengths.isEmpty(), "two lengths of one body"); // 6.1
    if (!codings.isEmpty()) {
      checkCoding(request.isHttp10(), String.join(",", codings));
    }
    int length = codings.isEmpty() ? length(lengths) : -1;
    if (length != 0 && request.expectsContinue() && !in.isReady()) {
      out.write(CONTINUE); // RFC 9110, section 10.1.1
    }
    in.setDeadline(System.nanoTime(), limits.bodyMillis());
    return length < 0 ? chunks() : in.octets(length);
  }

  /** One coding is known, chunked, and it has to be the last, section 6.3. */
  private static void checkCoding(boolean isHttp10, String codings) throws Refused {
    Refused.unless(!isHttp10, "HTTP/1.0 has no Transfer-Encoding");
    if (codings.matches("(?i).+,[ \\t]*chunked") && !codings.matches("(?i).*chunked.*,.*")) {
      throw new Refused(Status.NOT_IMPLEMENTED, "no Transfer-Encoding but chunked is known");
    }
    Refused.unless(codings.equalsIgnoreCase("chunked"), "the last coding must be chunked, once");
  }

  private int length(List<String> lengths) throws Refused {
    Matcher digits = LENGTH.matcher(lengths.get(0));
    Refused.unless(lengths.size() == 1 && digits.matches(), "Content-Length is not one number");
    return number(digits.group(1), 10);
  }

  /** A number that is at most what a body may have, however many digits are sent. */
  private int number(String digits, int radix) throws Refused {
    if (digits.length() > 7 || Integer.parseInt(digits, radix) > limits.bodyBytes()) {
      throw new Refused(
          Status.CONTENT_TOO_LARGE, "a body of more than " + limits.bodyBytes() + " octets");
    }
    return Integer.parseInt(digits, radix);
  }

  private byte[] chunks() throws IOException, Refused {
    var body = new ByteArrayOutputStream();
    int size = chunkSize();
    while (size > 0) {
      number(Integer.toString(body.size() + size), 10);
      body.write(in.octets(size));
      Refused.unless(in.line(0, Status.BAD_REQUEST).isEmpty(), "a chunk longer than its size");
      size = chunkSize();
    }
    Headers.read(in, limits); // the trailers, 7.1.2: valid, or refused, and then forgotten
    return body.toByteArray();
  }

  private int chunkSize() throws IOException, Refused {
    Matcher chunk = CHUNK.matcher(in.line(CHUNK_LINE_BYTES, Status.BAD_REQUEST));
    Refused.unless(chunk.matches(), "a chunk does not begin with its size");
    return number(chunk.group(1), 16);
  }
}
