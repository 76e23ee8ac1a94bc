package beyond;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of a request in their order, RFC 9110, section 5, and RFC 9112, section 5. */
record Headers(List<Header> list) {

  record Header(String name, String value) {}

  static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  static final String QUOTED =
      "\"(?:[\\t\\x20-\\x7e\\x80-\\xff&&[^\"\\\\]]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*\"";

  // No space before the colon (5.1), none before the name (5.2), no control character but tab.
  private static final Pattern HEADER =
      Pattern.compile("(" + TOKEN + "):([\\t\\x20-\\x7e\\x80-\\xff]*)");

  /** Reads up to the empty line, and that line. */
  static Headers read(Input in, Limits limits) throws IOException, Refused {
    List<Header> headers = new ArrayList<>();
    int room = limits.headBytes();
    String line = line(in, limits, room);
    while (!line.isEmpty()) {
      if (headers.size() == limits.headers()) {
        throw new Refused(
            "431 Request Header Fields Too Large", "more than " + headers.size() + " headers");
      }
      headers.add(parse(line));
      room -= line.length();
      line = line(in, limits, room);
    }
    return new Headers(headers);
  }

  private static String line(Input in, Limits limits, int room) throws IOException, Refused {
    return in.line(Math.min(limits.lineBytes(), room), "431 Request Header Fields Too Large");
  }

  private static Header parse(String line) throws Refused {
    Matcher header = HEADER.matcher(line);
    Refused.unless(header.matches(), "a header is not name, colon, value");
    return new Header(header.group(1), header.group(2).strip());
  }

  /** The values of all headers of that name, whose case does not count. */
  List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : list) {
      if (header.name().equalsIgnoreCase(name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /** Whether the word is an element of a header that is a list, such as {@code Connection}. */
  boolean lists(String name, String word) {
    for (String value : all(name)) {
      for (String element : value.split(",")) {
        if (element.strip().equalsIgnoreCase(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
