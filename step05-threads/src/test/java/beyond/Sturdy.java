package beyond;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import support.Await;

/** A sturdy server under test, on a free port of 127.0.0.1. */
final class Sturdy implements AutoCloseable {

  static final Handler PAGES = new Pages("/pages");

  private final ServerSocket listener =
      new ServerSocket(0, 1_024, InetAddress.getByName("127.0.0.1"));
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Executor pool;
  private final SturdyServer server;
  private final Thread thread;
  private volatile Throwable end;

  private Sturdy(Executor pool, Limits limits, Handler handler) throws IOException {
    this.pool = pool;
    server = new SturdyServer(pool, limits, handler, log::add);
    thread = new Thread(this::serve, "sturdy");
    thread.setDaemon(true);
  }

  /** Four workers, and pages. */
  static Sturdy start(Limits limits) throws IOException {
    return start(new ThreadPool(4), limits, PAGES);
  }

  static Sturdy start(Executor pool, Limits limits, Handler handler) throws IOException {
    Sturdy sturdy = new Sturdy(pool, limits, handler);
    sturdy.thread.start();
    return sturdy;
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

  ServerSocket listener() {
    return listener;
  }

  Thread thread() {
    return thread;
  }

  List<String> log() {
    return log;
  }

  void awaitLog(String text) {
    Await.until(
        "the log has " + text + ": " + log, () -> log.stream().anyMatch(l -> l.contains(text)));
  }

  /** Waits until so many connections wait for a worker. */
  void awaitQueue(int connections) {
    Await.until(connections + " wait for a worker", () -> server.queue() == connections);
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
