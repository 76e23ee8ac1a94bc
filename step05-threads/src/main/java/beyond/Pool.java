package beyond;

import java.util.concurrent.Executor;

/** A pool of threads, whoever made it; its close comes back when all jobs are done. */
interface Pool extends Executor, AutoCloseable {

  @Override
  void close();

  /**
   * One of four pools.
   *
   * @param threads how many jobs run at once; virtual threads need no such number
   * @throws IllegalArgumentException if there is no pool of that name
   * @throws UnsupportedOperationException if the JDK has no virtual threads
   */
  static Pool named(String name, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A pool of " + threads + " threads runs nothing.");
    }
    return switch (name) {
      case "ours" -> new ThreadPool(threads);
      case "queue" -> new QueuePool(threads);
      case "executor" -> new ServicePool(threads);
      case "virtual" -> new VirtualPool();
      default ->
        throw new IllegalArgumentException(
            "No pool is called " + name + ". Choose -Dpool=ours, queue, executor or virtual.");
    };
  }
}
