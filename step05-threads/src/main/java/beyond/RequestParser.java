package beyond;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of a request and refuses what RFC 9112, sections 2 to 5, does not allow. */
final class RequestParser {

  private static final Pattern METHOD = Pattern.compile(Headers.TOKEN);
  private static final Pattern TARGET = Pattern.compile("[\\x21-\\x7e&&[^#]]+");
  private static final Pattern VERSION = Pattern.compile("HTTP/([0-9])\\.([0-9])");

  /** A name, IPv4 or IPv6 address, and perhaps a port: RFC 9110, section 7.2. */
  private static final String HOST =
      "(?:[0-9A-Za-z._~!$&'()*+,;=%-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{0,5})?";

  private static final Pattern VALID_HOST = Pattern.compile(HOST);
  private static final Pattern ABSOLUTE = Pattern.compile("(?i:http)://" + HOST + "([/?].*)?");

  private final Input in;
  private final Limits limits;
  private String requestLine = "";

  RequestParser(Input in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** The request line as it came; empty as long as it has not. */
  String requestLine() {
    return requestLine;
  }

  /** Reads a head; its request has no body yet. */
  Request parse() throws IOException, Refused {
    requestLine = in.line(limits.lineBytes(), "414 URI Too Long");
    if (requestLine.isEmpty()) { // left over from a body before: RFC 9112, section 2.2
      requestLine = in.line(limits.lineBytes(), "414 URI Too Long");
    }
    String[] parts = requestLine.split(" ", -1);
    Refused.unless(parts.length == 3, "a request line is method, target, version; one space each");
    boolean isHttp10 = isHttp10(parts[2]);
    Refused.unless(METHOD.matcher(parts[0]).matches(), "the method is not a token");
    String path = path(parts[0], parts[1]);
    Headers headers = Headers.read(in, limits);
    checkHost(headers.all("Host"), isHttp10);
    return new Request(parts[0], path, isHttp10, headers, BodyReader.NONE);
  }

  private static boolean isHttp10(String version) throws Refused {
    Matcher digits = VERSION.matcher(version);
    Refused.unless(digits.matches(), "the version is not HTTP/1.1");
    if (!digits.group(1).equals("1")) {
      throw new Refused("505 HTTP Version Not Supported", "1.0 and 1.1 are spoken here");
    }
    return digits.group(2).equals("0");
  }

  /** The four forms of a target, RFC 9112, section 3.2; that of CONNECT names no path. */
  private static String path(String method, String target) throws Refused {
    Refused.unless(TARGET.matcher(target).matches(), "the target has characters that no URI has");
    if (target.startsWith("/")) {
      return withoutQuery(target);
    }
    if (target.equals("*") && method.equals("OPTIONS") || method.equals("CONNECT")) {
      return target;
    }
    Matcher absolute = ABSOLUTE.matcher(target);
    Refused.unless(absolute.matches(), "the target is neither a path nor an http URI");
    String rest = absolute.group(1);
    return rest == null || rest.startsWith("?") ? "/" : withoutQuery(rest);
  }

  private static String withoutQuery(String target) throws Refused {
    int query = target.indexOf('?');
    return Request.decode(query < 0 ? target : target.substring(0, query));
  }

  /** RFC 9112, section 3.2: exactly one, and valid; HTTP/1.0 may do without. */
  private static void checkHost(List<String> hosts, boolean isHttp10) throws Refused {
    if (!hosts.isEmpty() || !isHttp10) {
      Refused.unless(hosts.size() == 1, "there must be one Host header");
      Refused.unless(VALID_HOST.matcher(hosts.get(0)).matches(), "Host does not name a host");
    }
  }
}
