package drawn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import judge.seen.Wire;
import project.Step;

/**
 * A listing that serves clients called A, B, C and so on, in the order in which they come, and what
 * is told of it. A scene says what is to be told, each in a method of this class.
 */
final class Tale implements AutoCloseable {

  /** Milliseconds that a request for {@code /sleep} takes here, where the listing has 5000. */
  private static final int SLEEP = 300;

  private static final String QUEUE = "JobQueue";

  final EventLog log = new EventLog();
  final Program program;

  private int port;
  private int accepted;
  private final Map<Long, String> clients = new ConcurrentHashMap<>();
  private final Map<String, String> serving = new ConcurrentHashMap<>();
  private final List<String> takers = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>(); // else one that a scene drops is closed

  Tale(Step step, int listing) throws Exception {
    this(Program.listing(step, listing));
  }

  Tale(Program program) {
    this.program = program;
  }

  void begin() throws InterruptedException {
    port = program.go();
  }

  /** A client connects. */
  Wire connect() throws IOException {
    Wire wire = new Wire(port);
    wires.add(wire);
    return wire;
  }

  /** A client connects, and asks. */
  Wire ask(String path) throws IOException {
    return connect().send("GET " + path + " HTTP/1.1\r\n\r\n");
  }

  /** A, B, C and so on. */
  static String name(int client) {
    return String.valueOf((char) ('A' + client - 1));
  }

  // ---- the listener ----

  void tellBind() {
    program.entry(
        "java.net.ServerSocket",
        "bind",
        stop -> log.add(stop.thread(), "system", "new ServerSocket"));
  }

  void tellAccept() {
    program.entry(
        "java.net.ServerSocket", "accept", stop -> log.add(stop.thread(), "system", "accept()"));
  }

  void holdBeforeAccept() {
    program.line("", "listener.accept()", 0, Stop::hold);
  }

  /** Each connection that is taken, with the word for it. */
  void tellConnection(Taken told) {
    program.exit("java.net.ServerSocket", "accept", (stop, socket) -> {
      String client = name(++accepted);
      clients.put(socket.uniqueID(), client);
      told.by(client, stop.thread());
    });
  }

  interface Taken {
    void by(String client, String thread);
  }

  /** A thread that is to serve a connection stands still before it does. */
  void holdBeforeServing() {
    program.entry("handleConnection", Stop::hold);
  }

  /** Who finds its client's connection closed. */
  void tellFailure() {
    program.line(
        "",
        "Connection failed",
        0,
        stop -> log.add(stop.thread(), stop.thread(), "in vain: reads"));
  }

  void tellClose() {
    program.entry("java.net.Socket", "close", stop -> log.add(stop.thread(), "system", "close()"));
  }

  void tellStart() {
    program.entry(
        "java.lang.Thread", "start", stop -> log.add(stop.thread(), stop.self(), "start()"));
  }

  // ---- requests and answers; they need tellConnection ----

  /** Whose connection a thread is given to serve. */
  void tellServing() {
    program.entry("handleConnection", stop -> {
      String client = clients.get(stop.object(0));
      serving.put(stop.thread(), client);
      log.add("system", stop.thread(), client + "'s connection");
    });
  }

  void tellRequest(String line) {
    program.entry("respond", stop -> {
      if (stop.text(0).startsWith(line)) {
        log.add(serving.get(stop.thread()), stop.thread(), line);
      }
    });
  }

  void tellAnswer() {
    program.entry("head", stop -> log.add(stop.thread(), serving.get(stop.thread()), stop.text(0)));
  }

  /** The sleep of a request: it lasts until the thread is released, and a moment more. */
  void tellSleep() {
    shortenSleep(stop -> {
      stop.hold();
      log.add(stop.thread(), "sleep", "sleeps");
    });
  }

  /** The same for the first ones only: whose request begins to sleep. */
  void tellBegin(int held) {
    shortenSleep(stop -> {
      if (log.count("begins") < held) {
        stop.hold();
      }
      log.add(stop.thread(), serving.get(stop.thread()), "begins");
    });
  }

  private void shortenSleep(Consumer<Stop> told) {
    program.entry("sleep", stop -> {
      if (stop.replace("millis", SLEEP) != 1000 * Sleepers.SECONDS) {
        throw new IllegalStateException("the pages speak of 5 s");
      }
      told.accept(stop);
    });
  }

  // ---- the queue of 20-20 and 20-21 ----

  /** A job has the name of its client; "in vain" when another has the lock. */
  void tellPut() {
    program.entry(
        program.inner(QUEUE),
        "put",
        stop -> log.add(stop.thread(), "queue", "put(" + name(accepted) + ")"));
    program.locked(stop -> log.add(stop.thread(), "queue", "in vain: put(" + name(accepted) + ")"));
  }

  /** Who wakes whom: the second is known a moment later. */
  void tellNotify(String from) {
    program.line(QUEUE, "notify();", 0, stop -> log.add(from, EventLog.UNKNOWN, "notify()"));
    program.woken(stop -> log.fill(stop.thread()));
  }

  /** Who has the lock of the queue, and who waits there. */
  void tellLock() {
    Set<String> sleepers = new HashSet<>();
    program.line(QUEUE, "while (jobs.isEmpty())", 0, stop -> {
      boolean isBack = sleepers.remove(stop.thread());
      log.add(stop.thread(), "lock", isBack ? "takes it: wait() comes back" : "takes it");
    });
    program.waiting(stop -> {
      sleepers.add(stop.thread());
      log.add(stop.thread(), "lock", "wait()");
    });
    program.entry(program.inner(QUEUE), "put", stop -> log.add(stop.thread(), "lock", "takes it"));
    // Where a method's end is told, the lock is free already: so the line before that.
    Consumer<Stop> end = stop -> log.add(stop.thread(), "lock", "lets go of it");
    program.line(QUEUE, "notify();", 1, end);
    program.line(QUEUE, "return jobs.remove();", 0, end);
  }

  void tellWait() {
    program.waiting(stop -> log.add(stop.thread(), "wait", "wait()"));
  }

  /** Who has taken a job, and whether it still has the lock. */
  void tellTaken() {
    program.line("Worker", "got a job", 0, stop -> {
      takers.add(stop.thread());
      String lock = stop.hasLock(QUEUE) ? "keeps the lock" : "lets go of the lock";
      log.add(stop.thread(), "queue", "takes " + name(takers.size()) + ", " + lock);
    });
  }

  /** Who has run a job under the lock, and lets go of it; it does not ask for another one. */
  void tellUnlock() {
    program.line(
        "Worker", "run(job);", 1, stop -> log.add(stop.thread(), "queue", "lets go of the lock"));
    program.line("Worker", "synchronized (jobs) {", 0, stop -> {
      if (takers.contains(stop.thread())) {
        stop.hold();
      }
    });
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
    program.close();
  }
}
