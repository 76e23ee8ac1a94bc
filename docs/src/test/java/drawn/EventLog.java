package drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import judge.words.Wait;

/** What has happened, in order, told by a program's threads and by its clients. */
final class EventLog {

  /** The name of one who is known only later. */
  static final String UNKNOWN = "?";

  private final List<Event> events = new ArrayList<>();

  synchronized void add(String from, String to, String what) {
    events.add(new Event(from, to, what));
  }

  /** Names the one who was unknown so far. */
  synchronized void fill(String name) {
    events.replaceAll(
        event -> event.to().equals(UNKNOWN) ? new Event(event.from(), name, event.what()) : event);
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** What those did that have a role, from the first event to the last one with these words. */
  List<Event> part(Map<String, String> roles, String first, String last) {
    List<Event> part = events().stream()
        .filter(event -> event.isIn(roles))
        .map(event -> event.as(roles))
        .toList();
    List<String> words = part.stream().map(Event::what).toList();
    return part.subList(words.indexOf(first), words.lastIndexOf(last) + 1);
  }

  /** How often it has happened, whoever did it. */
  long count(String what) {
    return events().stream().filter(event -> event.what().equals(what)).count();
  }

  /** Who first did something that begins with these words. */
  String who(String what) {
    return events().stream()
        .filter(event -> event.what().startsWith(what))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nobody " + what + ". There were: " + events()))
        .from();
  }

  /** Waits until it has happened. */
  void await(String what) {
    await(what, 1);
  }

  /** Waits until it has happened so many times. */
  void await(String what, int times) {
    if (!Wait.until(() -> count(what) >= times, 60_000)) {
      throw new IllegalStateException(
          "not " + times + " times: " + what + ". There were: " + events());
    }
  }
}
