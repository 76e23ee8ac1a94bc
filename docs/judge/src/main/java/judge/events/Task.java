package judge.events;

import java.io.Serializable;

/**
 * A task of a step.
 *
 * @param number as on the step's page: {@code "2.1"}
 * @param isCore whether the next step builds on it
 * @param method of the class {@code Exercise} that judges it
 */
public record Task(String number, String title, boolean isCore, String method)
    implements Serializable {

  /** Its place among the tasks of its step: 10 for {@code "5.10"}. */
  public int place() {
    return Integer.parseInt(number.substring(number.indexOf('.') + 1));
  }

  /** Number and title: {@code "2.1 Print the head of a request"}. */
  @Override
  public String toString() {
    return number + " " + title;
  }
}
