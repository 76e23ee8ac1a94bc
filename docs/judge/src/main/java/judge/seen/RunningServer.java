package judge.seen;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import judge.learner.Serve;
import judge.learner.TaskThreads;
import judge.words.Wait;

/** A server under test: its {@code serve} runs in a thread, on a free port of 127.0.0.1. */
public final class RunningServer implements AutoCloseable {

  private final KeepingListener listener;
  private final Queue<Wire> clients = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private final Onlooker onlooker;
  private volatile Throwable earlyEnd;
  private volatile Throwable end;

  private RunningServer(Serve serve, int backlog) throws IOException {
    listener = new KeepingListener(backlog);
    thread = new Thread(() -> run(serve), "server");
    thread.setDaemon(true);
    onlooker = new Onlooker(thread, listener, () -> end);
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

  /** The same, with another limit to the connections that wait until it takes them. */
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

  /** A new client, which {@link #hangUp} and {@link #close} close. */
  public Wire connect() throws IOException {
    Wire client = new Wire(port());
    clients.add(client);
    return client;
  }

  /** New clients, all of which have sent this. */
  public List<Wire> connect(int count, String text) throws IOException {
    List<Wire> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(connect().send(text));
    }
    return all;
  }

  /** All that a new client gets for one request, until the server hangs up. */
  public String ask(String request) throws IOException {
    return Wire.ask(port(), request);
  }

  /** The same for {@code GET path}, with the headers that HTTP/1.1 asks for. */
  public String get(String path) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /** Closes all clients. */
  public void hangUp() {
    clients.forEach(Wire::close);
  }

  public Thread thread() {
    return thread;
  }

  /** The thread that has accepted the client with this port, or else has called accept last. */
  public Thread accepter(int clientPort) {
    Thread accepter = listener.accepter(clientPort);
    return accepter == null ? thread : accepter;
  }

  /** Whether a thread that does not accept has begun with any client. */
  public boolean hasBegun() {
    return listener.isAnyBegun();
  }

  /** How many connections it has taken so far. */
  public int accepted() {
    return listener.accepted.get();
  }

  /** How many connections all servers under test have taken. */
  public static int acceptedInAll() {
    return KeepingListener.ACCEPTED.get();
  }

  /** Whether it has taken the connection of the client with this port. */
  public boolean hasAccepted(int clientPort) {
    return listener.times.containsKey(clientPort);
  }

  /** Whether it has taken a connection from that port after that {@code System.nanoTime()}. */
  public boolean hasAccepted(int clientPort, long since) {
    return listener.times.getOrDefault(clientPort, since - 1) - since > 0;
  }

  /**
   * Lets {@code accept} fail once, as a system's does.
   *
   * @param after how many connections it takes before
   */
  public void failAccept(int after, String why) {
    listener.failsAfter = after;
    listener.failure = why;
  }

  /** Lets the next {@code accept} fail as if the listener's time limit were over, if it has one. */
  public void letTimeLimitPass() {
    listener.isLate = true;
  }

  /** Closes the listener when it takes the next connection, before {@code serve} gets that. */
  public void stopListeningAfterNextAccept() {
    listener.isLast = true;
  }

  /** The call around which the client with this port was closed: see {@link Seen}. */
  public String closedAround(int clientPort) {
    return listener.awaitClosedAround(clientPort, 500);
  }

  /** Whether a thread for the one client was at work when the other's connection was closed. */
  public boolean isBegunBeforeEndOf(int clientPort, int otherPort) {
    return listener.isBegunBeforeEndOf(clientPort, otherPort);
  }

  /** Whether the learner's code has closed the connection of the client with this port. */
  public boolean hasClosed(int clientPort) {
    return listener.hasClosed(clientPort);
  }

  /** Whether the learner's code has read all that this client has sent, and waits for more. */
  public boolean waitsFor(int clientPort) {
    return listener.hasReadAll(clientPort) && TaskThreads.readers() > 0;
  }

  /** The same, and it will not give up waiting within so many milliseconds. */
  public boolean waitsFor(int clientPort, int millis) {
    return waitsFor(clientPort) && listener.isPatient(clientPort, millis);
  }

  public boolean hasEnded() {
    return onlooker.hasEnded();
  }

  /** Whether there is no thread left that could say anything. */
  public boolean isDead() {
    return hasEnded() && TaskThreads.threads().isEmpty();
  }

  /** What there is to see of it now. */
  public Serving look() {
    return onlooker.look();
  }

  /** What there is to see when a client has heard the end, or nothing more. */
  public Seen look(int clientPort, Received received) {
    return onlooker.look(clientPort, received);
  }

  /** Whether {@code serve} waits in {@code accept}. */
  public boolean waitsForClients() {
    return onlooker.waitsForClients();
  }

  /** The exception that ended {@code serve}, or null. */
  public Throwable end() {
    return end;
  }

  /** Whether another listener has its port, or soon will, now that its own is closed. */
  public boolean isReplaced() {
    return !isListening()
        && Wait.until(() -> Ports.isReached(listener.getInetAddress(), port()), 300);
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
    hangUp();
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
}
