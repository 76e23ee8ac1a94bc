package wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.IntConsumer;

/**
 * A port in front of a server: what comes is passed on as it comes, and recorded. It listens while
 * the server does, so that who is refused there is refused here.
 */
final class Relay implements AutoCloseable {

  private static final int MILLIS_BETWEEN_LOOKS = 50;
  private static final int BACKLOG = 200;

  private final String name;
  private final int serverPort;
  private final Recorder recorder;
  private final IntConsumer onPort;
  private final Selector selector;
  private ServerSocketChannel listener;
  private int port;
  private volatile boolean isClosing;

  /**
   * @param name of the server, for the recordings
   * @param port where it listens, or on any other if that is taken
   * @param onPort is told the port, and 0 when it does not listen any more
   */
  Relay(String name, int serverPort, int port, Recorder recorder, IntConsumer onPort)
      throws IOException {
    this.name = name;
    this.serverPort = serverPort;
    this.port = port;
    this.recorder = recorder;
    this.onPort = onPort;
    selector = Selector.open();
    Thread thread = new Thread(this::run, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      long nextLook = System.nanoTime();
      while (!isClosing || hasLinks()) {
        if (isClosing || System.nanoTime() - nextLook >= 0) {
          follow();
          nextLook = System.nanoTime() + MILLIS_BETWEEN_LOOKS * 1_000_000L;
        }
        selector.select(this::act, MILLIS_BETWEEN_LOOKS);
        recorder.tell(true);
      }
      follow();
      recorder.tell(false);
      selector.close();
    } catch (IOException | ClosedSelectorException e) {
      throw new IllegalStateException(e); // a defect, which the terminal shows
    }
  }

  private boolean hasLinks() {
    return selector.keys().stream().anyMatch(key -> key.isValid() && key.attachment() != null);
  }

  /** Listens when the server does, and no longer. */
  private void follow() throws IOException {
    boolean shall = !isClosing && isListening(serverPort);
    if (shall && listener == null) {
      listener = listen();
      onPort.accept(port);
    } else if (!shall && listener != null) {
      listener.close();
      listener = null;
      selector.selectNow(); // only now it is closed
      onPort.accept(0);
    }
  }

  /** Whether somebody listens there, without a call that a server could see. */
  private static boolean isListening(int port) throws IOException {
    try (Socket probe = new Socket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress("127.0.0.1", port));
      return false;
    } catch (BindException e) {
      return true;
    }
  }

  private ServerSocketChannel listen() throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.configureBlocking(false);
    try {
      channel.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
    } catch (BindException e) {
      channel.bind(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    }
    port = channel.socket().getLocalPort();
    channel.register(selector, SelectionKey.OP_ACCEPT);
    return channel;
  }

  private void act(SelectionKey key) {
    if (key.attachment() instanceof Link link) {
      link.move();
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      SocketChannel client = listener.accept();
      if (client != null) {
        Link.open(
            client, serverPort, selector, recorder.open(name, client.socket().getPort()));
      }
    } catch (IOException e) {
      // The client has gone again, or there are too many: the others go on.
    }
  }

  @Override
  public void close() {
    isClosing = true;
    selector.wakeup();
  }
}
