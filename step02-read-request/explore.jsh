// The lab of step 2. You are the client, and talk to the server by hand.
// Change what you like: JShell reads this file anew each time the lab starts.

import java.io.*;
import java.net.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import listings.Listing02;
import okhttp3.*;
import static java.nio.charset.StandardCharsets.*;

/** What the helpers share: a call to the server, and a look at every byte. */
class Wire {
  static final int PORT = Integer.getInteger("port", 7878);
  static int limit = Integer.getInteger("limit", 2_000); // milliseconds the lab waits
  static boolean here; // whether the server runs inside the lab

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
    pause(here ? 100 : 0); // a server in the lab prints its lines first
    return true;
  }

  static boolean nobody() {
    String port = PORT == 7878 ? "" : " -Dport=" + PORT;
    say("Nobody listens on 127.0.0.1:%d. Type start(), or run the server", PORT);
    say("in another terminal: mvn -pl step02-read-request exec:java%s", port);
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
}

/** Starts the server of this step here in the lab. */
void start() throws IOException {
  try {
    new ServerSocket(Wire.PORT, 50, InetAddress.getByName("127.0.0.1")).close();
  } catch (BindException e) {
    Wire.say("Port %d: %s.", Wire.PORT, e.getMessage());
    Wire.say("If a server runs there, the lab talks to that one.");
    return;
  }
  new Thread(() -> {
    try {
      Listing02.main(new String[0]);
    } catch (IOException e) {
      Wire.say("The server has ended: %s", e);
    }
  }).start();
  Wire.here = true;
  Wire.pause(200);
  Wire.say("It runs here in the lab: what it prints appears between your lines.");
}

/** Sends your bytes, piece after piece, and shows what comes. */
void send(String... pieces) {
  Wire.call(socket -> {
    for (String piece : pieces) {
      Wire.send(socket, piece);
      Wire.pause(pieces.length == 1 ? 0 : 100);
    }
    Wire.hear(socket);
  });
}

/** Connects, says nothing for a while, and leaves, as browsers do that connect ahead. */
void knock() {
  if (Wire.call(socket -> {
    Wire.show("sent", "");
    Wire.hear(socket);
  })) {
    Wire.say("You have left without a word. What does the server print?");
  }
}

/** Sends half a request, falls silent, and leaves. */
void half() {
  if (Wire.call(socket -> {
    Wire.send(socket, "GET / HTTP/1.1\r\nHost: 127.0");
    Wire.hear(socket);
  })) {
    Wire.say("A request ends with an empty line. Until it comes, the server can only wait.");
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
  Wire.pause(Wire.here ? 100 : 0);
}

/** Shows what readLine() makes of a text. No server needed. */
void lines(String text) throws IOException {
  var reader = new BufferedReader(new StringReader(text));
  Wire.show("text", text);
  String line;
  do {
    line = reader.readLine();
    Wire.say("  readLine() is %s", line == null ? "null: the end" : '"' + line + '"');
  } while (line != null);
  Wire.say("readLine() ends a line at \\r\\n, at \\n and at \\r, and leaves the end out.");
}

/** Sends a header that paints: ESC [41m makes a terminal red. */
void graffiti() {
  Wire.say("If the server prints this as it comes: who decides how its terminal looks?");
  send("GET / HTTP/1.1\r\nUser-Agent: \u001b[41m I was here \u001b[0m\u0007\r\n\r\n");
}

Wire.say("""

    Step 2: you talk to http://127.0.0.1:%d, byte by byte.
    Is the server running in another terminal? If not, start() starts it here.

      get()                                a request as a real client sends it
      send("GET / HT", "TP/1.1\\r\\n\\r\\n")   the same by hand, in two pieces
      half()                               half a request, then silence: what does the server do?
      lines("one\\r\\ntwo\\n\\nend")           what readLine() makes of line ends

    Tab completes a name, arrow up brings back a line, /methods lists all helpers,
    /exit leaves.
    """, Wire.PORT);
