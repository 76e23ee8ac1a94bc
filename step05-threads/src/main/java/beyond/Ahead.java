package beyond;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gets what requests need before the first one comes. A server that is out of file descriptors can
 * load no class from a folder, and what failed once is not tried again: it would be missing for
 * ever.
 */
final class Ahead {

  private static final int LIMIT_MILLIS = 10_000;

  private Ahead() {}

  /** Loads all classes of the server, and lets it answer a client of its own, here. */
  static void load(SturdyServer server) throws IOException {
    try {
      for (String name : classes()) {
        Class.forName(name);
      }
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
    exchange(server);
  }

  /** From a JAR, which is open, they can always be loaded; from a folder one by one. */
  private static List<String> classes() throws IOException {
    URI here = URI.create(Ahead.class.getResource("Ahead.class").toString());
    if (!here.getScheme().equals("file")) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(here).getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> Ahead.class.getPackageName() + "." + name.replace(".class", ""))
          .toList();
    }
  }

  /** The first wait for a client, and the first page, need more than the later ones, too. */
  private static void exchange(SturdyServer server) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Socket client = new Socket(loopback, listener.getLocalPort())) {
      client.setSoTimeout(LIMIT_MILLIS);
      server.handOver(listener.accept());
      for (String path : List.of("/", "/nowhere")) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        client.getOutputStream().write((request + "\r\n").getBytes(US_ASCII));
      }
      client.getOutputStream().write("\n".getBytes(US_ASCII)); // it refuses this, and hangs up
      client.getInputStream().readAllBytes();
    } catch (SocketTimeoutException e) {
      // a very busy machine: what is not ready by now will be soon
    }
  }
}
