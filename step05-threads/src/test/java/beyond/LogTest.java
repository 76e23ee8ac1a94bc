package beyond;

import static beyond.Replies.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import judge.seen.ChildProcess;
import judge.seen.Wire;
import judge.words.Wait;
import listings.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Nobody waits for the terminal. */
@Execution(ExecutionMode.CONCURRENT)
class LogTest {

  /** A terminal that stands still, as after Ctrl-S, until it goes on. */
  private static final class StoppedTerminal extends FilterOutputStream {

    final ByteArrayOutputStream screen;
    final Gate goesOn = new Gate();

    StoppedTerminal() {
      this(new ByteArrayOutputStream());
    }

    private StoppedTerminal(ByteArrayOutputStream screen) {
      super(screen);
      this.screen = screen;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      goesOn.pass();
      out.write(bytes, from, count);
    }

    List<String> lines() {
      return screen.toString().lines().toList();
    }
  }

  @Test
  void whatDoesNotFitIsCountedInItsPlace() throws Exception {
    var terminal = new StoppedTerminal();
    var log = new Log(new PrintStream(terminal, true));
    log.accept("first");
    Wait.until("it is being printed", () -> log.isPrinting());
    for (int i = 1; i <= 1_017; i++) {
      log.accept("line " + i);
    }

    terminal.goesOn.open();
    log.flush(10_000);
    log.accept("last");
    log.flush(10_000);

    List<String> lines = terminal.lines();
    assertEquals("first", lines.get(0));
    assertEquals(1_003, lines.size());
    assertEquals(
        List.of("line 1000", "... 17 lines were not printed", "last"), lines.subList(1_000, 1_003));
  }

  @Test
  void flushWaitsForATerminalButNotForEver() throws Exception {
    var terminal = new StoppedTerminal();
    var log = new Log(new PrintStream(terminal, true));
    log.accept("line");

    log.flush(50);

    assertEquals(List.of(), terminal.lines());
    terminal.goesOn.open();
    log.flush(10_000);
    assertEquals(List.of("line"), terminal.lines());
  }

  /** A pipe holds 64 KB; then whoever prints has to wait. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeThatNobodyReadsStopsNeitherAnswersNorTheEnd() throws Exception {
    Process server =
        ChildProcess.command(SturdyServer.class, 0).redirectErrorStream(true).start();
    try (InputStream out = server.getInputStream()) {
      int port = port(out);
      String nowhere = Sturdy.get("/" + "x".repeat(4_000));
      for (int i = 0; i < 30; i++) {
        assertStatus(404, Wire.ask(port, nowhere.replace("1.1", "1.0")));
      }

      server.toHandle().destroy(); // unlike server.destroy(), it leaves the pipe as it is

      assertTrue(server.waitFor(30, TimeUnit.SECONDS), "it should have ended");
      assertEquals(143, server.exitValue());
    } finally {
      server.destroyForcibly();
    }
  }

  /** Reads the first line, and nothing more. */
  private static int port(InputStream out) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = out.read(); octet != '\n' && octet >= 0; octet = out.read()) {
      line.write(octet);
    }
    return Integer.parseInt(line.toString().strip().replaceAll(".*:", ""));
  }
}
