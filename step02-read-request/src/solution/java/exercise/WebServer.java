package exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way to solve the tasks of step 2. */
public class WebServer {

  private static final int SILENCE_LIMIT = 1_000; // milliseconds from one byte to the next
  private static final int HEAD_LIMIT = 8_192; // bytes, line ends included

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

  /** Reads what one client after another asks for, until the listener is closed. */
  static void serve(ServerSocket listener) {
    int clients = 0;
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        clients++;
        print("Client " + clients + ": " + socket.getRemoteSocketAddress());
        handleConnection(socket);
      } catch (EOFException e) {
        print("cut off"); // the stream has ended before what the client had begun to say
      } catch (IOException e) {
        if (!listener.isClosed()) {
          print("Connection failed: " + e);
        }
      }
    }
  }

  static void handleConnection(Socket socket) throws IOException {
    // On the socket, not on the listener: waiting for the next client may take for ever.
    socket.setSoTimeout(SILENCE_LIMIT);
    // The only buffer on this socket: what it has read ahead, a second one would never see.
    InputStream in = new BufferedInputStream(socket.getInputStream());
    List<String> head = readHead(in);
    if (head.isEmpty()) {
      print("no request"); // browsers connect ahead, and leave when they need nothing more
    } else {
      printRequest(head, in);
    }
  }

  static void printRequest(List<String> head, InputStream in) throws IOException {
    RequestLine request = RequestLine.parse(head.get(0));
    if (request == null) {
      print("not HTTP");
      return;
    }
    String target = " target=" + request.target();
    print("method=" + request.method() + target + " version=" + request.version());
    Map<String, String> headers = parseHeaders(head.subList(1, head.size()));
    if (headers.containsKey("Host")) {
      print("host=" + headers.get("Host"));
    }
    if (headers.containsKey("Content-Length")) {
      print("body=" + readBody(in, headers.get("Content-Length")));
    }
  }

  /**
   * Prints and returns the lines before the empty one; no line if the client leaves without a word.
   *
   * @throws EOFException if the client leaves half-way
   */
  static List<String> readHead(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    int left = HEAD_LIMIT; // one limit for the whole head: many short lines are long, too
    String line = readLine(in, left);
    while (line != null && !line.isEmpty()) {
      print("  " + line); // the blanks tell a client's words from the server's own
      lines.add(line);
      left -= line.length() + 2; // CR and LF count as well
      line = readLine(in, left);
    }
    if (line == null && !lines.isEmpty()) {
      throw new EOFException();
    }
    return lines;
  }

  /**
   * The next line without its end, or null at the end of the stream.
   *
   * <p>A line ends with LF, and a CR before it goes with it (RFC 9112, section 2.2). A CR elsewhere
   * ends nothing. {@code BufferedReader} ends a line there, and sees headers that others do not.
   *
   * @param left how many bytes the line may have, its end included
   * @throws EOFException if the stream ends within the line
   * @throws IOException if the line is longer; the rest of it is not read
   */
  static String readLine(InputStream in, int left) throws IOException {
    var line = new StringBuilder();
    int b = in.read();
    if (b == -1) {
      return null;
    }
    while (b != '\n') {
      if (b == -1) {
        throw new EOFException();
      }
      if (line.length() + 2 > left) {
        throw new IOException("the head is longer than " + HEAD_LIMIT + " bytes");
      }
      line.append((char) b); // one byte is one char: ISO-8859-1
      b = in.read();
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }

  /** The values by name; upper and lower case are one (RFC 9110, section 5.1). */
  static Map<String, String> parseHeaders(List<String> lines) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':'); // the first one: a value may have its own
      if (colon > 0) {
        // The name as it came: "Host :" is no Host header (RFC 9112, section 5.1).
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        // A name that comes twice gets both values (RFC 9110, section 5.3): none is lost unseen.
        headers.merge(name, value, (first, second) -> first + ", " + second);
      }
    }
    return headers;
  }

  /**
   * The body: as many bytes as Content-Length says, and what comes after them stays unread.
   *
   * @throws EOFException if the client leaves before the last of them
   */
  static String readBody(InputStream in, String contentLength) throws IOException {
    // Looked at as text: no sign, nothing that an int cannot hold, and at most 10 KB of memory.
    if (!contentLength.matches("[0-9]{1,4}")) {
      throw new IOException("Content-Length " + contentLength);
    }
    int length = Integer.parseInt(contentLength);
    byte[] body = in.readNBytes(length); // waits for all of them, where read takes what is there
    if (body.length < length) {
      throw new EOFException();
    }
    return new String(body, UTF_8);
  }

  /** Prints a line in which control characters have become text: they could command a terminal. */
  static void print(String text) {
    var line = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Character.isISOControl(c)) {
        line.append(String.format("\\x%02x", (int) c));
      } else {
        line.append(c);
      }
    }
    System.out.println(line);
  }

  /** The three parts of a request's first line (RFC 9112, section 3). */
  record RequestLine(String method, String target, String version) {

    /** The parts of that line, or null if it is no request line. */
    static RequestLine parse(String line) {
      String[] parts = line.split(" ", -1); // -1: a blank too many makes an empty part
      boolean valid = parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty();
      if (!valid || !parts[2].startsWith("HTTP/")) {
        return null;
      }
      return new RequestLine(parts[0], parts[1], parts[2]);
    }
  }
}
