package trying;

import book.LabScreen;
import book.LabTool;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import project.Source;
import project.Step;
import running.Output;
import trying.LabView.State;
import watch.Background;

/**
 * A step's lab for the reader of its page: what is typed runs, with the listings and the learner's
 * newest code. One thread does all of it; others only look at what it tells.
 */
final class LabRoom implements AutoCloseable {

  private static final int ECHO = 16; // characters that Ctrl-C itself may print
  private static final int MOST_TIMES = 5;
  private static final int MOST_TIMES_IF_IT_PRINTS = 30;

  private final Step step;
  private final IntSupplier port;
  private final Consumer<LabView> observer;
  private final LabFinder finder;
  private final int limit;
  private final int idle;
  private final ScheduledExecutorService thread = Background.thread("lab room");
  private final Output output = new Output();
  private final AtomicInteger prompts = new AtomicInteger();
  private final LabPieces pieces = new LabPieces(output, thread, this::flush);

  // What only the thread uses.
  private State state = State.CLOSED;
  private String prompt = "";
  private String helpers = "";
  private String note = "";
  private final LabLines lines = new LabLines();
  private LabCode code;
  private LabTool tool;
  private int turn;
  private int stopped = -1;
  private long lastUse;

  /** Which lab it is: what an earlier one still says is not heard. */
  private volatile int number;

  /**
   * @param port where a server is looked for when the lab is opened
   * @param observer is told each change
   * @param finder is told what is typed
   * @param limit seconds for a line
   * @param idle seconds after which the lab ends if nobody types anything
   */
  LabRoom(
      Step step,
      IntSupplier port,
      Consumer<LabView> observer,
      LabFinder finder,
      int limit,
      int idle) {
    this.step = step;
    this.port = port;
    this.observer = observer;
    this.finder = finder;
    this.limit = limit;
    this.idle = idle;
    thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** Opens it with the newest code; one that is open ends first. */
  void open() {
    thread.execute(() -> {
      end("");
      output.clear();
      helpers = "";
      enter(State.OPENING);
      try {
        start();
      } catch (IOException | IllegalArgumentException e) {
        end("It cannot be opened: " + e.getMessage());
      }
    });
  }

  private void start() throws IOException {
    code = LabCode.newest(step);
    note = code.isWhole() ? "" : "Your files do not compile: this lab has the listings alone.";
    int mine = number;
    LabScreen screen = new LabScreen(text -> printed(mine, text), asks -> {
      prompts.incrementAndGet();
      thread.execute(() -> asked(mine, asks));
    });
    finder.begin(code.classPath());
    tool = new LabTool(step, code.classPath(), "" + port.getAsInt(), screen);
  }

  /** Types a text, when the lines before it have run. */
  void type(String text) {
    thread.execute(() -> {
      lastUse = System.nanoTime();
      if (tool != null) {
        lines.add(text);
      }
      if (state == State.ASKING && lines.areWaiting()) {
        next();
      }
    });
  }

  private void next() {
    String line = lines.next(prompt.equals(LabScreen.PROMPT));
    finder.add(line);
    enter(State.BUSY);
    tool.press(line + "\n");
    unlessChanged(limit, () -> {
      output.add(true, "It was stopped: it took more than " + limit + " seconds.\n");
      stopTurn();
    });
  }

  private void unlessChanged(int seconds, Runnable work) {
    int mine = turn;
    Runnable checked = () -> {
      if (turn == mine) {
        work.run();
      }
    };
    thread.schedule(checked, seconds, TimeUnit.SECONDS);
  }

  /** Stops what runs, and what waits; or gives up lines that are no whole snippet yet. */
  void stop() {
    thread.execute(this::stopTurn);
  }

  private void stopTurn() {
    boolean isDone = prompt.equals(LabScreen.PROMPT) || stopped == turn;
    if (tool != null && state != State.OPENING && !isDone) {
      stopped = turn;
      lines.clearWaiting();
      finder.giveUp();
      pressCtrlC(1, prompts.get());
    }
  }

  /** Once a second, until it asks: while JShell compiles, it does not hear it. */
  private void pressCtrlC(int times, int prompt) {
    long before = pieces.count();
    tool.press(LabTool.CTRL_C);
    unlessChanged(1, () -> {
      boolean isPrinting = pieces.count() > before + ECHO;
      if (prompts.get() != prompt) {
        return; // it has heard
      } else if (times < (isPrinting ? MOST_TIMES_IF_IT_PRINTS : MOST_TIMES)) {
        pressCtrlC(times + 1, prompt);
      } else {
        end("It did not stop, and was ended.");
      }
    });
  }

  /** JShell asks for a line. */
  private void asked(int asker, String asks) {
    if (asker != number) {
      return;
    }
    output.flush();
    if (state == State.OPENING) {
      helpers = view().text().strip();
      output.clear();
    }
    note = stopped == turn ? "If it does not go on after the stop, Restart opens it anew." : note;
    enter(State.ASKING);
    prompt = asks;
    if (lines.areWaiting()) {
      next();
    } else {
      observer.accept(view());
    }
  }

  private void printed(int mine, String text) {
    if (mine == number) {
      pieces.add(text);
    }
  }

  private void flush() {
    if (output.flush() && state != State.OPENING) {
      observer.accept(view());
    }
  }

  /** The learner has saved. */
  void saved(Source newest) {
    thread.execute(() -> {
      if (tool != null && !newest.equals(code.source())) {
        note = "You have saved since: Restart takes your newest code.";
        observer.accept(view());
      }
    });
  }

  private void look() {
    boolean isIdle = System.nanoTime() - lastUse > TimeUnit.SECONDS.toNanos(idle);
    if (tool != null && tool.isDone()) {
      end("The lab has ended.");
    } else if (isIdle && state == State.ASKING) {
      end("It was ended: nothing was typed for " + idle / 60 + " minutes.");
    }
  }

  /** Ends all that was started in it. */
  private void end(String why) {
    lines.clearWaiting();
    if (tool != null) {
      tool.kill();
      finder.end();
    }
    tool = null;
    number++;
    note = why;
    lastUse = System.nanoTime();
    output.flush();
    enter(State.CLOSED);
  }

  private void enter(State now) {
    turn++;
    state = now;
    prompt = "";
    observer.accept(view());
  }

  private LabView view() {
    return new LabView(step, state, prompt, helpers, note, output.chunks(), lines.typed());
  }

  @Override
  public void close() {
    Background.end(thread, () -> end(""));
    finder.close();
  }
}
