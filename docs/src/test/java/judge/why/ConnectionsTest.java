package judge.why;

import static judge.words.Says.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.Thread.State;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import judge.seen.Received;
import judge.seen.Received.End;
import judge.seen.Seen;
import judge.seen.Serving;
import judge.seen.Stand;
import judge.words.Meaning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which cause is named for what was seen of a server and of a connection. */
class ConnectionsTest {

  private static final Serving READS = serving(false, "readLine");
  private static final Serving WAITS = serving(false, "accept");
  private static final Serving HAS_RETURNED = ended(null);

  private static Serving serving(boolean hasWorkers, String call, String... printed) {
    Stand stand = new Stand(State.RUNNABLE, call, List.of(call));
    return new Serving(false, null, false, stand, hasWorkers, List.of(printed));
  }

  private static Serving ended(Throwable thrown) {
    return new Serving(
        true, thrown, true, new Stand(State.TERMINATED, "", List.of()), false, List.of());
  }

  private static Seen seen(Serving serving, End end) {
    return new Seen(serving, true, new Received(new byte[0], end, 0));
  }

  @TestFactory
  Stream<DynamicTest> ofNoAnswer() {
    Seen printed = seen(serving(false, "accept", "HTTP/1.1 200 OK"), End.CLOSED);
    Seen caught = seen(serving(false, "accept", "java.lang.NullPointerException"), End.RESET);
    Seen late = new Seen(WAITS, true, new Received(new byte[0], End.CLOSED, 1_250));
    Seen other = new Seen(WAITS, false, Received.NOTHING);
    return Stream.of(
        says("No answer came", "in readLine", Connections.noAnswer(seen(READS, End.SILENCE))),
        says("has not called accept", "of another listener", Connections.noAnswer(other)),
        says("closed without", "printed a status line", Connections.noAnswer(printed)),
        says("reset without", "caught the NullPointerException", Connections.noAnswer(caught)),
        says("closed without", "It took 1.2 s", Connections.noAnswer(late)),
        says(
            "has returned", "a loop around", Connections.noAnswer(seen(HAS_RETURNED, End.CLOSED))));
  }

  @TestFactory
  Stream<DynamicTest> ofConnectionsThatStayOpen() {
    Seen handedOver = seen(serving(true, "accept"), End.SILENCE);
    Seen bytes = seen(serving(false, "read"), End.SILENCE);
    Seen asks = seen(serving(false, "ready"), End.SILENCE);
    return Stream.of(
        says("has not hung up", "goes out of scope", Connections.holdsOn(seen(WAITS, End.SILENCE))),
        says("has not hung up", "Is a thread free", Connections.holdsOn(handedOver)),
        says("has not hung up", "never that the client has left", Connections.holdsOn(asks)),
        says("reads on", "not in \\n\\n", Connections.readsOn(bytes, Optional.empty())),
        says("mine", "own", Connections.readsOn(bytes, Optional.of(Meaning.of("mine", "own")))));
  }

  @TestFactory
  Stream<DynamicTest> ofReadingOn() {
    return Stream.of(
            "read, one too many",
            "readLine, has read ahead",
            "next, takes words",
            "hasNextLine, or the stream ends",
            "toList, takeWhile",
            "readAllBytes, goes on to the end")
        .map(line -> line.split(", ", 2))
        .map(part -> says("reads on", part[1], readsOn(serving(false, part[0]))));
  }

  @Test
  void aLoopThatDoesNotEndIsNoReading() {
    Stand prints = new Stand(State.RUNNABLE, "println", List.of("println"));
    Meaning meaning = readsOn(new Serving(false, null, false, prints, false, List.of()));
    assertTrue(meaning.fact().contains("busy, in println"), meaning::toString);
    assertTrue(meaning.causes().toString().contains("a loop that does not end"));
  }

  @Test
  void numbersInsteadOfLettersAreLikelierThanTheRest() {
    List<String> causes = readsOn(serving(false, "read", "  7169843247")).causes();
    assertTrue(causes.get(0).contains("(char)"), causes::toString);
  }

  private static Meaning readsOn(Serving serving) {
    return Connections.readsOn(seen(serving, End.SILENCE), Optional.empty());
  }

  @Test
  void whoWaitsForTheNextClientDoesNotReadOn() {
    Meaning meaning = Connections.readsOn(seen(WAITS, End.SILENCE), Optional.empty());
    assertTrue(meaning.fact().contains("has not hung up"), meaning::toString);
    assertTrue(meaning.causes().get(0).contains("goes out of scope"), meaning::toString);
  }

  @Test
  void theJdksServerIsNamedWhenItsListenerIsAnother() {
    Stand sleeps = new Stand(State.TIMED_WAITING, "sleep", List.of("sleep"));
    Serving jdk =
        new Serving(false, null, false, sleeps, true, List.of(), Serving.JDK_SERVER, List.of());
    List<String> causes =
        Connections.noAnswer(new Seen(jdk, false, Received.NOTHING)).causes();
    assertTrue(causes.toString().contains("com.sun.net.httpserver"), causes::toString);
  }

  /** Who closes the socket is asked first if something says that it was closed too early. */
  @Test
  void theLikeliestCauseComesFirst() {
    Serving closed = serving(true, "accept", "java.net.SocketException: Socket closed");
    List<String> likely = Connections.noAnswer(seen(closed, End.CLOSED)).causes();
    List<String> others =
        Connections.noAnswer(seen(serving(true, "accept"), End.CLOSED)).causes();
    assertTrue(likely.get(0).contains("Who closes the socket"), likely::toString);
    assertEquals(likely.get(0), others.get(others.size() - 1));
  }

  @TestFactory
  Stream<DynamicTest> ofEnding() {
    return Stream.of(
        says("has returned", "A return or break", Ending.tooEarly(HAS_RETURNED)),
        says("by an exception", "inside the loop", Ending.tooEarly(ended(new IOException()))),
        says("by an exception", "null often", Ending.tooEarly(ended(new NullPointerException()))),
        says("calls accept again and again", "isClosed()", Ending.missing(HAS_RETURNED)),
        says("has not come back", "isClosed()", Ending.missing(READS)));
  }

  @Test
  void aPatternIsNotTheClientsFault() {
    Meaning meaning = Ending.by(new PatternSyntaxException("dangling", "?", 0));
    assertFalse(meaning.causes().toString().contains("No client may"), meaning::toString);
  }
}
