package drawn;

import book.Fence;
import book.Page;
import book.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import judge.seen.Wire;
import project.Project;
import project.Step;

/** What happens in the sequence diagrams of the pages: each is run, with the clients it has. */
final class Scenes {

  /** By page, the scene of each of its diagrams, in order. */
  static final Map<String, List<Callable<List<Event>>>> ALL = Map.of(
      "docs/step01-listen.md",
      List.of(Scenes::connection),
      "docs/step02-read-request.md",
      List.of(Scenes::request),
      "docs/step03-respond.md",
      List.of(Scenes::response),
      "docs/step05-threads.md",
      List.of(
          Scenes::oneThread,
          Scenes::twoThreads,
          Scenes::closedAroundStart,
          Scenes::waitAndNotify,
          Scenes::pool,
          Scenes::lockHeld));

  private Scenes() {}

  /** Listing 20-1. */
  private static List<Event> connection() throws Exception {
    try (Tale tale = new Tale(Step.STEP1, 1)) {
      tale.tellBind();
      tale.holdBeforeAccept();
      tale.tellAccept();
      tale.tellConnection((client, thread) -> tale.log.add("system", thread, "a Socket"));
      tale.tellClose();
      tale.begin();

      tale.log.add("client", "system", "connect");
      try (Wire client = tale.connect()) {
        tale.log.add("system", "client", "you are connected");
        tale.program.release();
        client.rest();
        tale.log.add("system", "client", "the end of the stream");
      }
      Map<String, String> roles = Map.of("client", "C", "system", "O", "main", "S");
      return tale.log.part(roles, "new ServerSocket", "the end of the stream");
    }
  }

  /** Listing 20-2. */
  private static List<Event> request() throws Exception {
    try (Tale tale = new Tale(Step.STEP2, 2)) {
      tale.tellConnection((client, thread) -> tale.log.add("client", thread, "connection"));
      tale.begin();

      try (Wire client = tale.connect()) {
        tale.log.await("connection");
        for (String line : List.of("GET /tea HTTP/1.1", "Host: 127.0.0.1:7878", "")) {
          client.send(line + "\r\n");
          tale.log.add("client", line.isEmpty() ? "nobody" : "main", line);
        }
        client.rest();
        tale.log.add("main", "client", "the end of the stream");
      }
      Map<String, String> roles = Map.of("client", "C", "main", "S");
      return tale.log.part(roles, "connection", "the end of the stream");
    }
  }

  /** Listing 20-3. */
  private static List<Event> response() throws Exception {
    String request = "GET /tea HTTP/1.1";
    try (Tale tale = new Tale(Step.STEP3, 3)) {
      tale.begin();

      try (Wire client = tale.connect()) {
        client.send(request + "\r\nHost: 127.0.0.1\r\n\r\n");
        tale.log.add("client", "main", request + ", headers, an empty line");
        client
            .rest()
            .lines()
            .forEach(
                line -> tale.log.add("main", "client", line.isEmpty() ? "an empty line" : line));
        tale.log.add("main", "client", "hangs up");
      }
      Map<String, String> roles = Map.of("client", "C", "main", "S");
      return tale.log.part(roles, request + ", headers, an empty line", "hangs up");
    }
  }

  /** Listing 20-10. */
  static List<Event> oneThread() throws Exception {
    try (Tale tale = new Tale(Step.STEP5, 10)) {
      tale.tellConnection((client, thread) -> {});
      tale.tellAccept();
      tale.tellServing();
      tale.tellRequest("GET /sleep");
      tale.tellSleep();
      tale.tellAnswer();
      tale.begin();

      Wire slow = tale.ask("/sleep");
      tale.log.await("sleeps");
      Wire quick = tale.ask("/");
      tale.log.add("B", "system", "GET /");
      tale.program.release();
      slow.rest();
      quick.rest();
      Map<String, String> roles = Map.of("A", "A", "B", "B", "system", "L", "main", "T");
      return tale.log.part(roles, "GET /sleep", "200 OK");
    }
  }

  /** Listing 20-11. */
  private static List<Event> twoThreads() throws Exception {
    try (Tale tale = new Tale(Step.STEP5, 11)) {
      tale.tellConnection((client, thread) -> tale.log.add(client, thread, "connects"));
      tale.tellStart();
      tale.tellServing();
      tale.tellSleep();
      tale.tellAnswer();
      tale.begin();

      slowAndQuick(tale);
      Map<String, String> roles =
          Map.of("A", "A", "B", "B", "main", "M", "Thread-0", "T0", "Thread-1", "T1");
      return tale.log.part(roles, "connects", "200 OK");
    }
  }

  /** Listing 20-11 with the {@code try} around {@code start()}. */
  private static List<Event> closedAroundStart() throws Exception {
    try (Tale tale = new Tale(changed(Step.STEP5, "Listing11.java"))) {
      tale.tellConnection((client, thread) -> tale.log.add(client, thread, "connects"));
      tale.tellStart();
      tale.holdBeforeServing();
      tale.tellClose();
      tale.tellFailure();
      tale.begin();

      tale.ask("/").receive(Wire.PATIENCE); // the end or a reset: its request was never read
      tale.program.release();
      tale.log.await("in vain: reads");
      Map<String, String> roles = Map.of("A", "A", "system", "A", "main", "M", "Thread-0", "T0");
      return tale.log.part(roles, "connects", "in vain: reads");
    }
  }

  /** A listing as the first block of the page that changes it leaves it. */
  private static Program changed(Step step, String name) throws Exception {
    Path copy = Project.newFolder("changed").resolve(name);
    Files.copy(step.listings().resolve(name), copy);
    Fence change = Page.read(step.page()).fences().stream()
        .filter(fence -> fence.option("edit").orElse("").endsWith("/" + name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(step.page() + " does not change " + name));
    Replay.edit(change, copy);
    return new Program(step, copy);
  }

  /** A asks for {@code /sleep}, then B for {@code /}; B has its answer while A still waits. */
  private static void slowAndQuick(Tale tale) throws Exception {
    Wire slow = tale.ask("/sleep");
    tale.log.await("sleeps");
    tale.ask("/").rest();
    tale.program.release();
    slow.rest();
  }

  /** The queue of listing 20-20, and one of its workers. */
  private static List<Event> waitAndNotify() throws Exception {
    try (Tale tale = new Tale(Step.STEP5, 20)) {
      tale.tellLock();
      tale.tellNotify("main");
      tale.begin();

      tale.log.await("wait()", 4);
      tale.ask("/").rest();
      String worker = tale.log.who("takes it: wait() comes back");
      Map<String, String> roles = Map.of("main", "E", "lock", "L", worker, "W");
      return tale.log.part(roles, "takes it", "lets go of it");
    }
  }

  /** Listing 20-20. */
  private static List<Event> pool() throws Exception {
    try (Tale tale = queue(20)) {
      tale.begin();

      tale.log.await("wait()", 4);
      slowAndQuick(tale);
      String second = "takes B, lets go of the lock";
      return tale.log.part(workers(tale.log), "put(A)", second);
    }
  }

  /** Listing 20-21. */
  private static List<Event> lockHeld() throws Exception {
    try (Tale tale = queue(21)) {
      tale.tellUnlock();
      tale.begin();

      tale.log.await("wait()", 4);
      tale.ask("/sleep");
      tale.log.await("sleeps");
      Wire quick = tale.ask("/");
      tale.log.await("in vain: put(B)");
      tale.program.release();
      quick.rest();
      return tale.log.part(workers(tale.log), "put(A)", "takes B, keeps the lock");
    }
  }

  private static Tale queue(int listing) throws Exception {
    Tale tale = new Tale(Step.STEP5, listing);
    tale.tellConnection((client, thread) -> {});
    tale.tellPut();
    tale.tellNotify("queue");
    tale.tellTaken();
    tale.tellWait();
    tale.tellSleep();
    return tale;
  }

  /** The workers are numbered as they get jobs. */
  private static Map<String, String> workers(EventLog log) {
    return Map.of("main", "M", "queue", "Q", log.who("takes A"), "W0", log.who("takes B"), "W1");
  }
}
