package reply;

import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** First lines of requests that are no request lines, each with the reason why it is none. */
final class BadLines {

  private static final String IN_A_ROW =
      "- There are two blanks in a row: a split at \"\\s+\", or a Scanner, does not see it. A split"
          + " at \" \" makes an empty part of it, which is none.";

  private static final String AT_BEGINNING =
      "- It has a blank at its beginning, and nothing before it: strip takes it away, and a split"
          + " makes an empty part of it, which is none.";

  private final Map<String, String> lines = new LinkedHashMap<>();

  private BadLines() {}

  /** In the order in which they are to be tried. */
  static Map<String, String> all() {
    BadLines bad = new BadLines();
    bad.addParts("GET " + path());
    bad.addBlanks("GET", path(), " HTTP/1.1");
    List.of("FTP/1.1", "HTTP/2.0", "HTTP/x", "HTTP/1-1", "HTTP/1.7", "HTTP/1.10")
        .forEach(bad::addVersion);
    List.of("http/1.1", "xHTTP/1.1").forEach(bad::addVersion);
    return bad.lines;
  }

  private void addParts(String two) {
    lines.put(word(), "- It has one part; a request line has three.");
    lines.put(two, "- It has two parts: the version is missing.");
    lines.put(two + " /a HTTP/1.1", "- It has four parts, not three.");
  }

  private void addBlanks(String method, String path, String version) {
    lines.put(method + "  " + path + version, IN_A_ROW);
    lines.put(
        method + " " + path + version + " ",
        "- It has a blank at its end, and nothing behind it: split leaves out empty parts at the"
            + " end, unless it gets a -1, as in split(\" \", -1).");
    lines.put(method + " " + version, IN_A_ROW);
    lines.put(" " + method + " " + path + version, AT_BEGINNING);
    lines.put(" " + path + version, AT_BEGINNING);
    lines.put(
        method + "\t" + path + "\tHTTP/1.1",
        "- It has tabs, and no blank: to \\s and to isWhitespace they are the same.");
  }

  private void addVersion(String version) {
    lines.put(
        "GET " + path() + " " + version,
        "- The third part is " + version
            + ". Only HTTP/1.1 and HTTP/1.0 are asked for: compare all of"
            + " it, not its beginning; upper and lower case count. In a regular expression a dot is"
            + " any character, and \\. is a dot.");
  }
}
