package exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Your server: change it as you like. Run it: {@code mvn -pl step05-threads exec:java@mine}. */
public class WebServer {

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      System.out.println("Your server. Listening on " + url);
      // TODO 5.12: on Ctrl-C, close the listener, and wait until serve has come back.
      serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  static void serve(ServerSocket listener) throws IOException {
    // TODO 5.11: when the listener is closed, come back, but answer whoever has begun to ask.
    while (true) {
      Socket socket = listener.accept();
      // TODO 5.1: let another thread do this, so that a silent client keeps nobody waiting.
      // TODO 5.6: let a ThreadPool of four do it, so that clients do not decide how many threads.
      // TODO 5.10: four at work, eight waiting: tell the next client 503.
      try (socket) {
        handleConnection(socket);
      } catch (IOException e) {
        System.out.println("Connection failed: " + e);
      }
    }
  }

  static void handleConnection(Socket socket) throws IOException {
    List<String> request = readRequest(socket.getInputStream());
    if (request.isEmpty()) {
      return; // nobody has asked anything
    }
    OutputStream out = socket.getOutputStream();
    try {
      respond(request.get(0), out);
    } catch (FileNotFoundException e) {
      System.out.println("Page missing: " + e.getMessage());
      out.write(head("500 Internal Server Error", 0));
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

  record Page(String status, String file) {}

  static void respond(String requestLine, OutputStream out) throws IOException {
    Page page = requestLine.equals("GET / HTTP/1.1")
        ? new Page("200 OK", "hello.html")
        : new Page("404 Not Found", "404.html");
    byte[] body = readPage(page.file());
    out.write(head(page.status(), body.length));
    out.write(body);
  }

  /** The status line, the headers, and the empty line that ends them. */
  static byte[] head(String status, int length) {
    String head = ("HTTP/1.1 " + status + "\r\n")
        + ("Content-Length: " + length + "\r\n")
        + "Content-Type: text/html; charset=utf-8\r\n"
        + "Connection: close\r\n\r\n";
    return head.getBytes(US_ASCII);
  }

  /** Reads a page from src/main/resources, as bytes. */
  static byte[] readPage(String name) throws IOException {
    try (InputStream in = WebServer.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }
}
