package judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import judge.http.Head;
import judge.learner.Serve;
import judge.learner.Story;
import judge.learner.TaskThreads;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Serving;
import judge.verdict.Failure;
import judge.why.Ending;
import judge.words.Limits;
import judge.words.Meaning;
import judge.words.Wait;

/** The learner's server: its {@code serve} runs in a thread, on a free port of 127.0.0.1. */
public final class Server implements AutoCloseable {

  private static final long IDLE = 100_000_000; // nanoseconds

  private final RunningServer running;
  private final List<Client> clients = new ArrayList<>();
  private volatile boolean isOver;

  private Server(RunningServer running) {
    this.running = running;
    TaskThreads.addOurs(running.thread());
  }

  /** A server that takes connections. */
  public static Server start(Serve serve) {
    Server server = prepare(serve);
    server.begin();
    return server;
  }

  /** A server whose clients can connect already, but which takes them only from {@link #begin}. */
  public static Server prepare(Serve serve) {
    try {
      return new Server(RunningServer.prepare(serve));
    } catch (IOException e) {
      throw new IllegalStateException("no free port on 127.0.0.1", e);
    }
  }

  public void begin() {
    running.begin();
  }

  public int port() {
    return running.port();
  }

  /** A new client, connected. */
  public synchronized Client connect() {
    Client client = new Client(running, clients.size() + 1);
    clients.add(client);
    return client;
  }

  /**
   * Sends the request as it is, from a new client, and reads all that comes back.
   *
   * @throws Failure unless a well-formed response comes, and after it the end of the stream
   */
  public Answer ask(Head request) {
    Story.tryWith(null);
    return askAsItIs(request);
  }

  private Answer askAsItIs(Head request) {
    Client client = connect();
    client.send(request.text());
    return client.expectAnswer(request.method());
  }

  /**
   * Asks with OkHttp, as {@code GET path}.
   *
   * @throws Failure unless a well-formed response comes, and after it the end of the stream
   */
  public Answer get(String path) {
    return request("GET", path);
  }

  /** Loads OkHttp meanwhile, so that the first call need not: that takes half a second. */
  public static void prepareOkHttp() {
    TaskThreads.ours(OkHttp::tryToWarmUp, "warm-up").start();
  }

  /** The same with another method. */
  public Answer request(String method, String path) {
    return OkClient.call(running, method, path);
  }

  /** Like {@link #get}, but with the target as it is: OkHttp, like a browser, takes .. out. */
  public Answer getAsItIs(String target) {
    boolean isPath = target.startsWith("/");
    Story.tryWith("curl -v " + (isPath ? "--path-as-is" : "--request-target \"" + target + "\"")
        + " \"http://127.0.0.1:7878" + (isPath ? target : "/") + "\"");
    return askAsItIs(Head.asking(target));
  }

  /** Lets the next {@code accept} fail, as it does when no file descriptor is left. */
  public void failNextAccept() {
    Story.tell("the next accept fails: SocketException: Too many open files");
    running.failAccept(0, "Too many open files");
  }

  /** Lets {@code accept} fail once, when all clients that have connected so far are taken. */
  public void failAcceptAfterThem(String why) {
    Story.tell("when they are taken, accept fails: SocketException: " + why);
    running.failAccept(clients.size(), why);
  }

  /** Lets a time limit of the listener be over, if it has one, without a wait for it. */
  public void letTimeLimitPass() {
    running.letTimeLimitPass();
  }

  /** Closes the listener when it takes the next connection, before {@code serve} gets that. */
  public void stopListeningAfterNextAccept() {
    Story.tell("the listener will be closed while the next client is served");
    running.stopListeningAfterNextAccept();
  }

  /** Closes the listener. */
  public void stopListening() {
    Story.tell("the listener is closed");
    try {
      running.stopListening();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until {@code serve} has come back, as it should once the listener is closed.
   *
   * @throws Failure if it is still there after so many milliseconds, or ends by an exception
   */
  public void expectEnd(int millis) {
    expectEnd(millis, () -> Ending.missing(look()));
  }

  /** The same, with the task's own meaning if it is still there. */
  public void expectEnd(int millis, Supplier<Meaning> why) {
    if (!Wait.until(() -> !running.thread().isAlive(), millis)) {
      throw Failure.because(why.get());
    }
    if (running.end() != null) {
      throw Failure.because(Ending.late(running.end()));
    }
  }

  /**
   * Makes sure that {@code serve} has neither returned nor thrown.
   *
   * @throws Failure if it has
   */
  public void expectServing() {
    if (hasEnded()) {
      throw Failure.because(Ending.tooEarly(look()));
    }
  }

  /** How many connections the learner's code has taken so far, in all tasks. */
  public static int accepted() {
    return RunningServer.acceptedInAll();
  }

  /**
   * Waits until what is printed is as wished.
   *
   * @return false if it is not in time, or if the server has done all that it had to do before
   */
  public boolean prints(BooleanSupplier isAsWished) {
    return prints(isAsWished, Limits.SOON);
  }

  /** The same, with more patience, in milliseconds. */
  public boolean prints(BooleanSupplier isAsWished, int millis) {
    long[] idleSince = {0};
    Wait.until(
        () -> {
          if (!isIdle()) {
            idleSince[0] = 0;
          } else if (idleSince[0] == 0) {
            idleSince[0] = System.nanoTime();
          }
          boolean isOver = idleSince[0] != 0 && System.nanoTime() - idleSince[0] > IDLE;
          return isAsWished.getAsBoolean() || hasEnded() || isOver;
        },
        millis);
    return isAsWished.getAsBoolean();
  }

  /**
   * Waits until the learner's code has done all that it had to do.
   *
   * @throws Failure if {@code serve} has ended
   */
  public void expectIdle() {
    Wait.until(
        () -> hasEnded() || isIdle() || running.thread().getState() == Thread.State.WAITING,
        Limits.SOON);
    expectServing();
  }

  /** Whether the learner's code does nothing but wait for a client that is still to come. */
  public synchronized boolean isIdle() {
    return running.waitsForClients()
        && TaskThreads.threads().size() == 1
        && clients.stream().allMatch(client -> running.hasAccepted(client.port()));
  }

  public boolean hasEnded() {
    return running.hasEnded();
  }

  /** What there is to see of it now. */
  public Serving look() {
    return running.look();
  }

  public boolean isOver() {
    return isOver;
  }

  @Override
  public void close() {
    isOver = true;
    Story.tell("the test closes the listener");
    try {
      running.close();
    } catch (IOException | AssertionError e) {
      // What ended serve has been judged where it mattered.
    }
    clients.forEach(Client::close);
    TaskThreads.forget(TaskThreads.learners()); // what they do now is no part of a later story
  }
}
