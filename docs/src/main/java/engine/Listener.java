package engine;

import judge.events.Event;
import judge.events.Task;

/** Hears what happens while tasks are judged, one thing after another, from whichever lane. */
public interface Listener {

  /**
   * Something has happened.
   *
   * @param task whose event it is; null if it does not compile
   */
  void hear(Task task, Event event);
}
