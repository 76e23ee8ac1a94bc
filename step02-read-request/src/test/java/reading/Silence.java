package reading;

import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import judge.Client;
import judge.Prints;
import judge.Server;
import judge.SlowClient;
import judge.http.Head;
import judge.verdict.Failure;
import judge.words.Limits;

/** Clients that say nothing, or not soon, or are suddenly gone; and others that come after them. */
public final class Silence {

  /** Milliseconds that the next client may wait. */
  private static final int MOST = Limits.millis(2_000);

  private Silence() {}

  /**
   * Makes sure that a silent client holds up the next one only for a while.
   *
   * <p>It is tried again, in case that this machine was busy.
   *
   * @param said what the silent client has said before; "" if it has never begun
   */
  public static void expectNextServed(Server server, String said) {
    long millis = holdUp(server, said);
    if (millis > MOST) {
      millis = holdUp(server, said);
    }
    if (millis > MOST) {
      throw Failure.because(OtherLines.tooLate(millis));
    }
    Prints.expectNoStackTrace("What a client does");
  }

  private static long holdUp(Server server, String said) {
    Client silent = Asking.begin(server, said);
    final long start = System.nanoTime();
    silent.letWait();
    Head head = Head.get("Host: " + word());
    Client next = Asking.begin(server, head.text());
    boolean isPrinted = server.prints(() -> Prints.lines().containsAll(head.lines()), Limits.LATER);
    final long millis = (System.nanoTime() - start) / 1_000_000;
    if (!isPrinted && !server.isIdle()) {
      server.expectServing();
      throw Failure.because(OtherLines.heldUp(server.look().stand()));
    }
    Prints.expectHead(server, head);
    next.expectEnd();
    silent.expectEnd(Limits.LATER);
    return millis;
  }

  /** Makes sure that a client that only pauses is read to its end. */
  public static void expectPatience(Server server) {
    Head head = Head.get("Host: " + word());
    String[] pieces = head.text().split("(?<=^.{3}|^.{12})");
    Client slow = SlowClient.say(server, client -> expectOpen(server, client), pieces);
    slow.expectEnd();
    Prints.expectHead(server, head, OtherLines.impatient().causes().toArray(String[]::new));
  }

  private static void expectOpen(Server server, Client client) {
    if (!client.staysOpen(SlowClient.PAUSE)) {
      server.expectServing();
      throw Failure.because(OtherLines.impatient());
    }
  }

  /** Makes sure that clients that break their connections off end those alone. */
  public static void expectResetsSurvived(Server server) {
    reset(server, "");
    reset(server, "GET " + path() + " HTTP/1.1\r\nHo");
    Asking.expectServed(server, Head.get("Host: " + word()));
    Prints.expectNoStackTrace("What a client does");
  }

  private static void reset(Server server, String said) {
    Client client = Asking.begin(server, said);
    client.letWait();
    client.reset();
    server.expectIdle();
  }
}
