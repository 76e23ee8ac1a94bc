package judge.seen;

import java.io.IOException;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import judge.learner.TaskThreads;
import judge.words.Limits;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp, set to ask once and to say what came of it: no retries, no reuse, no redirects. */
public final class OkHttp {

  /**
   * What was seen of one call.
   *
   * @param trouble what OkHttp says went wrong, or null
   * @param port the client's
   */
  public record Recorded(byte[] sent, Received received, int port, String trouble) {}

  private static final OkHttpClient ONCE = new OkHttpClient.Builder()
      .retryOnConnectionFailure(false)
      .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
      .proxy(Proxy.NO_PROXY)
      .followRedirects(false)
      .callTimeout(Duration.ofSeconds(10))
      .build();

  private static boolean isWarm;

  private OkHttp() {}

  /** The response to {@code GET url}; the caller closes it. */
  public static Response get(String url) throws IOException {
    return ONCE.newCall(new Request.Builder().url(url).build()).execute();
  }

  /** Asks, and keeps the bytes that pass, up to the real end of the stream. */
  public static Recorded call(int port, String method, String path) {
    warmUp();
    RecordingSocket socket = new RecordingSocket();
    OkHttpClient client = recordedBy(socket)
        .addNetworkInterceptor(OkHttp::onlyOnce)
        .connectTimeout(Duration.ofMillis(Limits.SOON))
        .readTimeout(Duration.ofMillis(Limits.SOON))
        .callTimeout(Duration.ofMillis(2 * Limits.SOON))
        .build();
    String trouble = call(client, method, "http://127.0.0.1:" + port + path);
    Received received = socket.drain(Limits.SOON);
    return new Recorded(socket.sent(), received, socket.clientPort(), trouble);
  }

  private static OkHttpClient.Builder recordedBy(RecordingSocket socket) {
    return ONCE.newBuilder().socketFactory(socket.factory());
  }

  /** OkHttp asks again after a 503 with {@code Retry-After: 0}; it is to ask once. */
  private static Response onlyOnce(Interceptor.Chain chain) throws IOException {
    return chain
        .proceed(chain.request())
        .newBuilder()
        .removeHeader("Retry-After")
        .build();
  }

  private static String call(OkHttpClient client, String method, String url) {
    boolean mayHaveBody = !method.equals("GET") && !method.equals("HEAD");
    RequestBody body = mayHaveBody ? RequestBody.create(new byte[0]) : null;
    Request request = new Request.Builder().url(url).method(method, body).build();
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
    try (ServerSocket listener = Ports.listen(0)) {
      Thread server = TaskThreads.ours(() -> answerOnce(listener), "warm-up");
      server.start();
      OkHttpClient client = recordedBy(new RecordingSocket()).build();
      call(client, "GET", "http://127.0.0.1:" + listener.getLocalPort());
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
}
