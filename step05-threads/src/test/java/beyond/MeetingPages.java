package beyond;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import listings.Gate;

/** Pages, and some paths where requests meet each other or the test. */
final class MeetingPages implements Handler {

  private static final byte[] BIG = new byte[16 << 20];

  private final CyclicBarrier four = new CyclicBarrier(4);
  private final Semaphore waiting = new Semaphore(0);
  private final Gate gate = new Gate();

  @Override
  public Response handle(Request request) throws Exception {
    switch (request.path()) {
      case "/four": // is answered when four requests are here at once
        four.await(10, TimeUnit.SECONDS);
        break;
      case "/wait": // is answered when the test says so
        waiting.release();
        gate.pass();
        break;
      case "/fail":
        throw new IllegalStateException("as it was told to");
      case "/big":
        return Response.page("200 OK", "text/plain", BIG);
      default:
    }
    return Sturdy.PAGES.handle(new Request("GET", "/", false, request.headers(), request.body()));
  }

  /** Waits until so many requests for /wait are being handled. */
  void await(int requests) throws InterruptedException {
    if (!waiting.tryAcquire(requests, 10, TimeUnit.SECONDS)) {
      throw new AssertionError(requests + " requests for /wait have not come");
    }
  }

  void open() {
    gate.open();
  }
}
