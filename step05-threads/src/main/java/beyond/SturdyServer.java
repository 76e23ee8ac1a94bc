package beyond;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A web server that you could leave running: HTTP/1.1 as RFC 9110 and RFC 9112 ask for it, with
 * limits ({@link Limits}), on any {@link Executor}.
 *
 * <p>A connection keeps its worker as long as no other connection waits for one. Else it goes to
 * the end of the queue, after its next response, or when its client has nothing to say. So four
 * workers serve a thousand connections, in turns; with a thread for each connection, nobody waits.
 * When more than half of the queue is taken, connections whose clients have nothing to say are
 * closed.
 *
 * <p>To stop, it takes no more connections, closes those that are idle, answers every request that
 * has begun or is queued, and cuts what is left after {@code graceMillis}.
 *
 * <p>What it leaves out: TLS, HTTP/2, compression, ranges, conditional requests, virtual hosts, and
 * a limit to the time that a {@link Handler} takes. A write has a time limit, but no lowest speed.
 */
public final class SturdyServer {

  private static final int TICK_MILLIS = 50;

  /** The listener is closed when nobody has connected for so long: a handshake may be under way. */
  private static final int LAST_MILLIS = 10;

  private static final Pattern INVISIBLE = Pattern.compile("[^ -~]|[\"\\\\]");

  final Limits limits;
  final Handler handler;
  final Consumer<String> log;
  final AtomicInteger queue = new AtomicInteger(); // connections that wait for a worker
  final AtomicInteger idle = new AtomicInteger(); // workers that wait for their clients
  final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  volatile boolean stopping;

  private final Executor pool;
  private final Semaphore room;
  private long nextTick = System.nanoTime();

  SturdyServer(Executor pool, Limits limits, Handler handler, Consumer<String> log) {
    this.pool = pool;
    this.limits = limits;
    this.handler = handler;
    this.log = log;
    room = new Semaphore(limits.connections());
  }

  /** Options: {@code -Dport=7878 -Dpool=ours -Dthreads=4 -Dlog=on}. */
  public static void main(String[] args) throws IOException {
    Program.run(Limits.DEFAULT);
  }

  /** Lets {@link #serve} end; comes back at once. */
  void stop() {
    stopping = true;
  }

  /** Answers clients until {@link #stop}, closes the listener, and comes back when all is done. */
  void serve(ServerSocket listener) throws IOException {
    // The first time it closes a socket, JDK 17 needs one more file descriptor. If none is free
    // then, it can never close one. So close one now.
    new ServerSocket(0, 1, listener.getInetAddress()).close();
    listener.setSoTimeout(TICK_MILLIS);
    while (!stopping && !listener.isClosed()) {
      accept(listener);
      tick();
    }
    finish(listener);
  }

  private void tick() {
    try {
      if (System.nanoTime() - nextTick > 0) {
        nextTick = System.nanoTime() + TICK_MILLIS * 1_000_000L;
        connections.forEach(Connection::tick);
      }
    } catch (OutOfMemoryError e) {
      // the next tick may fare better
    }
  }

  /** Takes a connection; false if there was none to take. */
  private boolean accept(ServerSocket listener) {
    try {
      handOver(listener.accept());
      return true;
    } catch (SocketTimeoutException e) {
      return false; // nobody came: time for a tick
    } catch (IOException | OutOfMemoryError e) {
      if (!listener.isClosed()) {
        tell("Cannot accept", e);
        LockSupport.parkNanos(100_000_000); // out of descriptors or memory: somebody has to end
      }
      return false;
    }
  }

  /** Lets a connection wait for its first turn, or refuses it. */
  void handOver(Socket socket) throws IOException {
    if (queue.get() >= limits.queue() || !room.tryAcquire()) {
      refuse(socket);
      return;
    }
    var connection = connection(socket);
    if (!enqueue(connection)) {
      ends(connection);
      refuse(socket);
    }
  }

  private Connection connection(Socket socket) throws IOException {
    try {
      var connection = new Connection(socket, this);
      connections.add(connection);
      return connection;
    } catch (IOException | OutOfMemoryError e) {
      room.release();
      socket.close();
      throw e;
    }
  }

  /** Lets a connection wait for a worker; false if none will come. */
  boolean enqueue(Connection connection) {
    queue.incrementAndGet();
    try {
      pool.execute(connection);
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError e) { // closed, or out of threads
      queue.decrementAndGet();
      return false;
    }
  }

  /** Whether connections that have nothing to say have to end. */
  boolean wantsRoom() {
    return stopping || queue.get() > limits.queue() / 2;
  }

  /**
   * Without a word read, for who accepts must not wait; so short an answer never makes it wait. A
   * client that has sent its request may lose it: see {@code Connection.linger}.
   */
  private void refuse(Socket socket) {
    try (socket) {
      var busy = Response.text("503 Service Unavailable", "too many clients", "Retry-After: 1\r\n");
      log(socket.getInetAddress().getHostAddress(), "", busy);
      socket.getOutputStream().write(busy.octets(true, "Connection: close\r\n"));
    } catch (IOException e) {
      tell("Cannot refuse", e);
    }
  }

  private void finish(ServerSocket listener) throws IOException {
    stopping = true;
    if (!listener.isClosed()) {
      listener.setSoTimeout(LAST_MILLIS);
      for (int i = 0; i < Program.BACKLOG && accept(listener); i++) {
        // who has connected before the end is not sent away
      }
      listener.close();
    }
    connections.forEach(Connection::hurry);
    try {
      if (!room.tryAcquire(limits.connections(), limits.graceMillis(), TimeUnit.MILLISECONDS)) {
        log.accept(connections.size() + " connections cut after " + limits.graceMillis() + " ms");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody wants no more waiting
    }
    connections.forEach(Connection::close);
  }

  void ends(Connection connection) {
    try {
      connections.remove(connection);
    } finally { // even without memory
      room.release();
    }
  }

  /** Says what went wrong, if there is the memory to do so. */
  void tell(String what, Throwable why) {
    try {
      log.accept(what + ": " + why);
    } catch (OutOfMemoryError e) {
      // and this is what went wrong
    }
  }

  /** One line for one request, with no control characters: no client writes lines of its own. */
  void log(String client, String requestLine, Response response) {
    String visible = INVISIBLE
        .matcher(requestLine)
        .replaceAll(octet -> String.format("\\\\x%02x", (int) octet.group().charAt(0)));
    String code = response.status().substring(0, 3);
    log.accept(client + " \"" + visible + "\" " + code + " " + response.body().length);
  }
}
