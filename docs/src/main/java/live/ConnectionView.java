package live;

import java.util.ArrayList;
import java.util.List;
import judge.words.Text;
import wire.Connection;
import wire.Moment;

/**
 * A connection as a page shows it.
 *
 * @param startedAt in milliseconds since 1970
 * @param millis from its start to what has come last
 */
record ConnectionView(
    int number,
    String server,
    int port,
    long startedAt,
    long millis,
    boolean isOpen,
    List<Scene> scenes) {

  private static final int MILLIS_OF_SILENCE = 300;

  static ConnectionView of(Connection one) {
    return new ConnectionView(
        one.number(),
        one.server(),
        one.port(),
        one.startedAt(),
        one.millis(),
        one.isOpen(),
        scenes(one));
  }

  private static List<Scene> scenes(Connection one) {
    List<Scene> scenes = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < one.moments().size(); i++) {
      Moment moment = one.moments().get(i);
      long silence = moment.millis() - last;
      if (i == Connection.CUT && one.leftOut() > 0) {
        scenes.add(note(last, "… " + one.leftOut() + " pieces are left out here …"));
      } else if (silence >= MILLIS_OF_SILENCE) {
        scenes.add(note(last, "nothing for " + silence / 10 / 100.0 + " s"));
      }
      scenes.add(of(moment));
      last = moment.until();
    }
    return scenes;
  }

  private static Scene note(long millis, String words) {
    return new Scene(millis, 0, "note", "", words, List.of(), 0);
  }

  private static Scene of(Moment moment) {
    String kind = moment.isClients() ? "sent" : "received";
    return switch (moment.kind()) {
      case BYTES -> bytes(moment, kind);
      case FIN -> new Scene(moment.millis(), 0, kind, "FIN", "has no more to say", List.of(), 0);
      case RST -> new Scene(moment.millis(), 0, kind, "RST", "breaks off", List.of(), 0);
      case REFUSED ->
        new Scene(moment.millis(), 0, kind, "RST", "refuses: nobody listens", List.of(), 0);
    };
  }

  private static Scene bytes(Moment moment, String kind) {
    int kept = moment.bytes().length;
    boolean isCut = kept < moment.length();
    List<String> lines = Text.allVisibleLines(moment.bytes());
    return new Scene(
        moment.millis(),
        0,
        kind,
        "",
        isCut ? "the first " + kept + " of " + moment.length() + " bytes:" : "",
        lines,
        (int) Math.min(moment.length(), Integer.MAX_VALUE));
  }
}
