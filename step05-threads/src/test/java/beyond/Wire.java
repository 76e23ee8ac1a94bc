package beyond;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of octets, one char for each, that keeps its connection and reads answer by answer. */
final class Wire implements AutoCloseable {

  static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");
  private static final int LIMIT_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private InputStream in;

  Wire(int port) throws IOException {
    this(port, 0);
  }

  /** With so small a buffer for what arrives; 0: what the system gives. */
  Wire(int port, int bufferBytes) throws IOException {
    if (bufferBytes > 0) {
      socket.setReceiveBufferSize(bufferBytes);
    }
    socket.connect(new InetSocketAddress("127.0.0.1", port), LIMIT_MILLIS);
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
  }

  /** All that comes back to one request, until the server hangs up. */
  static String ask(int port, String request) throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.send(request);
      return wire.rest();
    }
  }

  Wire send(String octets) throws IOException {
    socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
    return this;
  }

  /** Sends as much as the server takes: it may hang up at any time. */
  void sendIfTaken(String octets) {
    try {
      send(octets);
    } catch (IOException e) {
      // what it has said is there to be read
    }
  }

  /** One response, head and body, or what there is of it when the server hangs up. */
  String answer() throws IOException {
    return answer(true);
  }

  String answer(boolean hasBody) throws IOException {
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return answer.toString();
      }
      answer.append((char) octet);
    }
    Matcher length = LENGTH.matcher(answer);
    if (hasBody && length.find()) {
      answer.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1));
    }
    return answer.toString();
  }

  /** All that comes until the server hangs up; a reset, too, is an end. */
  String rest() throws IOException {
    var rest = new ByteArrayOutputStream();
    in.transferTo(rest);
    return rest.toString(ISO_8859_1);
  }

  Wire endOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Leaves with a reset instead of a goodbye. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
