package load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** The JDK's own HTTP server with the page of the listings, to compare with. */
final class JdkServer {

  private JdkServer() {}

  /**
   * Starts it.
   *
   * @param args port, number of threads, the page's file
   */
  public static void main(String[] args) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(args[0]));
    byte[] page = Files.readString(Path.of(args[2])).getBytes(UTF_8);
    HttpServer server = HttpServer.create(address, 1024);
    server.setExecutor(Executors.newFixedThreadPool(Integer.parseInt(args[1])));
    server.createContext("/", exchange -> answer(exchange, page));
    server.start();
  }

  private static void answer(HttpExchange exchange, byte[] page) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals("/sleep")) {
        Thread.sleep(5_000);
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
