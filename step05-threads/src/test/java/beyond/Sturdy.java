package beyond;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.Wait;

/** A sturdy server under test, on a free port of 127.0.0.1. */
final class Sturdy implements AutoCloseable {

  static final Handler PAGES = new Pages("/pages");
  static final String GET = get("/");

  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Executor pool;
  private final SturdyServer server;
  private final RunningServer running;
  private volatile boolean forgetful;

  private Sturdy(Executor pool, Limits limits, Handler handler) {
    this.pool = pool;
    server = new SturdyServer(pool, limits, handler, this::log);
    try {
      running = RunningServer.prepare(server::serve, 1_024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  static Sturdy start(Limits limits) {
    return start(limits, PAGES);
  }

  /** Four workers. */
  static Sturdy start(Limits limits, Handler handler) {
    return start(new ThreadPool(4), limits, handler);
  }

  static Sturdy start(Executor pool, Limits limits, Handler handler) {
    Sturdy sturdy = prepare(pool, limits, handler);
    sturdy.begin();
    return sturdy;
  }

  /** A server whose port is open, but which takes connections only from {@link #begin}. */
  static Sturdy prepare(Executor pool, Limits limits, Handler handler) {
    return new Sturdy(pool, limits, handler);
  }

  void begin() {
    running.begin();
  }

  int port() {
    return running.port();
  }

  String url(String path) {
    return running.url(path);
  }

  /** A request for a path. */
  static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  /** A new client, which {@link #close} closes. */
  Wire connect() {
    try {
      return running.connect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** New clients, all of which have sent this. */
  List<Wire> connect(int count, String octets) throws IOException {
    return running.connect(count, octets);
  }

  /** All that one client gets for one request, until the server hangs up. */
  String ask(String request) throws IOException {
    return running.ask(request);
  }

  /** Whether it has taken a connection from that port after that {@code System.nanoTime()}. */
  boolean hasAccepted(int clientPort, long since) {
    return running.hasAccepted(clientPort, since);
  }

  List<String> log() {
    return List.copyOf(log);
  }

  void awaitLog(String text) {
    Wait.until(
        "the log has " + text + ": " + log, () -> log.stream().anyMatch(l -> l.contains(text)));
  }

  /** Waits until so many connections wait for a worker. */
  void awaitQueue(int connections) {
    Wait.until(connections + " wait for a worker", () -> server.queue.get() == connections);
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
    Wait.end(running.thread());
    if (running.end() != null) {
      throw new AssertionError("serve has failed", running.end());
    }
  }

  /** Closes its clients, stops it, and waits for the end of it and its pool. */
  @Override
  public void close() {
    running.hangUp();
    stop();
    awaitEnd();
    if (pool instanceof Pool p) {
      p.close();
    }
  }
}
