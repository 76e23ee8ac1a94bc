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
  private static final String CHUNKS = "chunks";
  private static final Pattern LENGTH = Pattern.compile("0*([0-9]+)");

  /** A size, and extensions that mean nothing here: section 7.1.1. */
  private static final Pattern CHUNK = Pattern.compile("0*([0-9A-Fa-f]+)(?:[ \\t]*;[ \\t]*"
      + Headers.TOKEN + "(?:[ \\t]*=[ \\t]*(?:" + Headers.TOKEN + "|" + Headers.QUOTED + "))?)*");

  private static final int CHUNK_LINE_BYTES = 256; // or extensions would get round bodyBytes

  private final Request request;
  private final Input in;
  private final Limits limits;
  private final String length; // digits, or CHUNKS

  /** Finds out how the end of the body is known, and refuses what could be understood two ways. */
  BodyReader(Request request, Input in, Limits limits) throws Refused {
    this.request = request;
    this.in = in;
    this.limits = limits;
    List<String> codings = request.headers().all("Transfer-Encoding");
    List<String> lengths = request.headers().all("Content-Length");
    Refused.unless(codings.isEmpty() || lengths.isEmpty(), "two lengths of one body"); // 6.1
    if (!codings.isEmpty()) {
      checkCoding(request.isHttp10(), String.join(",", codings));
      length = CHUNKS;
    } else {
      length = lengths.isEmpty() ? "0" : digits(lengths);
    }
  }

  /** Reads the body; a client that waits before it sends one is told by out to go on. */
  byte[] read(OutputStream out) throws IOException, Refused {
    boolean chunked = length.equals(CHUNKS);
    int octets = chunked ? 0 : number(length, 10);
    if (!chunked && octets == 0) {
      return NONE;
    }
    if (request.expectsContinue() && !in.isReady()) {
      out.write(CONTINUE); // RFC 9110, section 10.1.1
    }
    in.setDeadline(System.nanoTime(), limits.bodyMillis());
    return chunked ? chunks() : in.octets(octets);
  }

  /** One coding is known, chunked, and it has to be the last, section 6.3. */
  private static void checkCoding(boolean isHttp10, String codings) throws Refused {
    Refused.unless(!isHttp10, "HTTP/1.0 has no Transfer-Encoding");
    if (codings.matches("(?i).+,[ \\t]*chunked") && !codings.matches("(?i).*chunked.*,.*")) {
      throw new Refused("501 Not Implemented", "no Transfer-Encoding but chunked is known");
    }
    Refused.unless(codings.equalsIgnoreCase("chunked"), "the last coding must be chunked, once");
  }

  private static String digits(List<String> lengths) throws Refused {
    Matcher digits = LENGTH.matcher(lengths.get(0));
    Refused.unless(lengths.size() == 1 && digits.matches(), "Content-Length is not one number");
    return digits.group(1);
  }

  /** A number that is at most what a body may have, however many digits are sent. */
  private int number(String digits, int radix) throws Refused {
    if (digits.length() > 7 || Integer.parseInt(digits, radix) > limits.bodyBytes()) {
      throw new Refused(
          "413 Content Too Large", "a body of more than " + limits.bodyBytes() + " octets");
    }
    return Integer.parseInt(digits, radix);
  }

  private byte[] chunks() throws IOException, Refused {
    var body = new ByteArrayOutputStream();
    int size = chunkSize();
    while (size > 0) {
      number(Integer.toString(body.size() + size), 10);
      body.write(in.octets(size));
      Refused.unless(in.line(0, "400 Bad Request").isEmpty(), "a chunk longer than its size");
      size = chunkSize();
    }
    Headers.read(in, limits); // the trailers, 7.1.2: valid, or refused, and then forgotten
    return body.toByteArray();
  }

  private int chunkSize() throws IOException, Refused {
    Matcher chunk = CHUNK.matcher(in.line(CHUNK_LINE_BYTES, "400 Bad Request"));
    Refused.unless(chunk.matches(), "a chunk does not begin with its size");
    return number(chunk.group(1), 16);
  }
}
