package pool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import judge.Program;
import judge.http.Head;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.seen.Received;
import judge.seen.Wire;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Wait;
import pool.why.Stopping;

/** The learner's program, with clients, when it is asked to end. */
public final class StoppedProgram implements AutoCloseable {

  private static final Head WHOLE = Head.asking("/");
  private static final int PAUSE = 300;

  private final Program program;
  private final int port;
  private final List<Wire> clients = new ArrayList<>();
  private int begun;
  private boolean isAskedToEnd;
  private volatile boolean isWhole;

  private StoppedProgram(Program program) {
    this.program = program;
    port = program.expectPort();
  }

  public static StoppedProgram start(Class<?> server) {
    return new StoppedProgram(Program.startStoppable(server, 0));
  }

  private static String name(int i) {
    return "client " + (i + 1);
  }

  private Wire connect(String does) {
    try {
      Wire client = new Wire(port, Limits.SOON);
      Story.tell(name(clients.size()) + " connects, and " + does);
      clients.add(client);
      return client;
    } catch (IOException e) {
      throw Failure.because(
          Stopping.endedBefore("A client cannot connect: " + e.getMessage() + "."));
    }
  }

  /** So many clients send half a request, and a header more now and then. */
  public void beginToAsk(int count) {
    begun = count;
    for (int i = 0; i < count; i++) {
      Wire client = connect("sends half a request, and a header more every " + PAUSE + " ms");
      client.trySend(WHOLE.begun());
      TaskThreads.ours(() -> goOn(client), name(i)).start();
    }
  }

  private void goOn(Wire client) {
    boolean isOpen = true;
    while (isOpen) {
      Wait.pause(PAUSE);
      isOpen = !isWhole && program.isAlive() && client.trySend("X-Wait: 1\r\n");
    }
  }

  /** One that will not say a word. */
  public void connectSilently() {
    connect("says nothing");
  }

  /** Makes sure that one more is answered. */
  public void expectAnswer() {
    Wire client = connect("asks for /");
    client.trySend(WHOLE.text());
    expect200(name(clients.size() - 1), client);
  }

  /** Asks it to end. */
  public void stop() {
    isAskedToEnd = true;
    program.stop();
  }

  /** Makes sure that the listener is closed, whoever is still connected. */
  public void expectNoNewClient() {
    boolean isClosed = Wait.until(() -> !program.isAlive() || !isListening(), Limits.LATER);
    if (!program.isAlive()) {
      program.tellLines();
      throw Failure.because(Stopping.programEnded(begun));
    }
    if (!isClosed) {
      throw Failure.because(Stopping.stillListens());
    }
    Story.tell("a new client is refused: nobody listens any more");
  }

  private boolean isListening() {
    try (Wire client = new Wire(port, Limits.SOON)) {
      return client.port() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets those who have begun finish, and makes sure that each has status 200. */
  public void expectAnswersToThoseWhoHadBegun() {
    Wait.pause(100); // time for a program that does not wait
    isWhole = true;
    for (int i = 0; i < begun; i++) {
      Wire client = clients.get(i);
      client.trySend("\r\n");
      expect200(name(i), client);
    }
  }

  private void expect200(String name, Wire client) {
    int mark = Story.mark();
    Received received = program.receive(name, client);
    if (received.isEmpty()) {
      throw noAnswer(name, received);
    }
    Program.answer(received, "GET").expectStatus("200 OK");
    Story.back(mark);
    Story.tell(name + " is answered with 200");
  }

  private Failure noAnswer(String name, Received received) {
    boolean hasEnded = Wait.until(() -> !program.isAlive(), received.isOpen() ? 0 : 300);
    program.tellLines();
    if (hasEnded) {
      return Failure.because(
          isAskedToEnd
              ? Stopping.programEnded(begun)
              : Stopping.endedBefore("Your program has ended, though nobody has asked it to."));
    }
    return Failure.because(
        received.isOpen() ? Stopping.notAnswered(name) : Stopping.cutOff(program.lines()));
  }

  /** Makes sure that the program ends, whoever says nothing. */
  public void expectEnd() {
    if (!Wait.until(() -> !program.isAlive(), Limits.LATER)) {
      program.tellLines();
      throw Failure.because(Stopping.programGoesOn());
    }
  }

  @Override
  public void close() {
    program.close();
    clients.forEach(Wire::close);
  }
}
