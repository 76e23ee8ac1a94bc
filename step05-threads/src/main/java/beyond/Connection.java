package beyond;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** One client's connection: request after request, each answered before the next one is read. */
final class Connection implements Runnable {

  /** Those of RFC 9110, section 9, and PATCH: 405 where not allowed. Any other gets a 501. */
  private static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private static final String CLOSE = "Connection: close\r\n";

  /** Who goes on sending after a refusal may send so much; then the connection is cut. */
  private static final int LINGER_BYTES = 2 << 20;

  /** About how often one of the threads that wait for their clients looks whether others wait. */
  private static final int LOOK_UP_MILLIS = 4;

  private final Socket socket;
  private final SturdyServer server;
  private final Limits limits;
  private final Input in;
  private long queuedAt = System.nanoTime();
  private int requests; // that have begun
  private int lingerBytes; // how many more to read after the last response; 0 before it

  // For the thread that accepts.
  private volatile boolean idle;
  private volatile long writesSince; // 0: does not write

  Connection(Socket socket, SturdyServer server) throws IOException {
    this.socket = socket;
    this.server = server;
    limits = server.limits;
    in = new Input(socket);
    in.setDeadline(queuedAt, limits.headMillis());
  }

  /** One turn; then it ends, or waits in the queue for the next one. */
  @Override
  public void run() {
    boolean goesOn = false;
    try {
      goesOn = turn();
      queuedAt = System.nanoTime();
    } catch (IOException e) {
      // The client has gone, or has said nothing in time: nobody is there to be answered.
    } catch (Throwable e) { // out of memory, say: this client's end, nobody else's
      server.tell("Failed", e);
    } finally {
      if (!goesOn || !server.enqueue(this)) {
        close();
        server.ends(this);
      }
    }
  }

  /** Answers requests until others wait for a worker; false if the connection ends. */
  private boolean turn() throws IOException {
    server.queue.decrementAndGet();
    socket.setTcpNoDelay(true); // a response is one write: nothing follows to fill its packet
    // If this one came through at once, so will those that are in the queue: no need to hurry.
    boolean isCrowded = millisSince(queuedAt) >= limits.turnMillis();
    boolean goesOn;
    do {
      boolean hasCome = awaitInput(isCrowded && server.queue.get() > 0);
      goesOn = hasCome ? take() : !isDone() || !server.wantsRoom();
    } while (goesOn && server.queue.get() == 0);
    return goesOn;
  }

  /** Waits for something to read, or for the end, but not long enough to be in anybody's way. */
  private boolean awaitInput(boolean othersWait) throws IOException {
    int threads = server.idle.incrementAndGet();
    idle = isDone();
    try {
      if (idle && server.stopping) {
        return in.isReady();
      }
      // At random, or those that have begun to wait together would look together.
      int millis = ThreadLocalRandom.current().nextInt(2 * LOOK_UP_MILLIS * threads) + 1;
      return in.await(othersWait ? limits.turnMillis() : millis);
    } finally {
      idle = false;
      server.idle.decrementAndGet();
    }
  }

  /** Whether it may end: no first request may be on the way, and no last response unread. */
  private boolean isDone() {
    return requests > 0 && lingerBytes == 0;
  }

  /** Takes what has come: a request, or what nobody wants. */
  private boolean take() throws IOException {
    if (in.isAtEnd()) {
      return false;
    }
    if (lingerBytes > 0) {
      lingerBytes -= in.skip();
      return lingerBytes > 0 && !in.isLate();
    }
    return exchange();
  }

  /** Reads a request and answers it; false if the connection ends. */
  private boolean exchange() throws IOException {
    if (++requests > 1) {
      in.setDeadline(System.nanoTime(), limits.headMillis());
    }
    var parser = new RequestParser(in, limits);
    try {
      Request request = parser.parse();
      Response response = respond(request);
      boolean goesOn = request.keepsAlive() && mayGoOn();
      String keepAlive = request.isHttp10() ? "Connection: keep-alive\r\n" : "";
      send(response, parser.requestLine(), goesOn ? keepAlive : CLOSE);
      if (goesOn) {
        in.setDeadline(System.nanoTime(), limits.idleMillis());
      } else if (request.keepsAlive() || in.isReady()) { // another request may be on the way
        linger();
      }
      return goesOn || lingerBytes > 0;
    } catch (Refused e) {
      return refuse(parser.requestLine(), e.response());
    } catch (SocketTimeoutException e) {
      String why = "the rest has not come in time";
      return refuse(parser.requestLine(), Response.text("408 Request Timeout", why, ""));
    }
  }

  private boolean refuse(String requestLine, Response response) throws IOException {
    send(response, requestLine, CLOSE);
    linger();
    return true;
  }

  private Response respond(Request request) throws IOException, Refused {
    var body = new BodyReader(request, in, limits);
    if (!KNOWN_METHODS.contains(request.method())) {
      throw new Refused("501 Not Implemented", "this method is not known here");
    }
    if (!server.handler.methods().contains(request.method())) { // said before the body is sent
      throw new Refused(Response.text("405 Method Not Allowed", "", allow()));
    }
    if (request.expectsWhatNobodyKnows()) {
      throw new Refused("417 Expectation Failed", "only 100-continue is known");
    }
    Request whole = request.with(body.read(socket.getOutputStream()));
    if (request.method().equals("OPTIONS")) {
      return Response.text("200 OK", "", allow());
    }
    return handle(whole);
  }

  private String allow() {
    return "Allow: " + String.join(", ", server.handler.methods()) + "\r\n";
  }

  private Response handle(Request request) {
    try {
      return server.handler.handle(request);
    } catch (Throwable e) { // whatever it is, the next request may fare better
      server.tell("Failed", e);
      return Response.text("500 Internal Server Error", "", "");
    } finally {
      Thread.interrupted(); // an interrupt meant for this request ends with it
    }
  }

  /** Whether another request may follow: one that is here already may, but not for ever. */
  private boolean mayGoOn() throws IOException {
    return requests < limits.requests() && (!server.stopping || in.isReady());
  }

  private void send(Response response, String requestLine, String connection) throws IOException {
    boolean withBody = !requestLine.startsWith("HEAD ");
    byte[] octets = response.octets(withBody, connection);
    server.log(socket.getInetAddress().getHostAddress(), requestLine, response);
    writesSince = System.nanoTime() | 1; // not 0
    socket.getOutputStream().write(octets);
    writesSince = 0;
  }

  /**
   * Ends the output, and reads on for a while: to close with something unread would reset the
   * connection, and the client might lose the response. RFC 9112, section 9.6.
   */
  private void linger() throws IOException {
    socket.shutdownOutput();
    in.setDeadline(System.nanoTime(), limits.lingerMillis());
    lingerBytes = LINGER_BYTES;
  }

  private static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }

  // ---- for the thread that accepts ----

  /** Cuts it if its client does not read: its own thread waits to write, and can do nothing. */
  void tick() {
    long since = writesSince;
    if (since != 0 && millisSince(since) > limits.writeMillis()) {
      close();
    }
  }

  /** Ends an idle wait as if the client had ended. What has begun goes on. */
  void hurry() {
    try {
      if (idle && socket.getInputStream().available() == 0) {
        socket.shutdownInput();
      }
    } catch (IOException e) {
      // it has ended already
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException | OutOfMemoryError e) {
      server.tell("Cannot close", e);
    }
  }
}
