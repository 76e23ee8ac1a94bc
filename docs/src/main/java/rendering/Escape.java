package rendering;

/** Text as HTML has it. */
final class Escape {

  private Escape() {}

  /** Between tags, and between quotes in one. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
