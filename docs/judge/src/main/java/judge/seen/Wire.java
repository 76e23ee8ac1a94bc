package judge.seen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.Received.End;

/** A client's connection: sends and receives bytes as they are, in texts one char for each. */
public final class Wire implements AutoCloseable {

  /** Milliseconds: long enough for a busy machine; only a failing test waits for it. */
  public static final int PATIENCE = 40_000;

  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");
  private static final int MOST_BYTES = 4_000_000;
  private static final int SLICE = 50;

  private final Socket socket = new Socket();
  private final PushbackInputStream in;

  public Wire(int port) throws IOException {
    this(port, PATIENCE);
  }

  /** Connects to a server on 127.0.0.1, within so many milliseconds. */
  public Wire(int port, int millis) throws IOException {
    socket.connect(new InetSocketAddress("127.0.0.1", port), millis);
    socket.setTcpNoDelay(true);
    in = new PushbackInputStream(socket.getInputStream());
  }

  /** All that comes back to one request until the server hangs up. */
  public static String ask(int port, String request) throws IOException {
    try (Wire wire = new Wire(port)) {
      return wire.send(request).rest();
    }
  }

  /** This end's port. */
  public int port() {
    return socket.getLocalPort();
  }

  public Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return this;
  }

  /** Sends as much as the server takes: it may hang up at any time; false if it has. */
  public boolean trySend(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException e) {
      return false; // what it has said is there to be read
    }
  }

  public boolean trySend(String text) {
    return trySend(text.getBytes(ISO_8859_1));
  }

  /** Says that nothing more will come (FIN), and goes on listening. */
  public Wire endOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Whether something comes within so many milliseconds, be it the end; it is not read yet. */
  public boolean hears(int millis) {
    try {
      socket.setSoTimeout(millis);
      int first = in.read();
      if (first >= 0) {
        in.unread(first);
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether the stream ends within so many milliseconds; what comes before its end is let go. */
  public boolean endsWithin(int millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    byte[] buffer = new byte[8192];
    try {
      for (int left = millis; left > 0; left = (int) ((end - System.nanoTime()) / 1_000_000)) {
        socket.setSoTimeout(left);
        if (in.read(buffer) < 0) {
          return true;
        }
      }
      return false;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Reads until the stream ends, or until nothing has come for so many milliseconds. */
  public Received receive(int millis) {
    return receive(millis, () -> false);
  }

  /**
   * The same, with less patience.
   *
   * @param isInVain says that nothing can come any more
   */
  public Received receive(int millis, BooleanSupplier isInVain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long start = System.nanoTime();
    End end = read(bytes, millis, isInVain);
    return new Received(bytes.toByteArray(), end, (System.nanoTime() - start) / 1_000_000);
  }

  private End read(ByteArrayOutputStream bytes, int millis, BooleanSupplier isInVain) {
    int patience = millis;
    byte[] buffer = new byte[8192];
    try {
      socket.setSoTimeout(SLICE);
      while (bytes.size() <= MOST_BYTES) {
        int n = readSlice(buffer);
        if (n < 0) {
          return End.CLOSED;
        }
        bytes.write(buffer, 0, n);
        patience = n > 0 ? millis : patience - SLICE;
        if (patience <= 0) {
          return End.SILENCE;
        }
        if (n == 0 && isInVain.getAsBoolean()) {
          patience = SLICE; // for what has come just before
        }
      }
      return End.ENDLESS;
    } catch (IOException e) {
      return End.RESET;
    }
  }

  /** How many bytes have come: 0 if the time is over, -1 at the end of the stream. */
  private int readSlice(byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  /**
   * All that comes until the server hangs up; empty if it says nothing.
   *
   * @throws AssertionError if it does not hang up
   * @throws SocketException if it breaks the connection off
   */
  public String rest() throws SocketException {
    Received received = receive(PATIENCE);
    return switch (received.end()) {
      case CLOSED -> received.text();
      case RESET -> throw new SocketException("Connection reset");
      case SILENCE, ENDLESS ->
        throw new AssertionError(
            "the server has not hung up; so far it said: \"" + received.text() + "\"");
    };
  }

  /** One response, head and body, or what there is of it when the server hangs up. */
  public String answer() throws IOException {
    String head = head();
    Matcher length = LENGTH.matcher(head);
    return length.find()
        ? head + new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1)
        : head;
  }

  /** The head of a response, or what there is of it when the server hangs up. */
  public String head() throws IOException {
    socket.setSoTimeout(PATIENCE);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return head.toString();
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  /** Leaves with a reset (RST), as a client does that crashes. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nobody left to tell.
    }
  }
}
