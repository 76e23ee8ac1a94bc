package judge.seen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.Arrays;
import judge.learner.Learner;

/** A connection that accept has returned: it knows which threads have had it in their hands. */
final class KeptSocket extends Socket {

  private final Thread accepter = Thread.currentThread();
  private volatile Thread closer;
  private volatile String handedOver = "";
  private volatile boolean isLeft;
  private volatile long begun = Long.MAX_VALUE;
  private volatile long closed = Long.MAX_VALUE;

  KeptSocket() throws SocketException {
    super((SocketImpl) null);
  }

  /** The thread that accepts asks for the next: what it closes from now on, it does not hold. */
  void leave() {
    isLeft = true;
  }

  /**
   * The call around which the thread that accepts has closed it, though another one was to use it.
   * Whoever closes it later, to stop, has closed nothing around a call.
   *
   * @return {@code start} or {@code execute}; "" if it has not
   */
  String closedAround() {
    return closer == accepter ? handedOver : "";
  }

  /** The thread that has accepted it. */
  Thread accepter() {
    return accepter;
  }

  /** Whether another thread than that which accepts had begun with it when the other was closed. */
  boolean isBegunBeforeEndOf(KeptSocket other) {
    return begun < other.closed;
  }

  /** Whether another thread than that which accepts has had it in its hands. */
  boolean isBegun() {
    return begun != Long.MAX_VALUE;
  }

  private void use() {
    StackTraceElement[] stack = Thread.currentThread().getStackTrace();
    boolean isLearners = Learner.line(stack).isPresent();
    if (isLearners && Thread.currentThread() != accepter && handedOver.isEmpty()) {
      boolean isOfPool = Arrays.stream(stack)
          .anyMatch(
              frame -> frame.getClassName().matches("java\\.util\\.concurrent\\..*|.*Pool.*"));
      begun = System.nanoTime();
      handedOver = isOfPool ? "execute" : "start";
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    use();
    return super.getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    use();
    return super.getOutputStream();
  }

  @Override
  public synchronized void setSoTimeout(int millis) throws SocketException {
    use();
    super.setSoTimeout(millis);
  }

  @Override
  public void close() throws IOException {
    if (closer == null && !isLeft) {
      closer = Thread.currentThread();
    }
    closed = Math.min(closed, System.nanoTime());
    super.close();
  }
}
