package judge.events;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import judge.words.Text;

/** Writes a story down as lines of text. */
public final class StoryText {

  private static final int MOST_LINES = 16;
  private static final int MOST_BODY = 3;
  private static final int COLUMNS = 90;

  private StoryText() {}

  /** The last lines, if possible from where a client begins; the failure is at their end. */
  public static List<String> of(List<Event.Told> story) {
    List<String> lines = story.stream().flatMap(told -> lines(told).stream()).toList();
    return Text.last(lines, mostLines(lines));
  }

  /** Which part has the first line that is shown; 0 if there are no others. */
  public static int first(List<Event.Told> story) {
    List<String> lines = story.stream().flatMap(told -> lines(told).stream()).toList();
    int before = lines.size() - mostLines(lines);
    int part = 0;
    while (part < story.size() && before >= lines(story.get(part)).size()) {
      before -= lines(story.get(part++)).size();
    }
    return before < 0 ? 0 : part;
  }

  private static List<String> lines(Event.Told told) {
    return told instanceof Event.Bytes bytes ? lines(bytes) : List.of(((Event.Words) told).line());
  }

  /** The bytes, line by line. */
  private static List<String> lines(Event.Bytes bytes) {
    List<String> lines = new ArrayList<>();
    String margin = bytes.what();
    for (String line :
        shortened(Text.visibleLines(bytes.bytes(), bytes.length()), bytes.length())) {
      lines.add(margin + " " + line);
      margin = " ".repeat(margin.length());
    }
    return lines;
  }

  /** The whole head, but of a long body only its beginning. */
  private static List<String> shortened(List<String> lines, int bytes) {
    int body = lines.indexOf("\\r\\n") + 1;
    boolean isShort =
        lines.size() - body <= MOST_BODY && lines.stream().noneMatch(StoryText::isLong);
    if (body == 0 || isShort) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, body));
    lines.stream().skip(body).limit(MOST_BODY).map(StoryText::cut).forEach(some::add);
    some.add("... (" + bytes + " bytes with the head)");
    return some;
  }

  private static boolean isLong(String line) {
    return line.length() > COLUMNS;
  }

  private static String cut(String line) {
    return isLong(line) ? line.substring(0, COLUMNS) + "..." : line;
  }

  private static int mostLines(List<String> lines) {
    int size = lines.size();
    return IntStream.concat(
            IntStream.rangeClosed(-MOST_LINES, -MOST_LINES / 2),
            IntStream.rangeClosed(MOST_LINES, MOST_LINES * 3 / 2))
        .map(Math::abs)
        .filter(count -> count <= size && isBeginning(lines.get(size - count)))
        .findFirst()
        .orElse(MOST_LINES);
  }

  private static boolean isBeginning(String line) {
    return line.matches("client \\d+ connects .*|OkHttp sends .*");
  }
}
