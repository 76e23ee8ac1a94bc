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
import java.util.concurrent.RejectedExecutionException;

/** Answers four clients at once, lets eight more wait, and asks the rest to come back later. */
public class WebServer {

  private static final int WORKERS = 4;
  private static final int WAITING = 8; // two more for each worker; who comes later is told so
  private static final int READ_LIMIT_MILLIS = 2_000; // so long a silent client holds a worker
  private static final int STOP_LIMIT_MILLIS = 10_000; // who presses Ctrl-C wants an end

  /** Not {@code Retry-After: 0}, which makes some clients ask again in the same instant. */
  private static final String BUSY = """
      HTTP/1.1 503 Service Unavailable\r
      Retry-After: 1\r
      Content-Length: 0\r
      Connection: close\r
      \r
      """;

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      String url = "http://127.0.0.1:" + listener.getLocalPort();
      System.out.println("Your server. Listening on " + url);
      Thread server = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(listener, server)));
      serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  /** Runs on Ctrl-C, and with its end the program ends, whatever other threads do. */
  static void stop(ServerSocket listener, Thread server) {
    try {
      listener.close(); // first, so that nobody new comes in, and serve leaves its loop
      server.join(STOP_LIMIT_MILLIS);
    } catch (IOException | InterruptedException e) {
      System.out.println("Cannot stop in good order: " + e);
    }
  }

  /** Answers clients until the listener is closed, and then those who have begun to ask. */
  static void serve(ServerSocket listener) throws IOException {
    try (ThreadPool pool = new ThreadPool(WORKERS, WAITING)) {
      while (!listener.isClosed()) {
        acceptInto(pool, listener);
      }
    } // here the pool's close() waits for the jobs it has
  }

  static void acceptInto(ThreadPool pool, ServerSocket listener) {
    try {
      Socket socket = listener.accept();
      handOver(socket, pool);
    } catch (IOException e) {
      if (!listener.isClosed()) { // else it is no failure: closing it is how to stop the server
        System.out.println("Cannot accept: " + e);
        rest();
      }
    }
  }

  /** Keeps the loop from spinning while, for instance, the system has no more file descriptors. */
  static void rest() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the socket away: from here on the worker closes it, or refuse. */
  static void handOver(Socket socket, ThreadPool pool) {
    try {
      pool.execute(() -> handle(socket));
    } catch (RejectedExecutionException e) {
      refuse(socket);
    }
  }

  /** The whole job of a worker. It starts with the first read: that may wait, accept may not. */
  static void handle(Socket socket) {
    try (socket) {
      socket.setSoTimeout(READ_LIMIT_MILLIS);
      handleConnection(socket);
    } catch (IOException e) {
      System.out.println("Connection failed: " + e);
    }
  }

  /**
   * Sends the client away without reading a word, since this is the thread that accepts. So small
   * an answer fits into the system's buffer: to write it takes no time, however slow the client.
   */
  static void refuse(Socket socket) {
    try (socket) {
      socket.getOutputStream().write(BUSY.getBytes(US_ASCII));
    } catch (IOException e) {
      System.out.println("Connection failed: " + e);
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
