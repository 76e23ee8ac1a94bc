package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import judge.learner.Story;
import judge.seen.Received;
import judge.seen.Received.End;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.verdict.Failure;
import judge.why.Connections;
import judge.words.Limits;
import judge.words.Text;
import judge.words.Wait;

/** What a client does: it connects, sends, receives and leaves. What it expects is in Client. */
class BareClient {

  /** Milliseconds after which a client knows that a server is dead. */
  private static final int SLICE = 50;

  /** Milliseconds for the rest of what has begun to come. */
  static final int AT_ONCE = 100;

  final RunningServer server;
  final String name;
  final Wire wire;
  boolean hasSpoken;

  BareClient(RunningServer server, String name) {
    this.server = server;
    this.name = name;
    try {
      wire = new Wire(server.port(), Limits.SOON);
      Story.tell(name + " connects from port " + wire.port());
      Story.tryWith(null);
    } catch (IOException e) {
      Story.tell(name + " cannot connect: " + e.getMessage());
      boolean isReset = ("" + e.getMessage()).contains("reset");
      throw isReset ? Failure.because(Connections.noClose(End.RESET)) : refused();
    }
  }

  /** What it means that nobody listens for this client. */
  final Failure refused() {
    return Failure.because(
        server.isReplaced() ? Connections.elsewhere(server.look()) : Connections.refused());
  }

  /**
   * Sends one byte for each char (ISO-8859-1).
   *
   * @throws Failure if the server has hung up meanwhile
   */
  public void send(String text) {
    send(text.getBytes(ISO_8859_1));
  }

  /** Sends the bytes; fails if the server has hung up meanwhile. */
  public void send(byte[] bytes) {
    Story.sent(name + " sends", bytes);
    if (!trySend(bytes)) {
      throw hungUp(" cannot send: the server has hung up");
    }
  }

  /**
   * Sends the text, one byte for each char, cut into pieces that do not come at once: the next one
   * comes when the server has read all so far, and waits for more.
   *
   * @param most milliseconds from one piece to the next, if it waits in another way than in a read
   */
  public void sendInPieces(int most, String... pieces) {
    byte[] whole = String.join("", pieces).getBytes(ISO_8859_1);
    Story.sent(name + " sends in " + pieces.length + " pieces", whole);
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        letRead(most);
      }
      if (!trySend(pieces[i].getBytes(ISO_8859_1))) {
        throw hungUp(" cannot send piece " + (i + 1) + ": the server has hung up");
      }
    }
  }

  /** Looks again and again, without a pause: a server needs less time than the shortest of them. */
  private void letRead(int millis) {
    long start = System.nanoTime();
    while (!server.waitsFor(port()) && System.nanoTime() - start < millis * 1_000_000L) {
      Thread.yield();
    }
  }

  /**
   * Sends the text in pieces, the next one when the server has read all so far, and waits for more.
   *
   * <p>Whoever waits has not answered what came before. When it waits in another way than in a
   * read, only the clock can tell. So the last piece is best one that nobody would answer: a thread
   * that has got it may still be on its way.
   *
   * @param millis how long to listen after each piece, unless it is known that nothing will come
   * @return false as soon as something comes, be it the end; it is not read yet
   */
  boolean staysUnanswered(int millis, String... pieces) {
    for (String piece : pieces) {
      send(piece);
      boolean waits = Wait.until(() -> hears(1) || server.waitsFor(port(), millis), millis);
      if (hears(1)) {
        return false;
      }
      String how = waits ? ": your server waits for more" : " within " + Text.seconds(millis);
      Story.tell(name + " hears nothing" + how);
    }
    return true;
  }

  /** Sends the bytes, if the server still takes them: it may hang up, and is judged later. */
  public void push(byte[] bytes) {
    Story.sent(name + " sends", bytes);
    trySend(bytes);
  }

  /** The same with one byte for each char; the text is too long to be shown. */
  public void push(String text, String what) {
    Story.tell(name + " sends " + what);
    trySend(text.getBytes(ISO_8859_1));
  }

  public boolean trySend(byte[] bytes) {
    hasSpoken = true;
    return wire.trySend(bytes);
  }

  /** Says that nothing more will come, and goes on listening. */
  public void endOutput() {
    Story.tell(name + " says that it will send no more (FIN)");
    try {
      wire.endOutput();
    } catch (IOException e) {
      throw Failure.because(Connections.hungUpWhileSending(server.look()));
    }
  }

  /** Leaves in good order. */
  public void leave() {
    Story.tell(name + " leaves");
    close();
  }

  /** Breaks the connection off (RST), as a client does that crashes. */
  public void reset() {
    Story.tell(name + " resets the connection");
    wire.reset();
  }

  public void close() {
    wire.close();
  }

  private Failure hungUp(String told) {
    Story.tell(name + told);
    receive(AT_ONCE);
    return Failure.because(Connections.hungUpWhileSending(server.look()));
  }

  /** Reads until the stream ends, or until nothing has come for so many milliseconds. */
  public Received receive(int millis) {
    Received received = wire.receive(millis, server::isDead);
    if (received.isOpen() && received.isEmpty() && server.isDead()) {
      Story.tell(name + " hears nothing: your serve has ended");
    } else {
      received.tell(name, server.isDead() ? SLICE : millis);
    }
    return received;
  }

  /** This end's port. */
  public int port() {
    return wire.port();
  }

  /** Whether something comes within so many milliseconds, be it the end; it is not read yet. */
  public boolean hears(int millis) {
    return wire.hears(millis);
  }

  /** Sends an empty line, and another if nothing comes; whether the server waits for more. */
  public boolean skipsEmptyLines() {
    send("\r\n");
    if (hears(500)) {
      Story.tell(name + " was to send \\r\\n once more, but your server has not waited for it");
      return false;
    }
    send("\r\n");
    return !hears(500);
  }

  /** Says nothing until the server has read all, and waits; half a second at the most. */
  public void letWait() {
    Story.tell(name + " waits, and says nothing" + (hasSpoken ? " more" : ""));
    awaitReading();
  }

  /** Waits until the server has read all, and waits for more; half a second at the most. */
  void awaitReading() {
    Wait.until(() -> hears(1) || server.waitsFor(port()), 500);
  }

  /** Lets so many milliseconds pass, whatever the server says; false if it hangs up meanwhile. */
  public boolean staysOpen(int millis) {
    boolean isOpen = !wire.endsWithin(millis);
    Story.tell(name + (isOpen ? " pauses for " + millis + " ms" : " sees: the server has hung up"));
    return isOpen;
  }
}
