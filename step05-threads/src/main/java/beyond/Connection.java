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

  // For the thread that accepts, which looks at them at each tick.
  private int ticksInQueue;
  private volatile boolean queued = true;
  private volatile boolean idle;
  private volatile long writesSince; // 0: does not write

  Connection(Socket socket, SturdyServer server) throws IOException {
    this.socket = socket;
    this.server = server;
    limits = server.limits();
    in = new Input(socket);
  }

  @Override
  public void run() {
    queued = false;
    server.begins();
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
      send(Response.text(Status.REQUEST_TIMEOUT, why, ""), parser.requestLine(), CLOSE);
    }
    return false;
  }

  private Response respond(Request request) throws IOException, Refused {
    var body = new BodyReader(request, in, limits);
    if (!KNOWN_METHODS.contains(request.method())) {
      throw new Refused(Status.NOT_IMPLEMENTED, "this method is not known here");
    }
    if (!server.handler().methods().contains(request.method())) { // said before the body is sent
      throw new Refused(Response.text(Status.METHOD_NOT_ALLOWED, "", allow()));
    }
    if (request.expectsWhatNobodyKnows()) {
      throw new Refused(Status.EXPECTATION_FAILED, "only 100-continue is known");
    }
    Request whole = request.with(body.read(socket.getOutputStream()));
    if (request.method().equals("OPTIONS")) {
      return Response.text(Status.OK, "", allow());
    }
    return handle(whole);
  }

  private String allow() {
    return "Allow: " + String.join(", ", server.handler().methods()) + "\r\n";
  }

  private Response handle(Request request) {
    try {
      return server.handler().handle(request);
    } catch (Throwable e) { // whatever it is, the next request may fare better
      server.log("Failed: " + e);
      return Response.text(Status.SERVER_ERROR, "", "");
    } finally {
      Thread.interrupted(); // an interrupt meant for this request ends with it
    }
  }

  /** Whether another request may follow: one that is here already may, but not for ever. */
  private boolean mayGoOn() throws IOException {
    boolean hisTurn = server.queue() == 0 || millisSince(turnBeganAt) < limits.turnMillis();
    return ++requests < limits.requests() && (hisTurn && !server.isStopping() || in.isReady());
  }

  private void send(Response response, String requestLine, String connection) throws IOException {
    boolean withBody = !requestLine.startsWith("HEAD ");
    byte[] octets = response.octets(withBody, connection);
    server.log(socket.getInetAddress().getHostAddress(), requestLine, response);
    writesSince = System.nanoTime();
    socket.getOutputStream().write(octets);
    writesSince = 0;
  }

  /** Waits for the first octet of the next request; false if none comes. */
  private boolean awaitNext() throws IOException {
    in.setDeadline(System.nanoTime(), limits.idleMillis());
    idle = true;
    boolean begins = (!server.isStopping() || in.isReady()) && !in.isAtEnd();
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
    idle = true;
    in.drain(LINGER_BYTES);
  }

  private static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }

  // ---- for the thread that accepts ----

  boolean isIdle() {
    return idle;
  }

  /**
   * Whether it waits for a worker and did so at the last two ticks, too. That is not counted in
   * milliseconds: when the whole process had to wait, nobody is to blame.
   */
  boolean isStarving() {
    return queued && ++ticksInQueue > 2;
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

  /** Cuts it if its client has not read for too long. */
  void closeIfStuck() {
    long since = writesSince;
    if (since != 0 && millisSince(since) > limits.writeMillis()) {
      close();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      server.log("Cannot close: " + e);
    }
  }
}
