package beyond;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import judge.seen.ChildProcess;
import judge.seen.Environment;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import support.Answers;

/** Clients that others have written. */
class ClientTest {

  @AutoClose
  private static final Sturdy SERVER = Sturdy.start(Small.PATIENT);

  @AutoClose
  private static final Sturdy ECHO = Sturdy.start(Small.PATIENT, new Echo());

  private static final OkHttpClient OK_HTTP = new OkHttpClient.Builder()
      .proxy(Proxy.NO_PROXY)
      .callTimeout(Duration.ofSeconds(10))
      .build();

  private static Response okHttp(String method, String url, RequestBody body) throws IOException {
    return OK_HTTP
        .newCall(new okhttp3.Request.Builder().url(url).method(method, body).build())
        .execute();
  }

  @Test
  void okHttpGetsAPageAgainAndAgain() throws IOException {
    byte[] page = Answers.page("pages/hello.html");
    for (int i = 0; i < 5; i++) {
      try (Response response = okHttp("GET", SERVER.url("/"), null)) {
        byte[] body = response.body().bytes();

        assertAll(
            () -> assertEquals(200, response.code()),
            () -> assertEquals("text/html; charset=utf-8", response.header("Content-Type")),
            () -> assertTrue(response.headers().getInstant("Date") != null, "a date it can read"),
            () -> assertArrayEquals(page, body));
      }
    }
    assertEquals(1, OK_HTTP.connectionPool().connectionCount(), "all on one connection");
  }

  @Test
  void okHttpSendsBodiesWithAndWithoutALength() throws IOException {
    RequestBody chunked = new RequestBody() {
      @Override
      public okhttp3.MediaType contentType() {
        return null;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeUtf8("hello");
      }
    };
    for (RequestBody body : List.of(RequestBody.create("hello".getBytes("US-ASCII")), chunked)) {
      try (Response response = okHttp("POST", ECHO.url("/a"), body)) {
        assertEquals("/a hello", response.body().string());
      }
    }
  }

  @Test
  void okHttpIsToldWhichMethodsThereAre() throws IOException {
    try (Response response = okHttp("DELETE", SERVER.url("/"), null)) {
      assertEquals(405, response.code());
      assertEquals("GET, HEAD, OPTIONS", response.header("Allow"));
    }
  }

  private static HttpRequest.Builder jdk(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10));
  }

  @Test
  void theHttpClientOfTheJdkGetsThingsAllAtOnce() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      HttpRequest request = jdk(SERVER.url("/server.png")).build();
      answers.add(client.sendAsync(request, BodyHandlers.ofByteArray()));
    }

    for (var answer : answers) {
      assertArrayEquals(
          Answers.page("pages/server.png"), answer.get(10, TimeUnit.SECONDS).body());
    }
  }

  /** Unless told otherwise, it asks for HTTP/2 first, by an Upgrade, which HTTP/1.1 ignores. */
  @Test
  void theHttpClientOfTheJdkWaitsForContinue() throws Exception {
    HttpRequest request = jdk(ECHO.url("/a"))
        .expectContinue(true)
        .POST(BodyPublishers.ofString("hello"))
        .build();

    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertEquals("/a hello", answer.body());
  }

  /** Its exit code, and what it prints. */
  private static String curl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-s", "-m", "10", "--noproxy", "*"));
    command.addAll(List.of(arguments));
    try (ChildProcess curl = ChildProcess.start(Environment.command(command))) {
      return curl.awaitExit() + " " + curl;
    } catch (IOException e) {
      return abort("there is no curl");
    }
  }

  @Test
  void curlGetsAPageTwiceOnOneConnection() throws Exception {
    String format = "%{http_code} %{size_download} %{num_connects} ";
    int size = Answers.page("pages/hello.html").length;

    var answer =
        curl("-w", format, "-o", "/dev/null", SERVER.url("/"), "-o", "/dev/null", SERVER.url("/"));

    assertEquals("0 200 " + size + " 1 200 " + size + " 0 ", answer);
  }

  @Test
  void curlGetsHeadsAndSendsBodies() throws Exception {
    assertTrue(curl("-I", SERVER.url("/")).startsWith("0 HTTP/1.1 200 OK\n"));
    assertEquals("0 /a hello", curl("-d", "hello", ECHO.url("/a")));
    assertEquals("0 /a hello", curl("-0", "-d", "hello", ECHO.url("/a")));
    var chunked = curl("-d", "hello", "-H", "Transfer-Encoding: chunked", ECHO.url("/a"));
    assertEquals("0 /a hello", chunked);
    var expecting = curl("-d", "hello", "-H", "Expect: 100-continue", ECHO.url("/a"));
    assertEquals("0 /a hello", expecting);
    assertEquals(
        "0 405", curl("-o", "/dev/null", "-w", "%{http_code}", "-d", "x", SERVER.url("/")));
  }
}
