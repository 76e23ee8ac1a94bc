package live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.events.Event;
import judge.events.Event.Bytes;
import judge.events.Event.InShort;
import judge.events.Event.Told;
import judge.events.Event.Words;
import judge.events.StoryText;
import judge.words.Spot;
import judge.words.Text;

/**
 * A row of the picture of an exchange, between the lanes of client and server.
 *
 * @param millis since the task began
 * @param check 0, or the number of one of several that ran side by side
 * @param kind {@code "sent"} and {@code "received"} as the client sees it, {@code "note"}, or
 *     {@code "print"} for a line of the learner's terminal
 * @param mark what TCP says of it: {@code "FIN"}, {@code "RST"}, or empty
 * @param what who does what
 * @param lines the bytes, made visible, cut after each line end; the calls of a stack trace that
 *     was printed; else empty
 * @param length how many bytes there were
 * @param here where it went wrong: the line, and how many characters stand before it; or null
 */
record Scene(
    long millis,
    int check,
    String kind,
    String mark,
    String what,
    List<String> lines,
    int length,
    Spot.Place here) {

  private static final int MOST_SCENES = 60;
  private static final Pattern CALL =
      Pattern.compile("(?:\\\\t|\\s)+(at .+\\)|\\.\\.\\. \\d+ more)");
  private static final int MOST_LINES = 24;

  /** How many bytes are shown before the wrong one, if it stands far behind. */
  private static final int BEFORE = 150;

  /** What tells the end of a connection, by the words that the clients of the judge use. */
  private enum End {
    SERVER_FIN("received", "FIN", ".* sees: the server has hung up.*"),
    SERVER_RST("received", "RST", ".* sees: the connection was reset"),
    CLIENT_FIN("sent", "FIN", ".*( \\(FIN\\)| leaves)"),
    CLIENT_RST("sent", "RST", ".* resets the connection");

    private final String kind;
    private final String mark;
    private final Pattern words;

    End(String kind, String mark, String words) {
      this.kind = kind;
      this.mark = mark;
      this.words = Pattern.compile(words);
    }
  }

  /** One in which nothing went wrong, as far as is known. */
  Scene(
      long millis,
      int check,
      String kind,
      String mark,
      String what,
      List<String> lines,
      int length) {
    this(millis, check, kind, mark, what, lines, length, null);
  }

  /**
   * The last scenes of a story: the failure is at their end.
   *
   * @param spot where it went wrong
   */
  static List<Scene> of(List<Event> story, Spot spot) {
    List<Event> told = new ArrayList<>();
    for (Event event : story) {
      if (event instanceof InShort inShort) {
        inShort.shorten(told);
      } else if (event instanceof Told || event instanceof Event.Print) {
        told.add(event);
      }
    }
    Bytes wrong = StoryText.at(spot, told).orElse(null);
    List<Scene> scenes = folded(withCalls(told.stream()
        .map(event -> event == wrong ? of(wrong, spot) : of(event, spot.printed()))
        .toList()));
    return scenes.subList(Math.max(0, scenes.size() - MOST_SCENES), scenes.size());
  }

  /** A stack trace is one scene. */
  private static List<Scene> withCalls(List<Scene> all) {
    List<Scene> scenes = new ArrayList<>();
    for (Scene scene : all) {
      int last = scenes.size() - 1;
      Matcher call = CALL.matcher(scene.here == null ? scene.what : "");
      if (scene.isPrint() && last >= 0 && scenes.get(last).isPrint() && call.matches()) {
        scenes.set(last, scenes.get(last).with(call.group(1)));
      } else {
        scenes.add(scene);
      }
    }
    return scenes;
  }

  /** A line that is printed again and again is shown once, and counted. */
  private static List<Scene> folded(List<Scene> all) {
    List<Scene> scenes = new ArrayList<>();
    int more = 0;
    for (int i = 0; i < all.size(); i++) {
      Scene scene = all.get(i);
      boolean isRepeated = i > 0 && scene.repeats(all.get(i - 1));
      if (!isRepeated) {
        scenes.add(scene);
        more = 0;
      } else if (++more == 1) {
        scenes.add(scene.saying("… once more"));
      } else {
        scenes.set(scenes.size() - 1, scene.saying("… " + more + " times more"));
      }
    }
    return scenes;
  }

  private boolean repeats(Scene other) {
    return isPrint() && other.isPrint() && what.equals(other.what) && lines.equals(other.lines);
  }

  private boolean isPrint() {
    return kind.equals("print");
  }

  private Scene with(String call) {
    List<String> calls = Stream.concat(lines.stream(), Stream.of(call)).toList();
    return new Scene(millis, check, kind, mark, what, calls, length, here);
  }

  private Scene saying(String words) {
    return new Scene(millis, check, kind, mark, words, List.of(), length, here);
  }

  private static Scene of(Event event, List<String> wrong) {
    if (event instanceof Bytes bytes) {
      return of(bytes, Spot.NONE);
    } else if (event instanceof Words words) {
      return of(words);
    }
    Event.Print print = (Event.Print) event;
    String line = Text.oneLine(print.line());
    Spot.Place here = wrong.contains(line.strip()) ? new Spot.Place(0, 0) : null;
    return new Scene(print.millis(), 0, "print", "", line, List.of(), 0, here);
  }

  private static Scene of(Bytes bytes, Spot spot) {
    List<String> lines = Text.visibleLines(bytes.bytes(), bytes.length());
    Spot.Place here = spot.place(bytes.bytes()).orElse(null);
    if (here == null && spot.offset() > BEFORE) {
      int from = spot.offset() - BEFORE;
      byte[] rest = Arrays.copyOfRange(bytes.bytes(), from, bytes.bytes().length);
      Spot near = new Spot(BEFORE, rest.length, List.of());
      here = near.place(rest)
          .map(place -> new Spot.Place(place.line() + 1, place.column()))
          .orElse(null);
      lines = new ArrayList<>(Text.visibleLines(rest, bytes.length()));
      lines.add(0, "(" + from + " bytes before)");
    }
    return new Scene(
        bytes.at().millis(),
        bytes.at().check(),
        bytes.isSent() ? "sent" : "received",
        "",
        bytes.what(),
        lines.subList(0, Math.min(lines.size(), MOST_LINES)),
        bytes.length(),
        here);
  }

  private static Scene of(Words words) {
    String line = Text.oneLine(words.line());
    for (End end : End.values()) {
      if (end.words.matcher(line).matches()) {
        return new Scene(
            words.at().millis(), words.at().check(), end.kind, end.mark, line, List.of(), 0);
      }
    }
    return new Scene(words.at().millis(), words.at().check(), "note", "", line, List.of(), 0);
  }
}
