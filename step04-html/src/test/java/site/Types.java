package site;

/** What the Content-Type of a file depends on. */
public final class Types {

  public static final String CSS = "text/css; charset=utf-8";

  private Types() {}

  public static void expectOfNew(Site site, String file, String type) {
    expect(site, "/" + site.add(file), file, type);
  }

  public static void expect(Site site, String target, String file, String type) {
    site.expectFile(target, file).expectHeader("Content-Type", type, why(target, file));
  }

  /** Why a file has its type, and no other. */
  private static String[] why(String target, String file) {
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
