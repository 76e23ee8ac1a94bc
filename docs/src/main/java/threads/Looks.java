package threads;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Where the agents of the servers' processes tell what they see. */
public final class Looks implements AutoCloseable {

  private static final int SECRET_BITS = 128;
  private static final int MILLIS_TO_SAY_IT = 5_000;

  private final ServerSocket listener;
  private final Map<String, Consumer<Rows>> known = new ConcurrentHashMap<>();

  public Looks() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("looks", this::accept);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Expects an agent.
   *
   * @param observer is told what it sees
   * @return the line that tells the agent to look
   */
  public String expect(Consumer<Rows> observer) {
    String secret = new BigInteger(SECRET_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    known.put(secret, observer);
    return listener.getLocalPort() + " " + secret;
  }

  /** Its process has ended. */
  public void forget(String line) {
    known.remove(line.split(" ")[1]);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket agent = listener.accept();
        start("look", () -> read(agent));
      } catch (IOException e) {
        // It was closed, or an agent has gone again.
      }
    }
  }

  private void read(Socket agent) {
    try (agent;
        var in = new DataInputStream(new BufferedInputStream(agent.getInputStream()))) {
      agent.setSoTimeout(MILLIS_TO_SAY_IT);
      Consumer<Rows> observer = known.get(in.readUTF());
      if (observer != null) {
        read(in, observer);
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }

  private static void read(DataInputStream in, Consumer<Rows> observer) throws IOException {
    Timelines timelines = new Timelines();
    while (true) {
      int more = in.readInt();
      List<Seen> seen = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        seen.add(Seen.read(in));
      }
      timelines.add(seen, System.nanoTime() / 1_000_000);
      if (timelines.isDue()) {
        observer.accept(timelines.rows(more));
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
