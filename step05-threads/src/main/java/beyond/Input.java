package beyond;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** The octets that a client sends, buffered, until a deadline for all of them. */
final class Input {

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[4_096];
  private int next;
  private int end;
  private long deadline; // as System.nanoTime() counts

  Input(Socket socket) throws IOException {
    this.socket = socket;
    in = socket.getInputStream();
  }

  /** Reads have to end so long after start, which is a value of {@code System.nanoTime()}. */
  void setDeadline(long start, int millis) {
    deadline = start + millis * 1_000_000L;
  }

  /** Whether there is something to read without waiting. */
  boolean isReady() throws IOException {
    return next < end || in.available() > 0;
  }

  /** Waits for an octet or for the end of the stream. */
  boolean isAtEnd() throws IOException {
    return next == end && !fill(millisLeft());
  }

  /**
   * Waits so long for an octet or for the end of the stream; false if neither comes.
   *
   * @throws SocketTimeoutException if the deadline comes first
   */
  boolean await(int millis) throws IOException {
    long left = millisLeft();
    try {
      if (next == end) {
        fill(Math.min(millis, left));
      }
      return true;
    } catch (SocketTimeoutException e) {
      if (left <= millis) {
        throw e;
      }
      return false;
    }
  }

  /** The time that is left, not the whole: else each octet would begin it anew. */
  private long millisLeft() {
    return (deadline - System.nanoTime()) / 1_000_000;
  }

  /** Whether the deadline is over. */
  boolean isLate() {
    return millisLeft() < 1;
  }

  private boolean fill(long millis) throws IOException {
    // What has arrived already is read in any case: that the server was busy is not its client's
    // fault.
    if (millis < 1 && in.available() == 0) {
      throw new SocketTimeoutException("nothing more has come in time");
    }
    socket.setSoTimeout((int) Math.max(millis, 1));
    int count = in.read(buffer); // if this throws, next and end stay as they are
    next = 0;
    end = Math.max(count, 0);
    return end > 0;
  }

  private int read() throws IOException, Refused {
    Refused.unless(!isAtEnd(), "the request is cut off");
    return buffer[next++] & 0xff;
  }

  /** Reads a line and its CRLF. RFC 9112, section 2.2: a CR or an LF on its own ends no line. */
  String line(int limit, String tooLong) throws IOException, Refused {
    var line = new StringBuilder();
    for (int octet = read(); octet != '\r'; octet = read()) {
      Refused.unless(octet != '\n', "an LF without a CR");
      if (line.length() == limit) {
        throw new Refused(tooLong, "a line of more than " + limit + " octets");
      }
      line.append((char) octet);
    }
    Refused.unless(read() == '\n', "a CR without an LF");
    return line.toString();
  }

  /** Reads exactly that many octets. */
  byte[] octets(int count) throws IOException, Refused {
    byte[] octets = new byte[count];
    for (int i = 0; i < count; ) {
      Refused.unless(!isAtEnd(), "the body is cut off");
      int part = Math.min(count - i, end - next);
      System.arraycopy(buffer, next, octets, i, part);
      next += part;
      i += part;
    }
    return octets;
  }

  /** Forgets what has come, and says how many octets it was. */
  int skip() {
    int count = end - next;
    next = end;
    return count;
  }
}
