package proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a method in a Java file: from its first line to the brace that closes it. */
final class MethodText {

  private MethodText() {}

  /** Puts a text in place of the method; one that there is not comes at the end of the class. */
  static String replace(String file, String method, String text) {
    Matcher head = Pattern.compile(
            "(?m)^ *(static |public )?[\\w<>\\[\\]. ]*\\b" + method + "\\([^;={]*\\{")
        .matcher(file);
    if (head.find()) {
      int end = end(file, head.end());
      return file.substring(0, head.start()) + text + file.substring(end);
    }
    int last = file.lastIndexOf('}');
    return file.substring(0, last) + "\n" + text + "\n" + file.substring(last);
  }

  /** The place after the brace that closes what is open. */
  private static int end(String file, int start) {
    int depth = 1;
    int i = start;
    boolean isQuoted = false;
    for (; depth > 0; i++) {
      char c = file.charAt(i);
      isQuoted ^= c == '"' && file.charAt(i - 1) != '\\';
      depth += isQuoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return i;
  }
}
