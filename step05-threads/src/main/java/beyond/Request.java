package beyond;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * A request whose head is valid, RFC 9112, section 3.
 *
 * @param path what the target names, without scheme, host and query, percent signs resolved; one
 *     char for each octet. {@code *} in {@code OPTIONS *}
 * @param isHttp10 whether the client speaks HTTP/1.0, so that it may not know what came with 1.1
 */
record Request(String method, String path, boolean isHttp10, Headers headers, byte[] body) {

  /** Whether the client wants the connection to go on, RFC 9112, section 9.3. */
  boolean keepsAlive() {
    return !headers.lists("Connection", "close")
        && (!isHttp10 || headers.lists("Connection", "keep-alive"));
  }

  /** Whether the client waits for a word before it sends the body, RFC 9110, section 10.1.1. */
  boolean expectsContinue() {
    return !isHttp10 && headers.lists("Expect", "100-continue");
  }

  boolean expectsWhatNobodyKnows() {
    return !isHttp10 && !headers.all("Expect").isEmpty() && !expectsContinue();
  }

  Request with(byte[] newBody) {
    return new Request(method, path, isHttp10, headers, newBody);
  }

  /** Resolves {@code %41} to {@code A}, RFC 3986, section 2.1. */
  static String decode(String path) throws Refused {
    var decoded = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      int octet = path.charAt(i);
      if (octet == '%') {
        Refused.unless(path.length() > i + 2, "a percent sign without two digits");
        int high = Character.digit(path.charAt(++i), 16);
        int low = Character.digit(path.charAt(++i), 16);
        Refused.unless(high >= 0 && low >= 0, "a percent sign without two digits");
        octet = 16 * high + low;
      }
      decoded.write(octet);
    }
    return decoded.toString(ISO_8859_1);
  }
}
