package live;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import rendering.Library;

/** The book's server, on the loopback address alone. */
final class Site implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Site::thread);

  static {
    // A client that does not come to an end of its request loses its connection: seconds.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.idleInterval", "30");
    System.setProperty("jdk.httpserver.maxConnections", "300");
    // Small pieces go out at once.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /**
   * @param port 0 for any free one
   * @throws java.net.BindException if somebody has the port
   */
  Site(
      int port,
      Library library,
      Token token,
      Feed feed,
      BiFunction<String, String, Optional<Runnable>> actions)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    server = HttpServer.create(address, 0);
    Routes routes = new Routes(library, feed, actions, token);
    server.createContext("/", new Guard(port(), token, routes::isOpen, routes));
    server.setExecutor(threads);
    server.start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "live");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
