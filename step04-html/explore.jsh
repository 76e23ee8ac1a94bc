// The lab of step 4. You are the client, and talk to the server by hand.
// Change what you like: JShell reads this file anew each time the lab starts.

import java.io.*;
import java.lang.reflect.Method;
import java.net.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import okhttp3.*;
import static java.nio.charset.StandardCharsets.*;

/** What the helpers share: a call to the server, and a look at every byte. */
class Wire {
  static final int PORT = Integer.getInteger("port", 7878);
  static int limit = Integer.getInteger("limit", 2_000); // milliseconds the lab waits
  static ServerSocket listener; // of the server inside the lab, if there is one
  static Thread server;

  interface Talk { void with(Socket socket) throws IOException; }

  /** Connects, talks and hangs up; false if nobody listens. */
  static boolean call(Talk talk) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", PORT), limit);
      socket.setSoTimeout(limit);
      talk.with(socket);
    } catch (ConnectException e) {
      return nobody();
    } catch (IOException e) {
      say("The connection broke: %s.", e.getMessage());
    }
    pause(listener != null ? 100 : 0); // a server in the lab prints its lines first
    return true;
  }

  static boolean nobody() {
    String port = PORT == 7878 ? "" : " -Dport=" + PORT;
    say("Nobody listens on 127.0.0.1:%d. Type start(), or run the server", PORT);
    say("in another terminal: mvn -pl step04-html exec:java%s", port);
    return false;
  }

  static void send(Socket socket, String bytes) throws IOException {
    show("sent", bytes);
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
  }

  /** Reads and shows what comes, up to the end, an error or too long a silence. */
  static String hear(Socket socket) {
    var bytes = new ByteArrayOutputStream();
    String then = "the end of the stream: the server has hung up";
    try {
      socket.getInputStream().transferTo(bytes);
    } catch (SocketTimeoutException e) {
      then = "silence; the server has not hung up, but the lab waits only " + limit / 1000.0 + " s";
    } catch (IOException e) {
      then = e.getMessage() + ": the connection was cut";
    }
    show("came", bytes.toString(ISO_8859_1));
    say("  then  %s", then);
    return bytes.toString(ISO_8859_1);
  }

  /** Shows bytes line by line; what does not print appears as \r, \n or a number. */
  static void show(String label, String bytes) {
    for (String line : bytes.isEmpty() ? new String[] {"(nothing)"} : bytes.split("(?<=\n)")) {
      var text = new StringBuilder();
      line.chars().limit(200).forEach(c -> text.append(visible(c)));
      say("  %-5s %s%s", label, text, line.length() > 200 ? "... " + line.length() + " bytes" : "");
      label = "";
    }
  }

  static String visible(int c) {
    return switch (c) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      default -> c < ' ' || c > '~' ? String.format("\\x%02x", c) : Character.toString(c);
    };
  }

  static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }

  static void pause(int millis) {
    LockSupport.parkNanos(millis * 1_000_000L);
  }

  /** The method of a listing that serves, or null if there is no such listing. */
  static Method serve(int number) {
    try {
      Class<?> listing = Class.forName(String.format(Locale.ROOT, "listings.Listing%02d", number));
      Method serve = listing.getDeclaredMethod("serve", ServerSocket.class);
      serve.setAccessible(true);
      return serve;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}

/** Starts a listing of this step here in the lab; without a number its last one. */
void start(int... number) throws Exception {
  int wanted = number.length == 0 ? 9 : number[0];
  Method serve = Wire.serve(wanted);
  if (serve == null) {
    var all = IntStream.range(1, 26).filter(n -> Wire.serve(n) != null).boxed().toList();
    Wire.say("This step has no listing %d. It has %s.", wanted, all);
    return;
  }
  if (Wire.listener != null) {
    Wire.listener.close(); // ends the lab's server before this one
    Wire.server.join(1_000);
  }
  try {
    var listener = new ServerSocket(Wire.PORT, 50, InetAddress.getByName("127.0.0.1"));
    Wire.listener = listener;
    // it ends with an exception when start() closes the listener: nobody need see that
    Wire.server = new Thread(new FutureTask<>(() -> serve.invoke(null, listener)));
    Wire.server.start();
    Wire.say("Listing %02d. Listening on http://127.0.0.1:%d", wanted, Wire.PORT);
    Wire.say("It runs here in the lab: what it prints appears between your lines.");
  } catch (BindException e) {
    Wire.say("Port %d: %s.", Wire.PORT, e.getMessage());
    Wire.say("If another program has it, use that server, or stop it.");
  }
}

/** Asks with OkHttp, as a program does; get("/tea") asks for /tea instead of /. */
void get(String... path) {
  String target = path.length == 0 ? "/" : path[0];
  var client = new OkHttpClient.Builder()
      .readTimeout(Duration.ofMillis(Wire.limit)).retryOnConnectionFailure(false)
      .followRedirects(false).proxy(Proxy.NO_PROXY)
      .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
      .addNetworkInterceptor(chain -> {
        String headers = chain.request().headers().toString().replace("\n", "\r\n");
        Wire.show("sent", "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n");
        return chain.proceed(chain.request());
      }).build();
  String url = "http://127.0.0.1:" + Wire.PORT + target;
  try (var response = client.newCall(new Request.Builder().url(url).build()).execute()) {
    Wire.say("  came  status %d, message \"%s\"", response.code(), response.message());
    response.headers().forEach(h -> Wire.say("        %s: %s", h.getFirst(), h.getSecond()));
    Wire.say("  body  %s", response.body().string().replace("\n", "\n        "));
  } catch (ConnectException e) {
    Wire.nobody();
  } catch (IOException e) {
    Wire.say("OkHttp gives up: %s", e.getMessage());
    Wire.say("It waited for a status line such as HTTP/1.1 200 OK, and none came.");
  }
  Wire.pause(Wire.listener != null ? 100 : 0);
}

/** Sends a request with your own bytes for the path, and shows every byte of the answer. */
void raw(String path) {
  Wire.call(socket -> {
    Wire.send(socket, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    String[] parts = Wire.hear(socket).split("\r\n\r\n", 2);
    if (parts.length == 2) {
      String body = new String(parts[1].getBytes(ISO_8859_1), UTF_8);
      Wire.say("The body has %d bytes, or %d characters.", parts[1].length(), body.length());
      parts[0].lines().filter(line -> line.startsWith("Content-Length"))
          .forEach(line -> Wire.say("The server has announced %s.", line));
    }
  });
}

/** Counts the characters and bytes of a text, "Hello" in Russian if you give none. */
void count(String... text) {
  String shown = text.length == 0 ? "\u041f\u0440\u0438\u0432\u0435\u0442" : text[0];
  byte[] bytes = shown.getBytes(UTF_8);
  Wire.say("  \"%s\".length()                 is %d", shown, shown.length());
  Wire.say("  \"%s\".getBytes(UTF_8).length   is %d", shown, bytes.length);
  Wire.show("UTF-8", new String(bytes, ISO_8859_1));
  Wire.say("Content-Length counts bytes: what travels, not what you read.");
}

/** Asks twice, one request after the other, and says how long each took. */
void twice(String path) {
  for (String which : List.of("first", "second")) {
    long start = System.nanoTime();
    if (!Wire.call(socket -> {
      socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\n\r\n").getBytes(ISO_8859_1));
      int length = socket.getInputStream().readAllBytes().length;
      Wire.say("  %-6s %5d bytes after %.1f ms", which, length, (System.nanoTime() - start) / 1e6);
    })) {
      return;
    }
  }
  Wire.say("One after the other, each on its own connection. Step 5 asks several at once.");
}

/** Sends a request with a header of so many bytes. */
void big(int bytes) {
  Wire.call(socket -> {
    Wire.send(socket, "GET / HTTP/1.1\r\nX-Big: " + "x".repeat(bytes) + "\r\n\r\n");
    String answer = Wire.hear(socket);
    Wire.say(answer.startsWith("HTTP/1.1 200")
        ? "It has read and kept it all. What stops a header of a gigabyte?"
        : "This server does not take it.");
  });
}

Wire.say("""

    Step 4: you talk to http://127.0.0.1:%d, byte by byte.
    Is the server running in another terminal? If not, start() starts it here.

      get()      the page, as a program sees it; and get("/tea")
      raw("/")   the same, byte by byte
      count()    how many characters, and how many bytes?
      start(6)   another listing in the lab; then get("/tea") again

    Tab completes a name, arrow up brings back a line, /methods lists all helpers,
    /exit leaves.
    """, Wire.PORT);
