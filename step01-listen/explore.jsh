// The lab of step 1. You are the client, and talk to the server by hand.
// Change what you like: JShell reads this file anew each time the lab starts.

import java.io.*;
import java.net.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import listings.Listing01;
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
    say("in another terminal: mvn -pl step01-listen exec:java%s", port);
    return false;
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
      Listing01.main(new String[0]);
    } catch (IOException e) {
      Wire.say("The server has ended: %s", e);
    }
  }).start();
  Wire.here = true;
  Wire.pause(200);
  Wire.say("It runs here in the lab: what it prints appears between your lines.");
}

/** Connects, says nothing, shows what comes; knock(3) does so three times. */
void knock(int... times) {
  for (int i = 0; i < (times.length == 0 ? 1 : times[0]); i++) {
    boolean connected = Wire.call(socket -> {
      Wire.say("  you   %s", socket.getLocalSocketAddress());
      Wire.say("  calls %s", socket.getRemoteSocketAddress());
      Wire.show("sent", "");
      Wire.hear(socket);
    });
    if (!connected) {
      return;
    }
  }
  Wire.say("The server's port stays %d; yours is another one with each call.", Wire.PORT);
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

/** Calls every address of this machine: at which ones does the server answer? */
void whoListens() throws SocketException {
  var addresses = new TreeSet<>(List.of("127.0.0.1", "127.0.0.2"));
  NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
      .forEach(address -> addresses.add(address.getHostAddress().replaceAll("%.*", "")));
  var answering = new ArrayList<String>();
  for (String address : addresses) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, Wire.PORT), 500);
      answering.add(address);
      Wire.say("  %-24s answers", address);
    } catch (IOException e) {
      Wire.say("  %-24s %s", address, e.getMessage());
    }
  }
  Wire.pause(Wire.here ? 100 : 0);
  if (answering.isEmpty()) {
    Wire.nobody();
  } else {
    Wire.say(answering.equals(List.of("127.0.0.1")) ? "Only programs on this machine reach it."
        : "It answers at more than 127.0.0.1. Can others in your network call it?");
  }
}

/** Calls the server and leaves with a reset instead of a proper end. */
void reset() {
  if (Wire.call(socket -> socket.setSoLinger(true, 0))) { // 0: close() throws all away
    Wire.say("You have left with a reset. Does the server still answer? Try knock().");
  }
}

/** Shows what the two ways of hanging up look like from the other end. No server needed. */
void endings() throws IOException {
  for (String way : List.of("close()", "setSoLinger(true, 0), then close()")) {
    try (var listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        var you = new Socket(listener.getInetAddress(), listener.getLocalPort());
        var other = listener.accept()) {
      Wire.say("The other end calls %s. You read:", way);
      other.setSoLinger(way.startsWith("set"), 0);
      other.close();
      you.setSoTimeout(Wire.limit);
      Wire.say("  %s", you.getInputStream().read() + ", which means: the end of the stream");
    } catch (SocketException e) {
      Wire.say("  %s", e);
    }
  }
}

Wire.say("""

    Step 1: you talk to http://127.0.0.1:%d, byte by byte.
    Is the server running in another terminal? If not, start() starts it here.

      knock()        call the server, say nothing, see what comes
      knock(3)       three calls: which port stays, which one changes?
      get()          what does a real HTTP client make of this server?
      whoListens()   which addresses of this machine does it answer at?

    Tab completes a name, arrow up brings back a line, /methods lists all helpers,
    /exit leaves.
    """, Wire.PORT);
