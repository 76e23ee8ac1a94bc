package judge.seen;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;
import judge.seen.Received.End;

/** A socket that keeps what passes, and leaves the real end of the stream to {@link #drain}. */
final class RecordingSocket extends Socket {

  private static final int MOST_BYTES = 4_000_000;

  private final long start = System.nanoTime();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private int port;
  private End end;

  /** A factory that has this socket alone. */
  SocketFactory factory() {
    return new OneSocket(this);
  }

  byte[] sent() {
    return sent.toByteArray();
  }

  /** This end's port, also after the end. */
  int clientPort() {
    return port;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    port = getLocalPort();
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
          int n = in.read(buffer, offset, length);
          keep(buffer, offset, n);
          return n;
        } catch (IOException e) {
          end = e instanceof SocketTimeoutException || isClosed() ? End.SILENCE : End.RESET;
          throw e;
        }
      }
    };
  }

  private void keep(byte[] buffer, int offset, int length) {
    if (length < 0) {
      end = End.CLOSED;
    } else {
      received.write(buffer, offset, length);
    }
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        sent.write(buffer, offset, length);
        out.write(buffer, offset, length);
      }
    };
  }

  /** OkHttp closes as soon as it has what was announced; what else comes is of interest too. */
  @Override
  public void close() {}

  /** Reads the rest, until nothing has come for so many milliseconds, and then closes. */
  Received drain(int millis) {
    if (end == null) {
      readRest(millis);
    }
    try {
      super.close();
    } catch (IOException e) {
      // There is nobody left to tell.
    }
    return new Received(received.toByteArray(), end, (System.nanoTime() - start) / 1_000_000);
  }

  private void readRest(int millis) {
    try {
      setSoTimeout(millis);
      InputStream in = getInputStream();
      byte[] buffer = new byte[8192];
      while (end == null) {
        if (received.size() > MOST_BYTES) {
          end = End.ENDLESS;
        } else {
          in.read(buffer);
        }
      }
    } catch (IOException e) {
      end = end == null ? End.RESET : end;
    }
  }

  /** What OkHttp asks for a socket. */
  private static final class OneSocket extends SocketFactory {

    private final Socket socket;

    OneSocket(Socket socket) {
      this.socket = socket;
    }

    @Override
    public Socket createSocket() {
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
