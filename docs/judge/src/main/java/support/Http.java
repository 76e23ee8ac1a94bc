package support;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp, set to ask once and to say what came of it: no retries, no reuse, no redirects. */
public final class Http {

  public static final OkHttpClient CLIENT = new OkHttpClient.Builder()
      .retryOnConnectionFailure(false)
      .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
      .proxy(Proxy.NO_PROXY)
      .followRedirects(false)
      .callTimeout(Duration.ofSeconds(10))
      .build();

  private Http() {}

  /** The response to {@code GET url}; the caller closes it. */
  public static Response get(String url) throws IOException {
    return CLIENT.newCall(new Request.Builder().url(url).build()).execute();
  }
}
