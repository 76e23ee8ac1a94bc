package exercise;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Your server: change it. {@code mvn -pl step02-read-request exec:java@mine} runs it. */
public class WebServer {

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      System.out.println("Your server. Listening on " + url);
      serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  static void serve(ServerSocket listener) throws IOException {
    while (true) {
      try (Socket socket = listener.accept()) {
        var client = socket.getRemoteSocketAddress();
        System.out.println("Connection established! " + client);
        // TODO 2.1: read and print the lines of the request, up to its empty line.
      }
    }
  }
}
