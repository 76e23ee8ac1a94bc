package judge.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import judge.words.Spot;
import judge.words.Text;

/** Writes a story down as lines of text. */
public final class StoryText {

  private static final int MOST_LINES = 16;
  private static final int MOST_BODY = 3;
  private static final int COLUMNS = 90;

  private StoryText() {}

  /**
   * The last lines, if possible from where a client begins; the failure is at their end.
   *
   * @param spot the byte that is pointed at
   */
  public static List<String> of(List<Event.Told> story, Spot spot) {
    List<String> lines = lines(story, spot).stream().flatMap(List::stream).toList();
    return Text.last(lines, mostLines(lines));
  }

  /** Which part has the first line that is shown; 0 if there are no others. */
  public static int first(List<Event.Told> story, Spot spot) {
    List<List<String>> parts = lines(story, spot);
    List<String> lines = parts.stream().flatMap(List::stream).toList();
    int before = lines.size() - mostLines(lines);
    int part = 0;
    while (part < parts.size() && before >= parts.get(part).size()) {
      before -= parts.get(part++).size();
    }
    return before < 0 ? 0 : part;
  }

  /** Of the parts of a story, the one in which the spot is: what was received last. */
  public static Optional<Event.Bytes> at(Spot spot, List<? extends Event> story) {
    return story.stream()
        .filter(Event.Bytes.class::isInstance)
        .map(Event.Bytes.class::cast)
        .filter(bytes -> !bytes.isSent() && spot.isIn(bytes.length()))
        .reduce((before, last) -> last);
  }

  private static List<List<String>> lines(List<Event.Told> story, Spot spot) {
    Event.Told wrong = at(spot, story).orElse(null);
    return story.stream()
        .map(told -> lines(told, told == wrong ? spot : Spot.NONE))
        .toList();
  }

  private static List<String> lines(Event.Told told, Spot spot) {
    return told instanceof Event.Bytes bytes
        ? lines(bytes, spot)
        : List.of(((Event.Words) told).line());
  }

  /** The bytes, line by line. */
  private static List<String> lines(Event.Bytes bytes, Spot spot) {
    List<String> lines = new ArrayList<>();
    String margin = bytes.what();
    for (String line :
        shortened(Text.visibleLines(bytes.bytes(), bytes.length()), bytes.length())) {
      lines.add(margin + " " + line);
      margin = " ".repeat(margin.length());
    }
    point(lines, margin.length() + 1, spot.place(bytes.bytes()));
    return lines;
  }

  /** Adds a line that points at the place, if that is shown. */
  private static void point(List<String> lines, int margin, Optional<Spot.Place> place) {
    int line = place.map(Spot.Place::line).orElse(lines.size());
    int column = margin + place.map(Spot.Place::column).orElse(0);
    if (line < lines.size() && column <= lines.get(line).length()) {
      lines.add(line + 1, " ".repeat(column) + "^ here");
    }
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
