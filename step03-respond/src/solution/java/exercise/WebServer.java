package exercise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** One way to solve step 3: a server that answers everything it is asked, and says what is wrong. */
public class WebServer {

  /** Milliseconds for which a client may be silent. */
  static final int PATIENCE = 1_000;

  /** Bytes of a head that are read; RFC 9112, section 3, wants 8000 for its first line alone. */
  static final int HEAD_LIMIT = 8 * 1024;

  /** A method, a target and a version we know, one blank between them (RFC 9112, section 3). */
  static final String REQUEST_LINE = "\\S+ \\S+ HTTP/1\\.[01]";

  /** A name, and the colon right behind it (RFC 9112, section 5.1); the value is free. */
  static final String HEADER = "(?s)[^\\s:]+:.*";

  /** What differs from response to response; {@link #send} adds the rest. */
  record Response(String status, String text) {}

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

  /** Serves one client after another, until the listener is closed. */
  static void serve(ServerSocket listener) throws IOException {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        handleConnection(socket);
      } catch (IOException | RuntimeException e) { // the end of one connection, not of the server
        if (!listener.isClosed()) {
          print("Connection failed: " + e.getMessage());
        }
      }
    }
  }

  static void handleConnection(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE);
    var in = new BufferedInputStream(socket.getInputStream());
    if (!hasBegun(in)) {
      print("no request");
      return;
    }
    List<String> head = new ArrayList<>(); // made here: 408 needs what came before the silence
    Response response;
    try {
      readHead(in, head);
      response = answer(head);
    } catch (SocketTimeoutException e) { // caught here, where the socket is still open
      response = new Response("408 Request Timeout", "The rest of your request did not come.");
    }
    boolean withBody = head.isEmpty() || !head.get(0).startsWith("HEAD ");
    send(socket, response, withBody); // the only place that sends: nobody gets two responses
    print("-> " + response.status());
  }

  /**
   * Waits for the first byte and leaves it unread. A connection is no request: browsers open some
   * ahead. So a client that says nothing gets no response, not even 400 or 408.
   */
  static boolean hasBegun(InputStream in) throws IOException {
    in.mark(1);
    boolean begun = in.read() != -1;
    in.reset();
    return begun;
  }

  /** Adds the lines of a head, up to the empty one, to {@code head} and prints them. */
  static void readHead(InputStream in, List<String> head) throws IOException {
    int left = HEAD_LIMIT;
    String line = readLine(in, left);
    while (!line.isEmpty()) {
      print(line);
      head.add(line);
      left -= line.length() + 2; // CRLF
      line = readLine(in, left);
    }
  }

  /** A line without its end, CRLF or LF (RFC 9112, section 2.2), at most {@code limit} bytes. */
  static String readLine(InputStream in, int limit) throws IOException {
    var line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b == -1) {
        throw new EOFException("cut off");
      }
      if (line.length() >= limit) {
        throw new IOException("the head has more than " + HEAD_LIMIT + " bytes");
      }
      line.append((char) b); // ISO 8859-1: the byte is the character's number
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  /** Chooses the response, and sends nothing: whoever finds a mistake just returns. */
  static Response answer(List<String> head) {
    if (head.isEmpty() || !head.get(0).matches(REQUEST_LINE)) {
      return new Response("400 Bad Request", "The first line is no request line.");
    }
    String[] parts = head.get(0).split(" ");
    List<String> headers = head.subList(1, head.size());
    if (!headers.stream().allMatch(line -> line.matches(HEADER))) {
      // To ignore it is not kind: who sees another header than we do can be deceived.
      return new Response("400 Bad Request", "A header is not of the form \"Name: value\".");
    }
    if (!hasItsHost(headers, parts[2])) {
      return new Response("400 Bad Request", "A request needs exactly one Host.");
    }
    return switch (parts[0]) { // "get" is another method than "GET" (RFC 9110, section 9.1)
      case "GET", "HEAD" -> new Response("200 OK", "✓ " + parts[1]);
      default -> new Response("501 Not Implemented", "This server knows GET and HEAD.");
    };
  }

  /** One Host; only HTTP/1.0 may do without (RFC 9112, section 3.2). */
  static boolean hasItsHost(List<String> headers, String version) {
    long hosts = headers.stream().filter(line -> line.matches("(?is)host:.*")).count();
    return hosts == 1 || hosts == 0 && version.equals("HTTP/1.0");
  }

  /** Sends one whole response; to HEAD the same one without its body (RFC 9110, section 9.3.2). */
  static void send(Socket socket, Response response, boolean withBody) throws IOException {
    // First the bytes, then the head that counts them: "✓" is one char and three bytes.
    byte[] body = response.text().getBytes(UTF_8);
    // text/plain: the client has chosen these words, so nobody shall take them for a page.
    String head = "HTTP/1.1 " + response.status() + "\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n"
        + "Content-Length: " + body.length + "\r\n"
        + "Connection: close\r\n"
        + "\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(US_ASCII));
    if (withBody) {
      out.write(body);
    }
  }

  /** Prints a line; its control characters as numbers, or a client could paint the terminal. */
  static void print(String line) {
    var text = new StringBuilder();
    for (char c : line.toCharArray()) {
      text.append(Character.isISOControl(c) ? String.format("\\x%02x", (int) c) : c);
    }
    System.out.println(text);
  }
}
