package judge.seen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A client that sends and receives bytes as they are, one char for each (ISO-8859-1). */
public final class RawClient implements AutoCloseable {

  /** Long enough for a busy machine; only a failing test waits for it. */
  private static final int LIMIT_MILLIS = 10_000;

  private final Socket socket = new Socket();

  public RawClient(int port) throws IOException {
    socket.connect(new InetSocketAddress("127.0.0.1", port), LIMIT_MILLIS);
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Sends a whole request and returns all that comes back until the server hangs up. */
  public static String ask(int port, String request) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.send(request);
      return client.receive();
    }
  }

  /** The same for {@code GET path}, with the headers that HTTP/1.1 asks for. */
  public static String get(int port, String path) throws IOException {
    return ask(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  public void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /** Says that nothing more will come, and goes on listening. */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** All that comes until the server hangs up; empty if it says nothing. */
  public String receive() throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(received);
    } catch (SocketTimeoutException e) {
      String soFar = received.toString(ISO_8859_1);
      throw new AssertionError("the server has not hung up; so far it said: \"" + soFar + "\"", e);
    }
    return received.toString(ISO_8859_1);
  }

  /** Whether nothing comes for that long, not even the end of the stream. */
  public boolean hearsNothingFor(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(LIMIT_MILLIS);
    }
  }

  /** This end's port. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Leaves with a reset (RST) instead of a goodbye (FIN). */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
