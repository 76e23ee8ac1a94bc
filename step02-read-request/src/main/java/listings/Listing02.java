package listings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Listing 20-2: reads each request and prints it. */
public class Listing02 {

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      System.out.println("Listing 02. Listening on " + url);
      serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  static void serve(ServerSocket listener) throws IOException {
    while (true) {
      Socket socket = listener.accept();
      try (socket) {
        handleConnection(socket);
      } catch (IOException e) {
        System.out.println("Connection failed: " + e);
      }
    }
  }

  static void handleConnection(Socket socket) throws IOException {
    List<String> request = readRequest(socket.getInputStream());
    System.out.println(request.isEmpty() ? "No request." : "Request:");
    for (String line : request) {
      System.out.println("  " + line);
    }
  }

  /** The lines before the empty one; none if the client leaves first. */
  static List<String> readRequest(InputStream in) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    List<String> lines = new ArrayList<>();
    String line = reader.readLine();
    while (line != null && !line.isEmpty()) {
      lines.add(line);
      line = reader.readLine();
    }
    return line == null ? List.of() : lines; // null: the end of the stream
  }
}
