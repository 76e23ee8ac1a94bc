package watch;

import engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import judge.words.Wait;
import project.Source;
import project.Step;

/** A learner whose files are in a folder of their own, and the board that watches. */
final class Desk implements AutoCloseable {

  static final String FILE = "WebServer.java";
  static final Source GOOD = Source.of(Step.STEP1.solution());

  private static final Engine ENGINE = new Engine();
  private static final ScheduledExecutorService THREAD = Background.thread("watch");
  private static final int PATIENCE = 120; // seconds, on a busy machine

  final List<Snapshot> seen = new CopyOnWriteArrayList<>();
  final Board board;
  private final Path folder;
  private final List<Source> saves = new CopyOnWriteArrayList<>();

  /** Begins to watch step 1. */
  Desk(Path folder, Source source) throws Exception {
    this(folder, Step.STEP1, source);
  }

  Desk(Path folder, Step step, Source source) throws Exception {
    this.folder = folder;
    save(source);
    board = new Board(
        ENGINE,
        step,
        () -> Save.look(java(), folder.resolve("pages")),
        folder.resolve("memory"),
        THREAD);
    board.onChange(seen::add);
    board.onSave(saves::add);
    THREAD.execute(board::start);
  }

  Path java() {
    return folder.resolve("java");
  }

  /** As editors do it. */
  void save(Source source) throws Exception {
    Files.createDirectories(java());
    for (Map.Entry<String, String> file : source.files().entrySet()) {
      Path draft = Files.writeString(folder.resolve("draft"), file.getValue());
      Replace.file(draft, java().resolve(file.getKey()));
    }
  }

  Snapshot await(String what, Predicate<Snapshot> wished) {
    Wait.until(what + " " + board.snapshot(), () -> wished.test(board.snapshot()), PATIENCE);
    return board.snapshot();
  }

  /** Waits for the end of the judgement of this save, which is the newest. */
  Snapshot awaitEnd(Source source) {
    Wait.until(
        "it is saved",
        () -> !saves.isEmpty() && saves.get(saves.size() - 1).equals(source),
        PATIENCE);
    return await("all is judged", now -> !now.isJudging() && now.savedAt() > 0);
  }

  /** The solution, with this code for each connection. */
  static Source with(String code) {
    return GOOD.replace(FILE, "clients++;", "clients++; " + code);
  }

  /** The program ends; what was seen stays. */
  @Override
  public void close() {
    THREAD.execute(board::rest);
  }
}
