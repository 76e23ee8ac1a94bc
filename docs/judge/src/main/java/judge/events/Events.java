package judge.events;

import java.util.function.Consumer;

/** Where the events of the running task go: one listener, for one task at a time. */
public final class Events {

  private static volatile Consumer<Event> listener = event -> {};
  private static volatile long start = System.nanoTime();

  private Events() {}

  /** From here on, the events go there. */
  public static void listen(Consumer<Event> to) {
    listener = to;
  }

  /** A task begins: its milliseconds count from here. */
  public static void begin(Task task) {
    start = System.nanoTime();
    tell(new Event.Began(task));
  }

  public static void tell(Event event) {
    listener.accept(event);
  }

  /** How long the task has been running. */
  public static long millis() {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
