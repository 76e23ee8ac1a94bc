package watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import project.Step;

/**
 * Watches a step in a terminal, and prints the verdict at every save: what {@code mvn -pl
 * step02-read-request exec:java@watch} does.
 */
public final class Terminal {

  private static final String KEYS =
      "Enter: judge again.  With Enter: a judge all, h hint, m whole message, q quit";

  /** What the window shows. */
  private enum View {
    VERDICT,
    WHOLE,
    HINT
  }

  private final Window window = new Window();
  private final Watch watch = new Watch();
  private final ScheduledExecutorService thread = Background.thread("terminal");
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, Integer> hints = new HashMap<>();
  private final Board board;
  private View view = View.VERDICT;
  private Snapshot now;
  private List<String> shown = List.of();

  private Terminal(Step step) {
    board = watch.board(step);
    now = board.snapshot();
  }

  /** The argument is the name of the step's folder. */
  public static void main(String[] args) throws InterruptedException {
    Step step = Stream.of(Step.values())
        .filter(one -> one.module().equals(args[0]))
        .findFirst()
        .orElseThrow();
    Terminal terminal = new Terminal(step);
    Runtime.getRuntime().addShutdownHook(new Thread(terminal::close, "end of watching"));
    terminal.run();
    System.exit(0);
  }

  private void run() throws InterruptedException {
    window.measure();
    board.onChange(snapshot -> thread.execute(() -> show(snapshot)));
    watch.step(board.step());
    thread.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    Thread keys = new Thread(this::readKeys, "keys");
    keys.setDaemon(true);
    keys.start();
    end.await();
  }

  private void close() {
    watch.close();
    thread.shutdownNow();
    System.out.println();
  }

  private void show(Snapshot snapshot) {
    if (snapshot.savedAt() != now.savedAt()) {
      view = View.VERDICT;
    }
    now = snapshot;
    draw();
  }

  /** The clock goes on, or the window has another size. */
  private void tick() {
    if (window.measure()) {
      draw();
    } else if (now.isJudging()) {
      window.drawFirst(window.layout().top(now).get(0));
    }
  }

  private void draw() {
    List<String> lines = lines();
    boolean isNews = window.isReal() || (!now.isJudging() && !lines.equals(shown));
    if (isNews) {
      window.draw(lines, KEYS);
      shown = lines;
    }
  }

  private List<String> lines() {
    Layout layout = window.layout();
    Optional<TaskView> task = asked();
    String number = task.map(one -> one.task().number()).orElse("");
    if (view == View.HINT && hints.containsKey(number)) {
      List<String> texts = Hints.of(board.step(), number);
      return layout.hint(now, task.get(), hints.get(number), texts);
    }
    return view == View.WHOLE ? layout.whole().verdict(now) : layout.verdict(now);
  }

  /** The task that is spoken of. */
  private Optional<TaskView> asked() {
    return now.firstFailure().or(now::current);
  }

  private void readKeys() {
    var in = new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8);
    try (BufferedReader lines = new BufferedReader(in)) {
      lines.lines().map(String::strip).forEach(line -> thread.execute(() -> typed(line)));
    } catch (IOException e) {
      // No more keys then; it goes on watching.
    }
  }

  private void typed(String key) {
    window.typed();
    view = View.VERDICT;
    switch (key) {
      case "q" -> end.countDown();
      case "" -> board.judgeAgain();
      case "a" -> board.judgeAll();
      case "h" -> openHint();
      case "m" -> view = View.WHOLE;
      default -> {} // It is drawn anew, with the keys that there are.
    }
    draw();
  }

  private void openHint() {
    asked().ifPresent(task -> {
      String number = task.task().number();
      int count = Hints.of(board.step(), number).size();
      int next = hints.merge(number, 1, (last, one) -> last % count + one);
      if (next > task.hints()) {
        board.openHint(number);
      }
      view = View.HINT;
    });
  }
}
