package beyond;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URLDecoder;
import java.util.regex.Pattern;

/**
 * A request whose head is valid, RFC 9112, section 3.
 *
 * @param path what the target names, without scheme, host and query, percent signs resolved; one
 *     char for each octet. {@code *} in {@code OPTIONS *}
 * @param isHttp10 whether the client speaks HTTP/1.0, so that it may not know what came with 1.1
 */
record Request(String method, String path, boolean isHttp10, Headers headers, byte[] body) {

  private static final Pattern BAD_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

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
    Refused.unless(!BAD_PERCENT.matcher(path).find(), "a percent sign without two digits");
    return URLDecoder.decode(path.replace("+", "%2B"), ISO_8859_1); // else + would be a space
  }
}
