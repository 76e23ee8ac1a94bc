package judge;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.verdict.Failure;
import judge.words.Limits;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import support.Http;

/**
 * OkHttp as a client that also keeps the bytes.
 *
 * <p>The verdict is on the bytes: OkHttp forgives what not every client does, such as LF alone or
 * bytes after the announced length.
 */
public final class OkClient {

  private static boolean isWarm;

  private OkClient() {}

  public static Answer call(Server server, String method, String path) {
    warmUp();
    RecordingSocket socket = new RecordingSocket();
    Story.tryWith(curl(method, path));
    long start = System.nanoTime();
    String trouble =
        call(client(socket), request(method, "http://127.0.0.1:" + server.port() + path));
    Client.Received received = socket.drain(start);
    Story.tell("OkHttp sends", socket.sent.toByteArray());
    Client.tell("OkHttp", received.bytes(), received.end(), Limits.SOON);
    Answer answer = Answer.of(server, socket.port, method, received);
    if (trouble != null) {
      throw Failure.because("OkHttp, the client, refuses the answer: " + trouble);
    }
    return answer;
  }

  private static String curl(String method, String path) {
    String option = switch (method) {
      case "GET" -> "";
      case "HEAD" -> "--head ";
      default -> "-X " + method + " ";
    };
    return "curl -v " + option + "--path-as-is \"http://127.0.0.1:7878" + path + "\"";
  }

  private static OkHttpClient client(RecordingSocket socket) {
    return Http.CLIENT
        .newBuilder()
        .socketFactory(new OneSocket(socket))
        .addNetworkInterceptor(OkClient::onlyOnce)
        .connectTimeout(Duration.ofMillis(Limits.SOON))
        .readTimeout(Duration.ofMillis(Limits.SOON))
        .callTimeout(Duration.ofMillis(2 * Limits.SOON))
        .build();
  }

  /** OkHttp asks again after a 503 with {@code Retry-After: 0}; it is to ask once. */
  private static Response onlyOnce(Interceptor.Chain chain) throws IOException {
    return chain
        .proceed(chain.request())
        .newBuilder()
        .removeHeader("Retry-After")
        .build();
  }

  private static Request request(String method, String url) {
    boolean mayHaveBody = !method.equals("GET") && !method.equals("HEAD");
    RequestBody body = mayHaveBody ? RequestBody.create(new byte[0]) : null;
    return new Request.Builder().url(url).method(method, body).build();
  }

  /** What OkHttp says went wrong, or null. */
  private static String call(OkHttpClient client, Request request) {
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
      return null;
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  /** OkHttp's first call loads its classes; no limit may count that. */
  public static synchronized void warmUp() {
    if (isWarm) {
      return;
    }
    isWarm = true;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Thread server = TaskThreads.ours(() -> answerOnce(listener), "warm-up");
      server.start();
      OkHttpClient client = Http.CLIENT
          .newBuilder()
          .socketFactory(new OneSocket(new RecordingSocket()))
          .build();
      call(client, request("GET", "http://127.0.0.1:" + listener.getLocalPort()));
      server.join();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Early, for the task that is to come; it may be over before that is needed. */
  public static void tryToWarmUp() {
    try {
      warmUp();
    } catch (LinkageError | IllegalStateException e) {
      // The first real call is then the slow one, or tells why.
    }
  }

  private static void answerOnce(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes());
    } catch (IOException e) {
      // The first real call is then the slow one.
    }
  }

  /** Gives OkHttp the socket that records. */
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

  /** Keeps what passes, and leaves the real end to {@link #drain}. */
  private static final class RecordingSocket extends Socket {

    private static final int MOST_BYTES = 4_000_000;

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int port;
    private Client.End end;

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
          return record(buffer, offset, length);
        }

        private int record(byte[] buffer, int offset, int length) throws IOException {
          try {
            int n = in.read(buffer, offset, length);
            if (n >= 0) {
              received.write(buffer, offset, n);
            } else {
              end = Client.End.CLOSED;
            }
            return n;
          } catch (SocketTimeoutException e) {
            end = Client.End.SILENCE;
            throw e;
          } catch (IOException e) {
            end = isClosed() ? Client.End.SILENCE : Client.End.RESET;
            throw e;
          }
        }
      };
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

    /** Reads the rest, and then closes. */
    Client.Received drain(long start) {
      if (end == null) {
        readRest();
      }
      try {
        super.close();
      } catch (IOException e) {
        // There is nobody left to tell.
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      return new Client.Received(received.toByteArray(), end, millis);
    }

    private void readRest() {
      try {
        setSoTimeout(Limits.SOON);
        InputStream in = getInputStream();
        byte[] buffer = new byte[8192];
        while (end == null) {
          if (received.size() > MOST_BYTES) {
            end = Client.End.ENDLESS;
          } else {
            in.read(buffer);
          }
        }
      } catch (IOException e) {
        end = end == null ? Client.End.RESET : end;
      }
    }
  }
}
