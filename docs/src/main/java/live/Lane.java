package live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.events.Event;
import judge.events.Event.Print;
import judge.events.Event.Stands;
import judge.events.Event.Told;
import project.Source;

/**
 * What one of the learner's threads did while a task was judged.
 *
 * @param thread its name
 * @param stretches in their order; between two of them it was not in the learner's code
 */
record Lane(String thread, List<Stretch> stretches) {

  private static final int MOST_LANES = 12;
  private static final int MOST_STRETCHES = 120;

  /** As {@code judge.learner.Learner} describes it. */
  private static final Pattern STAND =
      Pattern.compile("(.*?) ((?:waits|runs|is in a job).*?),? at ((\\S+\\.java):(\\d+)) in (.*)");

  /**
   * A time in which it stood at one place.
   *
   * @param from milliseconds since the task began
   * @param to the same
   * @param kind {@code "waits"}, {@code "lock"}, {@code "job"} or {@code "runs"}
   * @param doing {@code "waits in accept"}
   * @param place {@code "WebServer.java:37"}
   * @param method the learner's method
   * @param code that line, as it was saved
   */
  record Stretch(
      long from, long to, String kind, String doing, String place, String method, String code) {

    private Stretch until(long millis) {
      return new Stretch(from, millis, kind, doing, place, method, code);
    }

    private boolean goesOnFrom(Stretch before) {
      return doing.equals(before.doing) && place.equals(before.place) && from == before.to;
    }
  }

  /** Those of a story, in the order in which they come up. */
  static List<Lane> of(List<Event> story, Source source) {
    Map<String, List<Stretch>> lanes = new LinkedHashMap<>();
    List<Stands> looks =
        story.stream().filter(Stands.class::isInstance).map(Stands.class::cast).toList();
    long end = story.stream().mapToLong(Lane::millis).max().orElse(0);
    for (int i = 0; i < looks.size(); i++) {
      long to = i + 1 < looks.size() ? looks.get(i + 1).millis() : end;
      for (String stand : looks.get(i).threads()) {
        add(lanes, stand, looks.get(i).millis(), to, source);
      }
    }
    return lanes.entrySet().stream()
        .limit(MOST_LANES)
        .map(lane -> new Lane(lane.getKey(), last(lane.getValue())))
        .toList();
  }

  private static List<Stretch> last(List<Stretch> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST_STRETCHES), all.size()));
  }

  private static long millis(Event event) {
    if (event instanceof Told told) {
      return told.at().millis();
    } else if (event instanceof Print print) {
      return print.millis();
    }
    return event instanceof Stands stands ? stands.millis() : 0;
  }

  private static void add(
      Map<String, List<Stretch>> lanes, String stand, long from, long to, Source source) {
    Matcher parts = STAND.matcher(stand);
    if (!parts.matches()) {
      return;
    }
    String code = line(source, parts.group(4), Integer.parseInt(parts.group(5)));
    String doing = parts.group(2);
    Stretch now = new Stretch(from, to, kind(doing), doing, parts.group(3), parts.group(6), code);
    List<Stretch> lane = lanes.computeIfAbsent(parts.group(1), name -> new ArrayList<>());
    int last = lane.size() - 1;
    if (last >= 0 && now.goesOnFrom(lane.get(last))) {
      lane.set(last, lane.get(last).until(to));
    } else {
      lane.add(now);
    }
  }

  private static String kind(String doing) {
    return Stream.of("waits for a lock", "waits", "is in a job", "runs")
        .filter(doing::startsWith)
        .findFirst()
        .map(word -> word.substring(word.lastIndexOf(' ') + 1))
        .orElse("runs");
  }

  /** Empty if the file has no such line any more. */
  private static String line(Source source, String file, int number) {
    return source
        .files()
        .getOrDefault(file, "")
        .lines()
        .skip(number - 1L)
        .findFirst()
        .map(String::strip)
        .orElse("");
  }
}
