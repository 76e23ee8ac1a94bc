package beyond;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * No pool at all: a virtual thread for each job, from JDK 21 on.
 *
 * <p>What changes: there is no size, and no queue. A job that waits for its client holds some
 * kilobytes instead of a thread of the system, so ten thousand may wait; whoever limits how many
 * there are has to do it elsewhere. A job that works without a pause still needs a processor.
 */
final class VirtualPool implements Pool {

  private final Pool threads = new ServicePool(newExecutor());

  @Override
  public void execute(Runnable job) {
    threads.execute(job);
  }

  @Override
  public void close() {
    threads.close();
  }

  /** By reflection, for this file is compiled for Java 17, which has no such method. */
  private static ExecutorService newExecutor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) { // JDK 19 and 20 have it, but it refuses
      throw new UnsupportedOperationException(
          "Virtual threads need JDK 21 or newer; this is JDK "
              + Runtime.version().feature() + ". Choose -Dpool=ours, queue or executor.",
          e);
    }
  }
}
