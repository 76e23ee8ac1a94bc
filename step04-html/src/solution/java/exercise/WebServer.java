package exercise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Serves the files in {@code pages/} on the class path, and greets by name. */
public class WebServer {

  /** How long a client may be silent, in milliseconds. */
  private static final int PATIENCE = 1_000;

  /** How long the head of a request may be, in bytes. */
  private static final int MAX_HEAD = 8_192;

  /** What is sent back; {@code type} is the value of Content-Type. */
  record Response(String status, String type, byte[] body) {}

  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("port", 7878);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(port, 50, loopback)) {
      System.out.println("Your server. Listening on http://127.0.0.1:" + listener.getLocalPort());
      serve(listener);
    } catch (BindException e) {
      String why = "Port " + port + ": " + e.getMessage() + ". If taken, ";
      System.err.println(why + "stop the other server; or add -Dport=8080.");
      System.exit(1);
    }
  }

  /** Serves one client after another, until the listener is closed. */
  static void serve(ServerSocket listener) throws IOException {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        socket.setSoTimeout(PATIENCE);
        handleConnection(socket);
      } catch (IOException | RuntimeException e) { // costs this client its answer, nobody else
        if (!listener.isClosed()) {
          System.out.println("Connection failed: " + e);
        }
      }
    }
  }

  static void handleConnection(Socket socket) throws IOException {
    List<String> head = new ArrayList<>();
    try {
      if (readHead(new BufferedInputStream(socket.getInputStream()), head)) {
        send(socket, head, answer(head));
      }
    } catch (SocketTimeoutException e) {
      if (!head.isEmpty()) { // who has not begun is not waiting for an answer
        send(socket, head, message("408 Request Timeout"));
      }
    }
  }

  /**
   * Reads the lines before the empty one.
   *
   * @param head takes each line as it comes, so that it has those before a failure too
   * @return false if the client leaves first
   * @throws IOException also when the head is too long
   */
  static boolean readHead(InputStream in, List<String> head) throws IOException {
    var line = new StringBuilder();
    for (int left = MAX_HEAD; left > 0; left--) {
      int b = in.read();
      if (b == -1) {
        return false;
      } else if (b != '\n') {
        line.append((char) b); // a byte is a character in ISO-8859-1
      } else {
        String text = line.toString().replaceFirst("\r$", "");
        if (text.isEmpty()) {
          return true;
        }
        head.add(text);
        line.setLength(0);
      }
    }
    throw new IOException("the head is longer than " + MAX_HEAD + " bytes");
  }

  static Response answer(List<String> head) throws IOException {
    String[] parts = head.isEmpty() ? new String[0] : head.get(0).split(" ", -1);
    if (parts.length != 3 || !parts[2].matches("HTTP/1\\.[01]") || !headersAreSound(head)) {
      return message("400 Bad Request");
    }
    return switch (parts[0]) { // methods are case-sensitive (RFC 9110 section 9.1)
      case "GET", "HEAD" -> get(parts[1]);
      case "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE" ->
        message("405 Method Not Allowed"); // we know the method, but do not do it
      default -> message("501 Not Implemented");
    };
  }

  /** One Host in HTTP/1.1, no blank before a colon (RFC 9112 sections 3.2 and 5.1). */
  static boolean headersAreSound(List<String> head) {
    List<String> headers = head.subList(1, head.size());
    long hosts = headers.stream().filter(line -> line.matches("(?i)host:.*")).count();
    boolean blank = headers.stream().anyMatch(line -> line.matches("[^:]*\\s:.*"));
    return !blank && (hosts == 1 || (hosts == 0 && head.get(0).endsWith("HTTP/1.0")));
  }

  /** Takes the target apart first and decodes the parts after: %3F is no question mark. */
  static Response get(String target) throws IOException {
    String[] parts = target.split("\\?", 2); // the first one; the query may hold more of them
    try {
      // The decoder is made for forms, where a plus is a blank. In a path it is a plus.
      String path = URLDecoder.decode(parts[0].replace("+", "%2B"), UTF_8);
      return path.equals("/greet") ? greet(parts.length == 2 ? parts[1] : "") : file(path);
    } catch (IllegalArgumentException e) { // from the decoder: %zz
      return message("400 Bad Request");
    }
  }

  /** Leaves the query's language before it enters the page's: take apart, decode, escape. */
  static Response greet(String query) {
    String name = Stream.of(query.split("&"))
        .filter(parameter -> parameter.startsWith("name="))
        .findFirst()
        .map(parameter -> URLDecoder.decode(parameter.substring("name=".length()), UTF_8))
        .orElse("stranger");
    return page("200 OK", "Hello, " + escape(name) + "!");
  }

  /** Makes text of what might be HTML. The ampersand first, or it would meet our own. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Chooses the file; its type is that of the file sent, not of the one asked for. */
  static Response file(String path) throws IOException {
    String file = path.equals("/") ? "/hello.html" : path;
    byte[] body = readPage(file);
    return body != null
        ? new Response("200 OK", typeOf(file), body)
        : new Response("404 Not Found", typeOf("/404.html"), readPage("/404.html"));
  }

  /** The bytes of a file in {@code pages/}, never made a String; null if there is none. */
  static byte[] readPage(String path) throws IOException {
    if (!namesFile(path)) {
      return null;
    }
    try (InputStream in = WebServer.class.getResourceAsStream("/pages" + path)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /**
   * Asks the decoded path, the very string that is opened afterwards. No part may begin with a dot,
   * which refuses {@code ..} and hidden files alike, and a backslash is a slash on Windows. Without
   * the first slash {@code -secret/x} would become {@code /pages-secret/x}. The last part has a
   * dot: of a folder, Java would send the list of its files.
   */
  static boolean namesFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("/")
        && !path.contains("/.")
        && !path.contains("\\")
        && name.contains(".");
  }

  /** What follows the last dot decides; who knows nothing says so (RFC 9110 section 8.3). */
  static String typeOf(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      default -> "application/octet-stream";
    };
  }

  /** A page that says no more than its status. */
  static Response message(String status) {
    return page(status, status);
  }

  /** A page of one heading, which must be escaped. */
  static Response page(String status, String heading) {
    String html = "<!DOCTYPE html>\n<title>" + heading + "</title>\n<h1>" + heading + "</h1>\n";
    return new Response(status, typeOf(".html"), html.getBytes(UTF_8));
  }

  static void send(Socket socket, List<String> head, Response response) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(headOf(response).getBytes(US_ASCII));
    boolean headOnly = !head.isEmpty() && head.get(0).startsWith("HEAD ");
    if (!headOnly) { // RFC 9110 section 9.3.2: the same head, no body
      out.write(response.body());
    }
  }

  static String headOf(Response response) {
    // A 405 has to say what would have worked (RFC 9110 section 15.5.6).
    String allow = response.status().startsWith("405") ? "Allow: GET, HEAD\r\n" : "";
    return ("HTTP/1.1 " + response.status() + "\r\n")
        + ("Content-Type: " + response.type() + "\r\n")
        + ("Content-Length: " + response.body().length + "\r\n") // bytes, not characters
        + allow
        + "Connection: close\r\n\r\n";
  }
}
