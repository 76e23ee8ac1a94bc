package site;

/** What the Content-Type of a file depends on. */
public final class Types {

  private Types() {}

  /** Why a file has its type, and no other. */
  public static String[] why(String target, String file) {
    String end = file.substring(file.lastIndexOf('.'));
    if (target.contains("?")) {
      return new String[] {
        "- The file is " + file + ". The query, what follows the question mark, is no part of a"
            + " file's name."
      };
    }
    return switch (end) {
      case ".html", ".css", ".svg", ".png" ->
        new String[] {
          "- The name " + file + " ends in " + end + ": the last dot decides.",
          "- The type of a text says how its bytes are to be read: charset=utf-8. Java's own"
              + " guessContentTypeFromName does not say it."
        };
      default ->
        new String[] {
          "- Nothing is known of " + end
              + ", and application/octet-stream says that: bytes. A browser"
              + " saves such a file, and does not take it for a page.",
          "- Compare all that follows the dot: .xhtml does not end in .html."
        };
    };
  }
}
