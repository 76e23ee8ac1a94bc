package beyond;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import judge.words.Await;

/** A sturdy server under test, on a free port of 127.0.0.1. */
final class Sturdy implements AutoCloseable {

  static final Handler PAGES = new Pages("/pages");
  static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private final Map<Integer, Long> accepted = new ConcurrentHashMap<>();
  private final ServerSocket listener =
      new ServerSocket(0, 1_024, InetAddress.getByName("127.0.0.1")) {
        @Override
        public Socket accept() throws IOException {
          Socket socket = super.accept();
          accepted.put(socket.getPort(), System.nanoTime()); // at most 65,535 of them
          return socket;
        }
      };
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Executor pool;
  private final SturdyServer server;
  private final Thread thread;
  private volatile boolean forgetful;
  private volatile Throwable end;

  private Sturdy(Executor pool, Limits limits, Handler handler) throws IOException {
    this.pool = pool;
    server = new SturdyServer(pool, limits, handler, this::log);
    thread = new Thread(this::serve, "sturdy");
    thread.setDaemon(true);
  }

  private void log(String line) {
    if (!forgetful) {
      log.add(line);
    }
  }

  /** Keeps no log from now on. */
  void forgetLog() {
    forgetful = true;
    log.clear();
  }

  /** Four workers, and pages. */
  static Sturdy start(Limits limits) throws IOException {
    return start(new ThreadPool(4), limits, PAGES);
  }

  static Sturdy start(Executor pool, Limits limits, Handler handler) throws IOException {
    Sturdy sturdy = prepare(pool, limits, handler);
    sturdy.begin();
    return sturdy;
  }

  /** A server whose port is open, but which takes connections only from {@link #begin}. */
  static Sturdy prepare(Executor pool, Limits limits, Handler handler) throws IOException {
    return new Sturdy(pool, limits, handler);
  }

  void begin() {
    thread.start();
  }

  private void serve() {
    try {
      server.serve(listener);
    } catch (Throwable e) {
      end = e;
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Whether it has taken a connection from that port after that {@code System.nanoTime()}. */
  boolean hasAccepted(int clientPort, long since) {
    return accepted.getOrDefault(clientPort, since - 1) - since > 0;
  }

  List<String> log() {
    return List.copyOf(log);
  }

  void awaitLog(String text) {
    Await.until(
        "the log has " + text + ": " + log, () -> log.stream().anyMatch(l -> l.contains(text)));
  }

  /** Waits until so many connections wait for a worker. */
  void awaitQueue(int connections) {
    Await.until(connections + " wait for a worker", () -> server.queue.get() == connections);
  }

  /** How many connections it has. */
  int connections() {
    return server.connections.size();
  }

  void stop() {
    server.stop();
  }

  /** Waits until serve has come back, and sees to it that it has done so in good order. */
  void awaitEnd() {
    Await.end(thread);
    if (end != null) {
      throw new AssertionError("serve has failed", end);
    }
  }

  /** Stops it and waits for the end of it and its pool. */
  @Override
  public void close() {
    stop();
    awaitEnd();
    if (pool instanceof Pool p) {
      p.close();
    }
  }
}
