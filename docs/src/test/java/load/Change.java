package load;

import java.util.List;

/**
 * A small change to listing 25 that makes it faster: to see what the line that it changes costs.
 *
 * @param name what the plot calls it
 * @param edits pairs: a text that is in the listing once, and what stands there instead
 */
record Change(String name, List<String> edits) {

  private static final List<String> ONE_WRITE = List.of("""
          out.write(head(page.status(), body.length));
          out.write(body);
      """, """
          byte[] head = head(page.status(), body.length);
          byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
          System.arraycopy(body, 0, all, head.length, body.length);
          out.write(all);
      """);

  private static final List<String> PAGE_KEPT = List.of("""
          byte[] body = readPage(page.file());
      """, """
          byte[] body = PAGES.get(page.file());
          if (body == null) {
            body = readPage(page.file());
            PAGES.put(page.file(), body);
          }
      """, """
        record Page(String status, String file) {}
      """, """
        record Page(String status, String file) {}

        static final java.util.Map<String, byte[]> PAGES =
            new java.util.concurrent.ConcurrentHashMap<>();
      """);

  private static final List<String> NO_LINE = List.of("""
              print("Worker " + id + " got a job; executing.");
      """, "");

  private static final List<String> NO_TIME_LIMIT = List.of("""
                socket.setSoTimeout(5_000);
      """, "");

  static final List<Change> ALL = List.of(
      new Change("one write", ONE_WRITE),
      new Change("page kept", PAGE_KEPT),
      new Change("no line", NO_LINE),
      new Change("no time limit", NO_TIME_LIMIT),
      new Change("all four", all()));

  private static List<String> all() {
    return List.of(ONE_WRITE, PAGE_KEPT, NO_LINE, NO_TIME_LIMIT).stream()
        .flatMap(List::stream)
        .toList();
  }

  String applyTo(String source) {
    String changed = source;
    for (int i = 0; i < edits.size(); i += 2) {
      String before = edits.get(i);
      int at = changed.indexOf(before);
      if (at < 0 || changed.indexOf(before, at + 1) >= 0) {
        throw new IllegalStateException("must be in listing 25 once:\n" + before);
      }
      changed = changed.replace(before, edits.get(i + 1));
    }
    return changed;
  }
}
