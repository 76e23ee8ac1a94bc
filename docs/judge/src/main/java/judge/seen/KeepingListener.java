package judge.seen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import judge.learner.Story;
import judge.words.Wait;

/** Keeps what it accepts: no garbage collection closes a socket before the test has looked. */
final class KeepingListener extends ServerSocket {

  /** How many connections all of them have taken. */
  static final AtomicInteger ACCEPTED = new AtomicInteger();

  final Set<KeptSocket> open = ConcurrentHashMap.newKeySet();
  final Map<Integer, Long> times = new ConcurrentHashMap<>(); // by the client's port
  final AtomicInteger accepted = new AtomicInteger();
  volatile String failure; // what the exception of an accept says that is to fail, or null
  volatile int failsAfter; // how many connections are taken before it
  volatile boolean isLast; // the next connection is the last one
  volatile boolean isLate; // its time limit, if it has one, is over in the next accept
  volatile boolean isOver;
  volatile Thread accepter; // the one that has called accept last, or null
  private volatile KeptSocket last; // the one that it has got
  private volatile int refusals;
  volatile int vainCalls;
  private volatile int mostOpen = 1_000;

  KeepingListener(int backlog) throws IOException {
    super(0, backlog, InetAddress.getByName("127.0.0.1"));
  }

  @Override
  public Socket accept() throws IOException {
    accepter = Thread.currentThread();
    if (last != null) {
      last.leave();
    }
    if (isClosed()) {
      vainCalls++;
    }
    if (isOver) {
      refuse();
    }
    String why = failure;
    if (why != null && accepted.get() >= failsAfter) {
      failure = null;
      throw new SocketException(why);
    }
    KeptSocket socket = next();
    keep(socket);
    last = socket;
    ACCEPTED.incrementAndGet();
    if (isLast) {
      close();
    }
    return socket;
  }

  private void beLate() throws IOException {
    if (isLate && getSoTimeout() > 0) {
      isLate = false;
      Story.tell("nobody comes until the time limit of the listener is over");
      throw new SocketTimeoutException("Accept timed out");
    }
  }

  private KeptSocket next() throws IOException {
    beLate();
    if (isClosed()) {
      throw new SocketException("Socket is closed");
    }
    KeptSocket socket = new KeptSocket();
    implAccept(socket);
    return socket;
  }

  private void keep(KeptSocket socket) {
    open.add(socket);
    times.put(socket.getPort(), System.nanoTime());
    accepted.incrementAndGet();
    if (open.size() > mostOpen) {
      open.removeIf(Socket::isClosed);
      mostOpen = 1_000 + 2 * open.size();
    }
  }

  boolean hasClosed(int clientPort) {
    return times.containsKey(clientPort)
        && open.stream().noneMatch(one -> one.getPort() == clientPort && !one.isClosed());
  }

  /** Whether all is read that the client with this port has sent, and its connection is open. */
  boolean hasReadAll(int clientPort) {
    return isSo(clientPort, socket -> socket.getInputStream().available() == 0);
  }

  /** Whether reading from it has a time limit of more than so many milliseconds, or none. */
  boolean isPatient(int clientPort, int millis) {
    return isSo(clientPort, socket -> socket.getSoTimeout() == 0 || socket.getSoTimeout() > millis);
  }

  private boolean isSo(int clientPort, Question question) {
    for (Socket socket : open) {
      if (socket.getPort() == clientPort && !socket.isClosed()) {
        try {
          return question.asked(socket);
        } catch (IOException e) {
          return false;
        }
      }
    }
    return false;
  }

  /** What is asked of a connection that is open. */
  private interface Question {
    boolean asked(Socket socket) throws IOException;
  }

  /** {@link KeptSocket#closedAround} of the client with this port. */
  String closedAround(int clientPort) {
    return open.stream()
        .filter(one -> one.getPort() == clientPort)
        .map(KeptSocket::closedAround)
        .findFirst()
        .orElse("");
  }

  /** The thread that has accepted the client with this port, or else has called accept last. */
  Thread accepter(int clientPort) {
    return open.stream()
        .filter(one -> one.getPort() == clientPort)
        .map(KeptSocket::accepter)
        .findFirst()
        .orElse(accepter);
  }

  /** Whether a thread that does not accept has had a connection in its hands. */
  boolean isAnyBegun() {
    return open.stream().anyMatch(KeptSocket::isBegun);
  }

  /** Whether {@code accept} has returned it, and no other thread has had it in its hands. */
  boolean isUntouched(int clientPort) {
    return open.stream().anyMatch(one -> one.getPort() == clientPort && !one.isBegun());
  }

  /** {@link KeptSocket#isBegunBeforeEndOf} of the clients with these ports. */
  boolean isBegunBeforeEndOf(int clientPort, int otherPort) {
    return open.stream()
        .filter(one -> one.getPort() == clientPort)
        .anyMatch(one -> open.stream()
            .filter(other -> other.getPort() == otherPort)
            .anyMatch(one::isBegunBeforeEndOf));
  }

  boolean isClosedAround(int clientPort) {
    return !closedAround(clientPort).isEmpty();
  }

  /** The same a little later: the client may hear the end before the other thread has begun. */
  String awaitClosedAround(int clientPort, int millis) {
    Wait.until(() -> isClosedAround(clientPort), millis);
    return closedAround(clientPort);
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
