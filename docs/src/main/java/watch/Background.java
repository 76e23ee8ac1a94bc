package watch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that does one thing after another, and keeps no program going. */
public final class Background {

  private static final int SECONDS_TO_END = 5;

  private Background() {}

  /** After its end it takes nothing more, and complains about nothing. */
  public static ScheduledExecutorService thread(String name) {
    return new ScheduledThreadPoolExecutor(
        1,
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Has it do this as its last work, and waits for that. */
  public static void end(ExecutorService thread, Runnable last) {
    if (thread.isShutdown()) {
      return;
    }
    try {
      thread.submit(last).get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It ends all the same.
    }
    thread.shutdownNow();
  }
}
