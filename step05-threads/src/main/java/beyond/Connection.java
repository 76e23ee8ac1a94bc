package beyond;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;

/** One client's connection: request after request, each answered before the next one is read. */
final class Connection implements Runnable {

  /** Those of RFC 9110, section 9, and PATCH: 405 where not allowed. Any other gets a 501. */
  private static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private static final String CLOSE = "Connection: close\r\n";

  /** Who goes on sending after a refusal may send so much; then the connection is cut. */
  private static final int LINGER_BYTES = 2 << 20;

  private final Socket socket;
  private final SturdyServer server;
  private final Limits limits;
  private final Input in;
  private final long acceptedAt = System.nanoTime();
  private long turnBeganAt;
  private int requests;

  // For the thread that accepts.
  private volatile int ticksQueued;
  private volatile int ticksIdle;
  private volatile boolean queued = true;
  private volatile boolean idle;
  private volatile long writesSince; // 0: does not write

  Connection(Socket socket, SturdyServer server) throws IOException {
    this.socket = socket;
    this.server = server;
    limits = server.limits;
    in = new Input(socket);
  }

  @Override
  public void run() {
    queued = false;
    server.queue.decrementAndGet();
    try (socket) {
      socket.setTcpNoDelay(true); // a response is one write: nothing follows to fill its packet
      turnBeganAt = System.nanoTime();
      in.setDeadline(acceptedAt, limits.headMillis());
      boolean begins = !in.isAtEnd();
      while (begins) {
        begins = exchange() && awaitNext();
      }
    } catch (IOException e) {
      // The client has gone, or has said nothing in time: nobody is there to be answered.
    } finally {
      server.ends(this);
    }
  }

  /** Reads a request and answers it; false if the connection ends with it. */
  private boolean exchange() throws IOException {
    var parser = new RequestParser(in, limits);
    try {
      Request request = parser.parse();
      Response response = respond(request);
      boolean goesOn = request.keepsAlive() && mayGoOn();
      String keepAlive = request.isHttp10() ? "Connection: keep-alive\r\n" : "";
      send(response, parser.requestLine(), goesOn ? keepAlive : CLOSE);
      if (!goesOn && in.isReady()) {
        linger();
      }
      return goesOn;
    } catch (Refused e) {
      send(e.response(), parser.requestLine(), CLOSE);
      linger();
    } catch (SocketTimeoutException e) { // silent already: no need to linger
      String why = "the rest has not come in time";
      send(Response.text("408 Request Timeout", why, ""), parser.requestLine(), CLOSE);
    }
    return false;
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
      server.log.accept("Failed: " + e);
      return Response.text("500 Internal Server Error", "", "");
    } finally {
      Thread.interrupted(); // an interrupt meant for this request ends with it
    }
  }

  /** Whether another request may follow: one that is here already may, but not for ever. */
  private boolean mayGoOn() throws IOException {
    boolean isAlone = server.queue.get() == 0;
    boolean hasTurn = isAlone || millisSince(turnBeganAt) < limits.turnMillis();
    return ++requests < limits.requests() && (hasTurn && !server.stopping || in.isReady());
  }

  private void send(Response response, String requestLine, String connection) throws IOException {
    boolean withBody = !requestLine.startsWith("HEAD ");
    byte[] octets = response.octets(withBody, connection);
    server.log(socket.getInetAddress().getHostAddress(), requestLine, response);
    writesSince = System.nanoTime() | 1; // not 0
    socket.getOutputStream().write(octets);
    writesSince = 0;
  }

  /** Waits for the first octet of the next request; false if none comes. */
  private boolean awaitNext() throws IOException {
    in.setDeadline(System.nanoTime(), limits.idleMillis());
    ticksIdle = 0;
    idle = true;
    boolean begins = (!server.stopping || in.isReady()) && !in.isAtEnd();
    idle = false;
    in.setDeadline(System.nanoTime(), limits.headMillis());
    return begins;
  }

  /**
   * Ends the output, and reads on for a while: to close with something unread would reset the
   * connection, and the client might lose the response. RFC 9112, section 9.6.
   */
  private void linger() throws IOException {
    socket.shutdownOutput();
    in.setDeadline(System.nanoTime(), limits.lingerMillis());
    idle = true; // as good as
    in.drain(LINGER_BYTES);
  }

  private static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }

  // ---- for the thread that accepts ----

  /**
   * Looks after what its own thread cannot, which waits. Ticks are counted, not milliseconds: when
   * the whole process has to wait, no client is to blame.
   */
  void tick() {
    ticksQueued += queued ? 1 : 0;
    ticksIdle += idle ? 1 : 0;
    long since = writesSince;
    if (since != 0 && millisSince(since) > limits.writeMillis()) {
      close(); // the client does not read
    }
  }

  /** Whether it has waited for a worker at three ticks. */
  boolean isStarving() {
    return queued && ticksQueued > 2;
  }

  /** Whether it has waited for its client at two ticks. */
  boolean isIdle() {
    return idle && ticksIdle > 1;
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
    } catch (IOException e) {
      server.log.accept("Cannot close: " + e);
    }
  }
}
