package threads;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Looks at the threads of this process again and again, and tells what it sees, for some seconds
 * each time it is asked to. It is part of the agent, and does nothing before.
 */
public final class Sampler {

  /** Milliseconds between two looks. */
  static final int PAUSE = 50;

  /** Of so many threads it tells. */
  static final int MOST = 60;

  private static final long NANOS_TO_LOOK = 6_000_000_000L;
  private static final int MOST_FRAMES = 60;

  private final ThreadGroup learners;
  private long end;
  private boolean isLooking;

  /**
   * @param learners where the learner's threads are; this one's is not among them
   */
  public Sampler(ThreadGroup learners) {
    this.learners = learners;
  }

  /**
   * @param where a port of this machine and what to say there first, with a blank between them
   */
  public synchronized void look(String where) {
    end = System.nanoTime() + NANOS_TO_LOOK;
    if (!isLooking) {
      isLooking = true;
      Thread thread = new Thread(learners.getParent(), () -> run(where), "sampler");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private synchronized boolean goesOn() {
    isLooking = System.nanoTime() - end < 0;
    return isLooking;
  }

  private synchronized void stop() {
    isLooking = false;
  }

  private void run(String where) {
    String[] words = where.split(" ");
    try (Socket socket =
            new Socket(InetAddress.getByName("127.0.0.1"), Integer.parseInt(words[0]));
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
      out.writeUTF(words[1]);
      ThreadMXBean bean = ManagementFactory.getThreadMXBean();
      while (goesOn()) {
        tell(bean, out);
        Thread.sleep(PAUSE);
      }
    } catch (IOException | InterruptedException e) {
      stop(); // whoever has asked is gone
    }
  }

  private void tell(ThreadMXBean bean, DataOutputStream out) throws IOException {
    Thread[] threads = new Thread[1_000];
    int count = learners.enumerate(threads);
    Map<Integer, Long> numbers = new HashMap<>();
    long[] ids = new long[Math.min(count, MOST)];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = threads[i].getId();
      numbers.put(System.identityHashCode(threads[i]), ids[i]);
    }
    Seen[] seen = Stream.of(bean.getThreadInfo(ids, true, false, MOST_FRAMES))
        .filter(Objects::nonNull)
        .filter((ThreadInfo info) -> info.getStackTrace().length > 0)
        .map(info -> Eye.see(info, numbers))
        .toArray(Seen[]::new);
    out.writeInt(count - ids.length);
    out.writeInt(seen.length);
    for (Seen one : seen) {
      one.write(out);
    }
    out.flush();
  }
}
