package running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import judge.seen.ChildProcess;
import judge.seen.Ports;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import project.Project;
import project.Source;
import project.Step;

/** A server runs, whatever it does, until it is stopped, and never longer than this program. */
class ServersTest {

  private static final int PATIENCE = 120; // seconds, on a busy machine
  private static final int SHORT = 1_000; // milliseconds
  private static final int LONG = 60_000;
  private static final Program MINE = Program.mine(Step.STEP1);
  private static final String STUBBORN =
      "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));";

  private final List<Run> seen = new CopyOnWriteArrayList<>();
  private volatile Source code = Source.of(Step.STEP1.solution());
  private Servers servers;

  @AfterEach
  void end() {
    Run run = servers.run(MINE);
    if (run.isAlive()) {
      servers.stop(MINE);
      servers.stop(MINE);
      await("it ends", one -> !one.isAlive());
    }
    servers.close();
  }

  private void open(int limit) {
    servers = new Servers(limit, program -> program.isMine() ? code : program.source());
    servers.onChange(seen::add);
  }

  private Run start(int limit, Source source) {
    open(limit);
    code = source;
    servers.start(MINE, 0);
    return await("it listens", run -> !run.address().isEmpty());
  }

  /** A server that does this before it serves. */
  private static Source with(String line) {
    return Source.of(Step.STEP1.solution())
        .replace("WebServer.java", "      serve(listener);", line + "\n      serve(listener);");
  }

  private Run await(String what, Predicate<Run> wished) {
    Wait.until(what + " " + servers.run(MINE), () -> wished.test(servers.run(MINE)), PATIENCE);
    return servers.run(MINE);
  }

  private Run awaitEnd() {
    return await("it has ended", run -> run.phase() == Phase.STOPPED && run.exitCode() != null);
  }

  private static String text(Run run, boolean isError) {
    return run.output().stream()
        .filter(chunk -> chunk.isError() == isError)
        .map(Chunk::text)
        .collect(Collectors.joining());
  }

  private static void connect(String address) throws IOException {
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    try (Socket client = new Socket("127.0.0.1", port)) {
      client.getInputStream().readAllBytes();
    }
  }

  @Test
  void runsAndStopsAsCtrlCDoes() throws Exception {
    Run run = start(
        LONG,
        with("Runtime.getRuntime().addShutdownHook(new Thread("
            + "() -> System.out.println(\"Bye! Tschüß!\"))); System.err.println(\"oh\");"));
    assertEquals(Phase.RUNNING, run.phase());
    assertTrue(text(run, false).startsWith("Your server. Listening on " + run.address()));
    await("stderr comes", one -> text(one, true).equals("oh" + System.lineSeparator()));
    connect(run.address());
    await("its line comes", one -> text(one, false).contains("Client 1: "));

    servers.stop(MINE);
    Run end = awaitEnd();
    assertEquals(143, end.exitCode());
    assertEquals("", end.sentence());
    assertTrue(text(end, false).contains("Bye! Tschüß!"), text(end, false));
    assertTrue(seen.stream().anyMatch(one -> one.phase() == Phase.STOPPING));
  }

  @Test
  void runsAListing() {
    open(LONG);
    Program listing = Program.of(Step.STEP1).get(1);
    assertEquals("Listing 01", listing.title());
    servers.start(listing, 0);
    Wait.until("it listens", () -> !servers.run(listing).address().isEmpty(), PATIENCE);
    assertEquals(List.of(servers.run(listing)), servers.runs());
    servers.stop(listing);
    Wait.until("it ends", () -> servers.run(listing).exitCode() != null, PATIENCE);
  }

  @Test
  void beginsAnewWhenItIsSaved() {
    Run first = start(LONG, code);
    servers.saved(Step.STEP1, code);
    Source newer = with("System.out.println(\"newer\");");
    servers.saved(Step.STEP1, newer);
    Run run = await("the newer one runs", one -> text(one, false).contains("newer"));
    assertEquals(0, run.port());
    await("it has another port", one -> !List.of("", first.address()).contains(one.address()));
    assertTrue(run.version() > first.version());

    servers.saved(Step.STEP1, with("int a = ;"));
    Run old = await("it does not compile", one -> !one.problems().isEmpty());
    assertEquals(Phase.RUNNING, old.phase());
    assertEquals(
        "What you have saved does not compile: the server from before goes on running.",
        old.sentence());
    servers.saved(Step.STEP1, with("System.out.println(\"newest\");"));
    Run newest = await("the newest one runs", one -> text(one, false).contains("newest"));
    assertEquals(List.of(), newest.problems());
    assertEquals("", newest.sentence());
  }

  @Test
  void isNotStartedBySaving() {
    open(LONG);
    servers.saved(Step.STEP1, code);
    servers.start(MINE, 0);
    await("it listens", run -> !run.address().isEmpty());
    assertEquals(Phase.STARTING, seen.get(0).phase());
    assertEquals(0, seen.get(0).port());
  }

  @Test
  void doesNotStartWhatDoesNotCompile() {
    open(LONG);
    code = with("int a = ;");
    servers.start(MINE, 0);
    Run run = await("it says so", one -> !one.sentence().isEmpty());
    assertEquals("It does not compile.", run.sentence());
    assertEquals(Phase.STOPPED, await("it is stopped", one -> !one.isAlive()).phase());
    assertEquals("WebServer.java", run.problems().get(0).file());
  }

  @Test
  void mayPrintWithoutAnEnd() {
    Run run = start(
        LONG,
        with("new Thread(() -> { while (true) {"
            + " System.out.println(\"x\".repeat(500)); System.err.println(\"y\".repeat(500)); }"
            + " }).start();"));
    assertTrue(run.isAlive());
    await("some is left out", one -> text(one, false).contains("are left out"));
    servers.stop(MINE);
    Run end = awaitEnd();
    int size = end.output().stream().mapToInt(chunk -> chunk.text().length()).sum();
    assertTrue(size <= Output.MOST_KEPT, "" + size);
  }

  @Test
  void isEndedIfItDoesNotEnd() {
    start(SHORT, with(STUBBORN));
    servers.stop(MINE);
    Run end = awaitEnd();
    assertEquals("It did not end within 1.0 s, and was ended.", end.sentence());
    assertEquals(137, end.exitCode());
  }

  @Test
  void isEndedAtOnceWhenItIsStoppedTwice() {
    start(LONG, with(STUBBORN));
    servers.stop(MINE);
    servers.stop(MINE);
    assertEquals("It was ended at once.", awaitEnd().sentence());
  }

  @Test
  void mayEndByItself() {
    open(LONG);
    code = with("System.exit(3);");
    servers.start(MINE, 0);
    Run end = awaitEnd();
    assertEquals("It has ended by itself, with exit code 3.", end.sentence());
    assertTrue(text(end, false).contains("Listening on"), text(end, false));
  }

  @Test
  void saysWhoHasThePort() throws Exception {
    open(LONG);
    try (ServerSocket taken = Ports.listen(0)) {
      servers.start(MINE, taken.getLocalPort());
      Run run = await("it says so", one -> !one.sentence().isEmpty());
      assertEquals(
          "Port " + taken.getLocalPort() + " is taken by java (process "
              + ProcessHandle.current().pid() + "). Stop that, or take another port.",
          run.sentence());
      assertFalse(await("it is stopped", one -> !one.isAlive()).isAlive());
    }
  }

  /** The program is not closed here: it ends, as one does that is killed. */
  @Test
  void endsWithTheProgramThatHasStartedIt() throws Exception {
    open(LONG);
    List<String> words =
        List.of("-cp", Project.classPath(Project.classPath()), ServersTest.class.getName());
    try (ChildProcess book = ChildProcess.start(ChildProcess.java(words))) {
      assertEquals(0, book.awaitExit(PATIENCE));
      assertEquals(1, book.lines().size(), book.toString());
      Optional<ProcessHandle> server =
          ProcessHandle.of(Long.parseLong(book.lines().get(0)));
      Wait.until("it ends", () -> server.isEmpty() || !server.get().isAlive(), PATIENCE);
    }
  }

  /** Starts a server, prints the number of its process, and ends. */
  public static void main(String[] args) {
    Source source = Source.of(Step.STEP1.solution());
    Servers servers = new Servers(LONG, program -> source);
    servers.start(MINE, 0);
    Wait.until("it listens", () -> !servers.run(MINE).address().isEmpty(), PATIENCE);
    ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
    Runtime.getRuntime().halt(0);
  }
}
