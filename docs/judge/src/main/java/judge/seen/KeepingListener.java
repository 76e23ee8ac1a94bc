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

/** A listener that keeps what it accepts: no garbage collection closes a socket before the test has looked. */
final class KeepingListener extends ServerSocket {

  final Set<Socket> open = ConcurrentHashMap.newKeySet();
  final Map<Integer, Long> times = new ConcurrentHashMap<>(); // by the client's port
  static final AtomicInteger ACCEPTED = new AtomicInteger(); // by all of them

  final AtomicInteger accepted = new AtomicInteger();
  volatile boolean failing;
  volatile boolean isOver;
  private volatile int refusals;
  volatile int vainCalls;
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
