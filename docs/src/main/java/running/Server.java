package running;

import engine.Compiler;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.events.Problem;
import judge.seen.Ports;
import project.Project;
import project.Source;

/** One program, run again and again. One thread does it; others only look at the {@link Run}. */
final class Server {

  /** Milliseconds for a server to end when it is told to. */
  static final int LIMIT = 20_000;

  private static final int LIMIT_TO_RESTART = 5_000;
  private static final int MILLIS_BETWEEN_PIECES = 200;
  private static final int MILLIS_TO_THE_FIRST = 20;
  private static final int MILLIS_TO_SAY_NOTHING = 3_000;
  private static final Pattern ADDRESS =
      Pattern.compile("Listening on (http://127\\.0\\.0\\.1:\\d+)");

  private final Program program;
  private final Supplier<Source> newest;
  private final Agent agent;
  private final int limit;
  private final ScheduledExecutorService thread;
  private final Consumer<Run> listener;
  private final Output output = new Output();
  private final AtomicBoolean isPieceDue = new AtomicBoolean();
  private volatile long lastPiece;
  private volatile Run run;

  // What only the thread uses.
  private Phase phase = Phase.STOPPED;
  private int port;
  private String address = "";
  private List<Problem> problems = List.of();
  private String sentence = "";
  private Integer exitCode;
  private long since;
  private Source source;
  private ServerProcess process;
  private Runnable next;

  /**
   * @param newest is its code, as it is now
   * @param limit milliseconds for the server to end when it is told to
   * @param thread does all work, and tells the listener
   */
  Server(
      Program program,
      Supplier<Source> newest,
      Agent agent,
      int limit,
      ScheduledExecutorService thread,
      Consumer<Run> listener) {
    this.program = program;
    this.newest = newest;
    this.agent = agent;
    this.limit = limit;
    this.thread = thread;
    this.listener = listener;
    run = Run.none(program);
  }

  Run run() {
    return run;
  }

  /** Compiles the newest code and runs it; one that still runs is ended first. */
  void start(int port) {
    if (process == null) {
      this.port = port;
      output.clear();
      sentence = "";
      enter(Phase.STARTING);
      compile(newest.get());
    } else {
      endFor(() -> start(port));
    }
  }

  /** What runs goes on if the new code does not compile. */
  private void compile(Source code) {
    Path classes = Project.newFolder("run");
    problems = Compiler.compile(code, classes);
    if (problems.isEmpty() && process != null) {
      endFor(() -> launch(code, classes));
    } else if (problems.isEmpty()) {
      launch(code, classes);
    } else if (process != null) {
      say("What you have saved does not compile: the server from before goes on running.");
    } else {
      sentence = "It does not compile.";
      enter(Phase.STOPPED);
    }
  }

  private void endFor(Runnable newer) {
    next = newer;
    if (phase != Phase.STOPPING) {
      end(Math.min(limit, LIMIT_TO_RESTART));
    }
  }

  private void launch(Source code, Path classes) {
    source = code;
    address = "";
    output.clear();
    exitCode = null;
    enter(Phase.STARTING);
    try {
      if (port != 0) {
        Ports.listen(port).close();
      }
      ServerProcess started = ServerProcess.start(program, classes, port, agent, this::printed);
      process = started;
      started.onExit(exit -> thread.execute(() -> ended(started, exit)));
      thread.schedule(() -> runs(started), MILLIS_TO_SAY_NOTHING, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      sentence =
          e instanceof BindException ? PortOwner.sentence(port, e) : "It cannot be started: " + e;
      enter(Phase.STOPPED);
    }
  }

  private void runs(ServerProcess started) {
    if (process == started && phase == Phase.STARTING) {
      enter(Phase.RUNNING);
    }
  }

  /** The learner has saved: a server that runs is replaced. */
  void saved(Source code) {
    if (process != null && !code.equals(source)) {
      compile(code);
    }
  }

  /** As Ctrl-C does; the second time at once. */
  void stop() {
    next = null;
    if (process != null && phase == Phase.STOPPING) {
      say("It was ended at once.");
      process.kill();
    } else if (process != null) {
      end(limit);
    }
  }

  private void end(int millis) {
    ServerProcess mine = process;
    sentence = "";
    enter(Phase.STOPPING);
    mine.askToEnd();
    thread.schedule(() -> kill(mine, millis), millis, TimeUnit.MILLISECONDS);
  }

  private void kill(ServerProcess mine, int millis) {
    if (process == mine) {
      say("It did not end within " + millis / 1_000.0 + " s, and was ended.");
      mine.kill();
    }
  }

  private void ended(ServerProcess which, int exit) {
    if (process != which) {
      return;
    }
    process = null;
    exitCode = exit;
    if (phase != Phase.STOPPING) {
      sentence = "It has ended by itself, with exit code " + exit + ".";
    }
    output.flush();
    enter(Phase.STOPPED);
    Runnable newer = next;
    next = null;
    if (newer != null) {
      newer.run();
    }
  }

  private void printed(boolean isError, String text) {
    output.add(isError, text);
    if (isPieceDue.compareAndSet(false, true)) {
      long wait = lastPiece + MILLIS_BETWEEN_PIECES - System.currentTimeMillis();
      wait = Math.max(MILLIS_TO_THE_FIRST, Math.min(wait, MILLIS_BETWEEN_PIECES));
      thread.schedule(this::flush, wait, TimeUnit.MILLISECONDS);
    }
  }

  private void flush() {
    lastPiece = System.currentTimeMillis();
    isPieceDue.set(false);
    if (output.flush()) {
      if (address.isEmpty()) {
        Matcher found = ADDRESS.matcher(output.beginning());
        address = found.find() ? found.group(1) : "";
      }
      enter(phase == Phase.STARTING ? Phase.RUNNING : phase);
    }
  }

  /** Has its threads looked at for some seconds. */
  void look() {
    if (process != null) {
      process.look();
    }
  }

  private void say(String words) {
    sentence = words;
    publish();
  }

  private void enter(Phase now) {
    since = phase == now ? since : System.currentTimeMillis();
    phase = now;
    publish();
  }

  private void publish() {
    run = new Run(
        program,
        run.version() + 1,
        phase,
        port,
        address,
        output.chunks(),
        problems,
        sentence,
        exitCode,
        since);
    listener.accept(run);
  }
}
