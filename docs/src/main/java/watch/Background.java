package watch;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** A thread that does one thing after another, and keeps no program going. */
public final class Background {

  private Background() {}

  /** After its shutdown it takes nothing more, and complains about nothing. */
  public static ScheduledExecutorService thread(String name) {
    var one = new ScheduledThreadPoolExecutor(
        1,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
    one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return one;
  }
}
