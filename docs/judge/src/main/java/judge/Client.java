package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.function.Function;
import judge.http.Form;
import judge.learner.Story;
import judge.seen.Received;
import judge.seen.Received.End;
import judge.seen.RunningServer;
import judge.seen.Seen;
import judge.verdict.Failure;
import judge.why.Connections;
import judge.why.Ending;
import judge.why.Responses;
import judge.words.Limits;
import judge.words.Meaning;
import judge.words.Text;
import judge.words.Wait;

/** A client that sends and receives bytes as they are. Its server closes it at the end. */
public final class Client extends BareClient {

  Client(RunningServer server, int number) {
    super(server, "client " + number);
  }

  /** Keeps the command that asks for nearly the same by hand. */
  public Client like(String command) {
    Story.tryWith(command);
    return this;
  }

  private Seen look(Received received) {
    Seen seen = server.look(port(), received);
    return hasSpoken ? seen : seen.unspoken();
  }

  /** {@code client 3}. */
  public String name() {
    return name;
  }

  public RunningServer server() {
    return server;
  }

  /**
   * Makes sure that {@code serve} has neither returned nor thrown.
   *
   * @throws Failure if it has
   */
  public void expectServing() {
    if (server.hasEnded()) {
      throw Failure.because(Ending.tooEarly(server.look()));
    }
  }

  /**
   * Makes sure that nothing comes for so many milliseconds, not even the end of the stream.
   *
   * @param fact what is wrong if something comes
   */
  public void expectSilence(int millis, String fact, String... causes) {
    if (hears(millis)) {
      throw spoken(Meaning.of(fact, causes));
    }
    Story.tell(name + " hears nothing within " + Text.seconds(millis));
  }

  /**
   * Makes sure that nothing comes to these pieces, each sent when the server waits for more.
   *
   * @param why what it means if something comes
   */
  public void expectPatience(int millis, Meaning why, String... pieces) {
    if (!staysUnanswered(millis, pieces)) {
      throw spoken(why);
    }
  }

  private Failure spoken(Meaning why) {
    String text = receive(AT_ONCE).text();
    expectServing();
    return Failure.because(why.first(Form.greeting(text)).atByte(0, text.length()));
  }

  /** Waits until the server hangs up, whatever it says before. */
  public void expectEnd() {
    expectEnd(Limits.SOON);
  }

  /** The same, with more patience, in milliseconds. */
  public void expectEnd(int millis) {
    receiveToTheEnd(millis);
  }

  /** Waits until the server has closed the connection in good order, whatever it says before. */
  public void expectClose() {
    expectClosed(receiveToTheEnd(Limits.SOON));
  }

  private void expectClosed(Received received) {
    boolean isClosed = Wait.until(() -> server.hasClosed(port()) || server.hasEnded(), Limits.SOON);
    if (received.end() == End.RESET || !isClosed) {
      expectServing();
      boolean isClosedBefore = received.end() == End.RESET && !server.hasAccepted(port());
      throw isClosedBefore ? refused() : Failure.because(Connections.noClose(received.end()));
    }
  }

  /**
   * Waits until the server hangs up, and makes sure that it has not said a word.
   *
   * @param why what it means if it has
   */
  public void expectHangUp(int millis, String... why) {
    Received received = receiveToTheEnd(millis);
    if (received.bytes().length > 0) {
      String fact = "Nothing was to be sent here, but something came.";
      throw Failure.because(Meaning.of(fact, why).atByte(0, received.bytes().length));
    }
  }

  /**
   * Waits for a text, and until the server has closed the connection in good order.
   *
   * @param pattern a regular expression for the whole text, one char for each byte (ISO-8859-1)
   * @param example what would be right
   * @return the text
   */
  public String expectText(String pattern, String example) {
    Received received = receiveToTheEnd(Limits.SOON);
    String text = received.text();
    if (!text.matches(pattern)) {
      throw Failure.because(Responses.otherText(look(received), pattern, example));
    }
    expectClosed(received);
    return text;
  }

  private Received receiveToTheEnd(int millis) {
    Received received = receiveOwn(millis);
    if (received.end() == End.SILENCE) {
      throw Failure.because(Connections.holdsOn(look(received)));
    }
    if (received.end() == End.ENDLESS) {
      throw Failure.because(
          "Your server does not stop sending: which loop writes, and until when?");
    }
    return received;
  }

  /**
   * Waits until the server hangs up, whatever it says before, and goes on sending meanwhile, one
   * byte every 100 ms.
   *
   * <p>So a server that reads on does not get away with a time limit of its own.
   *
   * @throws Failure if it does not; the head of a request was whole
   */
  public void expectHangUpWhileTalking(String filler) {
    expectHangUpWhileTalking(filler, Optional.empty());
  }

  /** The same with the task's own meaning if the server does not. */
  public void expectHangUpWhileTalking(String filler, Meaning why) {
    expectHangUpWhileTalking(filler, Optional.of(why));
  }

  private void expectHangUpWhileTalking(String filler, Optional<Meaning> why) {
    if (hangsUp(why)) {
      return;
    }
    String some = filler.length() > 30 ? filler.substring(0, 30) + "..." : filler;
    Story.tell(name + " goes on with \"" + Text.printable(some) + "\", one byte every 100 ms");
    int pieces = Limits.SOON / 100;
    for (int i = 0; i < pieces; i++) {
      String next = filler.substring(i % filler.length(), i % filler.length() + 1);
      if (wire.endsWithin(100) || !trySend(next.getBytes(ISO_8859_1))) {
        Story.tell(name + " sees: the server has hung up");
        return;
      }
    }
    Story.tell(name + " has been sending for " + Limits.SOON / 1_000 + " s");
    throw Failure.because(Connections.readsOn(look(Received.NOTHING), why));
  }

  /** Whether it does, without any more; fails if it reads on, and there is nothing to be read. */
  private boolean hangsUp(Optional<Meaning> why) {
    boolean isWaitedFor = true;
    for (int look = 1; look <= 3; look++) { // a thread that has got its bytes may not run yet
      if (wire.endsWithin(40)) {
        Story.tell(name + " sees: the server has hung up");
        return true;
      }
      isWaitedFor &= server.waitsFor(port());
    }
    if (isWaitedFor) {
      Story.tell(name + " says nothing more, and your server waits for more");
      throw Failure.because(Connections.readsOn(look(Received.NOTHING), why));
    }
    return false;
  }

  /** Reads, and makes sure that it was {@code serve} that has said something. */
  private Received receiveOwn(int millis) {
    Received received = receive(millis);
    boolean isOfAnother = received.end() == End.CLOSED || !received.isEmpty();
    if (isOfAnother && !server.hasAccepted(port())) {
      throw Failure.because(Connections.elsewhere(server.look()));
    }
    return received;
  }

  /**
   * Reads a response to the end of the stream.
   *
   * @param method of the request; after HEAD there must be no body
   * @throws Failure unless it is well-formed, and the server hangs up after it
   */
  public Answer expectAnswer(String method) {
    return expectAnswer(method, Limits.SOON);
  }

  /**
   * The same.
   *
   * @param why what it likely means if the server hangs up without a response
   */
  public Answer expectAnswer(String method, String... why) {
    return Answer.of(look(receive(Limits.SOON)), method, why);
  }

  /** The same, with the task's own meaning if nothing comes. */
  public Answer expectAnswer(String method, Function<Seen, Optional<Meaning>> ifNothing) {
    Seen seen = look(receiveOwn(Limits.SOON));
    if (seen.received().isEmpty()) {
      Failure.raise(ifNothing.apply(seen));
    }
    return Answer.of(seen, method);
  }

  /** The same, with more patience. */
  public Answer expectAnswer(String method, int millis, String... why) {
    return Answer.of(look(receiveOwn(millis)), method, why);
  }
}
