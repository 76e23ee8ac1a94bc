package beyond;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Clients that ask at the same time, each in a thread of its own. */
final class Swarm {

  private Swarm() {}

  /** Starts so many; each is told its number. */
  static List<Thread> start(int count, IntConsumer client) {
    List<Thread> threads = IntStream.range(0, count)
        .mapToObj(i -> new Thread(() -> client.accept(i), "client " + i))
        .toList();
    threads.forEach(Thread::start);
    return threads;
  }

  /** The same, and waits until all have done. */
  static void run(int count, IntConsumer client) throws InterruptedException {
    for (Thread thread : start(count, client)) {
      thread.join();
    }
  }
}
