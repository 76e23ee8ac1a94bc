package listings;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever is to pass, until it is opened, or for 10 s. */
public final class Gate {

  private final CountDownLatch opened = new CountDownLatch(1);

  public void pass() {
    try {
      opened.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void open() {
    opened.countDown();
  }
}
