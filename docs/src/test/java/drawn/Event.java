package drawn;

import java.util.Map;

/**
 * Something that one has done to another: two threads, clients, or things such as a queue.
 *
 * @param from who
 * @param to to whom
 * @param what what; it is part of the text at the diagram's arrow
 */
record Event(String from, String to, String what) {

  /** Whether both have a role. */
  boolean isIn(Map<String, String> roles) {
    return roles.containsKey(from) && roles.containsKey(to);
  }

  /** The same with the names that the diagram has. */
  Event as(Map<String, String> roles) {
    return new Event(roles.get(from), roles.get(to), what);
  }

  @Override
  public String toString() {
    return from + " to " + to + ": " + what;
  }
}
