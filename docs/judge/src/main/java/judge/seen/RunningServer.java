package judge.seen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import judge.learner.Printed;
import judge.learner.Serve;
import judge.learner.TaskThreads;
import judge.words.Wait;

/** A server under test: its {@code serve} runs in a thread, on a free port of 127.0.0.1. */
public final class RunningServer implements AutoCloseable {

  private static final AtomicInteger ACCEPTED = new AtomicInteger();

  private final KeepingListener listener;
  private final Thread thread;
  private volatile Throwable earlyEnd;
  private volatile Throwable end;

  private RunningServer(Serve serve, int backlog) throws IOException {
    listener = new KeepingListener(backlog);
    thread = new Thread(() -> run(serve), "server");
    thread.setDaemon(true);
  }

  private void run(Serve serve) {
    try {
      serve.on(listener);
    } catch (Throwable e) {
      end = e;
      if (!listener.isClosed()) {
        earlyEnd = e;
      }
    }
  }

  public static RunningServer start(Serve serve) throws IOException {
    RunningServer server = prepare(serve);
    server.thread.start();
    return server;
  }

  /** A server whose port is open already, but which takes connections only from {@link #begin}. */
  public static RunningServer prepare(Serve serve) throws IOException {
    return prepare(serve, 50);
  }

  /**
   * The same.
   *
   * @param backlog how many connections may wait until it takes them
   */
  public static RunningServer prepare(Serve serve, int backlog) throws IOException {
    return new RunningServer(serve, backlog);
  }

  public void begin() {
    thread.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  public Thread thread() {
    return thread;
  }

  /** How many connections it has taken so far. */
  public int accepted() {
    return listener.accepted.get();
  }

  /** How many connections all servers under test have taken. */
  public static int acceptedInAll() {
    return ACCEPTED.get();
  }

  /** Whether it has taken the connection of the client with this port. */
  public boolean hasAccepted(int clientPort) {
    return listener.times.containsKey(clientPort);
  }

  /** Whether it has taken a connection from that port after that {@code System.nanoTime()}. */
  public boolean hasAccepted(int clientPort, long since) {
    return listener.times.getOrDefault(clientPort, since - 1) - since > 0;
  }

  /** Lets the next call of {@code accept} fail, as it does when no file descriptor is left. */
  public void failNextAccept() {
    listener.failing = true;
  }

  public boolean hasEnded() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  /** Whether there is no thread left that could say anything. */
  public boolean isDead() {
    return hasEnded() && TaskThreads.threads().isEmpty();
  }

  /** What there is to see of it now. */
  public Serving look() {
    return new Serving(
        hasEnded(),
        end,
        listener.vainCalls > 10,
        Stand.of(thread),
        !TaskThreads.learners().isEmpty(),
        Printed.lines());
  }

  /** What there is to see when a client has heard the end, or nothing more. */
  public Seen look(int clientPort, Received received) {
    boolean isGone = received.isEmpty() && !received.isOpen();
    // Of serve's end, that of its connection is seen first.
    if (isGone && !Wait.until(this::hasEnded, 50)) {
      // A socket is closed by try (...) before the catch after it prints.
      Wait.until(Printed::hasException, 100);
    }
    return new Seen(look(), hasAccepted(clientPort), received);
  }

  /** The exception that ended {@code serve}, or null. */
  public Throwable end() {
    return end;
  }

  public boolean isListening() {
    return !listener.isClosed();
  }

  /** Closes the listener, which ends {@code serve}. */
  public void stopListening() throws IOException {
    listener.close();
  }

  /**
   * Ends the connections that are left, and {@code serve}, if need be by an interrupt.
   *
   * @throws AssertionError if {@code serve} had ended with an exception before
   */
  @Override
  public void close() throws IOException {
    listener.isOver = true;
    listener.close();
    for (Socket socket : listener.open) {
      socket.close();
    }
    try {
      thread.join(100);
      thread.interrupt();
      thread.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (earlyEnd != null) {
      throw new AssertionError("serve has ended although the listener was open", earlyEnd);
    }
  }

  /** Keeps what it accepts: no garbage collection closes a socket before the test has looked. */
  private static final class KeepingListener extends ServerSocket {

    final Set<Socket> open = ConcurrentHashMap.newKeySet();
    final Map<Integer, Long> times = new ConcurrentHashMap<>(); // by the client's port
    final AtomicInteger accepted = new AtomicInteger();
    volatile boolean failing;
    volatile boolean isOver;
    private volatile int refusals;
    private volatile int vainCalls;
    private volatile int mostOpen = 1_000;

    KeepingListener(int backlog) throws IOException {
      super(0, backlog, InetAddress.getByName("127.0.0.1"));
    }

    @Override
    public Socket accept() throws IOException {
      if (isClosed()) {
        vainCalls++;
      }
      if (isOver) {
        refuse();
      }
      if (failing) {
        failing = false;
        throw new SocketException("Too many open files");
      }
      Socket socket = super.accept();
      keep(socket);
      ACCEPTED.incrementAndGet();
      return socket;
    }

    private void keep(Socket socket) {
      times.put(socket.getPort(), System.nanoTime());
      accepted.incrementAndGet();
      open.add(socket);
      if (open.size() > mostOpen) {
        open.removeIf(Socket::isClosed);
        mostOpen = 1_000 + 2 * open.size();
      }
    }

    /** Ends a serve that survives every exception, or at least lets it keep no processor busy. */
    private void refuse() {
      if (refusals++ < 3) {
        throw new IllegalStateException("the test is over");
      }
      while (true) {
        LockSupport.park();
        Thread.interrupted();
      }
    }
  }
}
