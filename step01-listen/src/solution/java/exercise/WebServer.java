package exercise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One way to solve the tasks of step 1. */
public class WebServer {

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    // Without an address, the listener would take connections on every address of this machine,
    // and everybody in the same network could connect. 50 clients may wait for accept.
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      System.out.println("Your server. Listening on " + url);
      serve(listener);
    } catch (BindException e) {
      // The constructor throws it, so nothing has been announced yet.
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  /** Takes one connection after another, until the listener is closed. */
  static void serve(ServerSocket listener) {
    int clients = 0;
    // The exception is the same when the listener is closed and when one connection fails;
    // only the listener knows which it was.
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        clients++;
        System.out.println("Client " + clients + ": " + socket.getRemoteSocketAddress());
        greet(socket, clients);
      } catch (IOException e) {
        // Inside the loop: the connection is lost, the server goes on.
        if (!listener.isClosed()) {
          System.out.println("Connection failed: " + e);
        }
      }
    }
  }

  /** Sends bytes: which ones, the charset says, and the line's end is CRLF on every system. */
  private static void greet(Socket socket, int number) throws IOException {
    String greeting = "You are client " + number + ".\r\n";
    socket.getOutputStream().write(greeting.getBytes(US_ASCII));
  }
}
