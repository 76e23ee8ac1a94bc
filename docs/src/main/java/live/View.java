package live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import judge.events.Event;
import judge.events.Event.Verdict;
import judge.events.Findings;
import judge.events.Problem;
import judge.words.Spot;
import project.Source;
import project.Step;
import running.Chunk;
import running.Program;
import running.Run;
import trying.Block;
import trying.LabView;
import trying.Trial;
import watch.Advice;
import watch.Snapshot;
import watch.TaskView;

/** What a page gets to know, in the form in which it is sent. */
final class View {

  /** A step's tasks; the failure is that of the first one that is not solved, or null. */
  private record Tasks(
      int step,
      String notice,
      boolean isJudging,
      boolean isDone,
      long savedAt,
      List<One> tasks,
      Failure failure,
      List<Mistake> mistakes,
      List<String> troubles) {}

  private record One(
      String number,
      String title,
      boolean isCore,
      String state,
      boolean isOld,
      long since,
      long millis,
      int hints,
      String summary) {}

  private record Failure(
      String number,
      String fact,
      List<String> causes,
      String line,
      List<Scene> scenes,
      List<Lane> lanes,
      List<String> threads,
      String command) {}

  private record Mistake(
      String file, long line, long column, String message, String text, String help) {}

  /** A server. */
  private record Server(
      int step,
      String name,
      String title,
      String phase,
      int port,
      String address,
      String sentence,
      Integer exitCode,
      List<Mistake> mistakes,
      List<Chunk> output) {}

  /** A block that was tried. */
  private record Tried(
      int number,
      String state,
      List<Trial.Part> parts,
      String found,
      List<Integer> first,
      String note,
      boolean isOn,
      int port) {}

  /** A lab. */
  private record Lab(
      String state, String prompt, String helpers, String note, List<Chunk> output) {}

  private View() {}

  static Object of(Snapshot board) {
    return new Tasks(
        board.step().number(),
        board.notice(),
        board.isJudging(),
        board.isDone(),
        board.savedAt(),
        board.tasks().stream().map(View::of).toList(),
        board.firstFailure().map(view -> failure(view, board.step())).orElse(null),
        board.problems().stream().map(View::of).toList(),
        board.troubles());
  }

  private static One of(TaskView view) {
    Verdict verdict = view.verdict();
    return new One(
        view.task().number(),
        view.task().title(),
        view.task().isCore(),
        word(view.state()),
        view.isOld(),
        view.since(),
        view.millis(),
        view.hints(),
        verdict == null ? "" : verdict.summary());
  }

  private static Failure failure(TaskView view, Step step) {
    List<Lane> lanes = Lane.of(view.story(), saved(step));
    String number = view.task().number();
    if (view.verdict() instanceof Event.Failed failed) {
      Findings findings = failed.findings();
      StackTraceElement line = findings.meaning().line();
      return new Failure(
          number,
          findings.meaning().fact(),
          findings.meaning().causes(),
          line == null ? "" : line.getFileName() + ":" + line.getLineNumber(),
          Scene.of(view.story(), findings.meaning().spot()),
          lanes,
          findings.threads(),
          findings.command());
    }
    String text = view.verdict() == null ? "" : view.verdict().text();
    List<Scene> scenes = Scene.of(view.story(), Spot.NONE);
    return new Failure(number, text, List.of(), "", scenes, lanes, List.of(), null);
  }

  private static Source saved(Step step) {
    try {
      return Source.of(step.exercise());
    } catch (IllegalStateException e) {
      return new Source(Map.of()); // a file is just being written, or is no text
    }
  }

  private static Mistake of(Problem problem) {
    return new Mistake(
        problem.file(),
        problem.line(),
        problem.column(),
        problem.message(),
        problem.text(),
        Advice.of(problem));
  }

  static Object of(Run run) {
    return new Server(
        run.program().step().number(),
        run.program().name(),
        run.program().title(),
        word(run.phase()),
        run.port(),
        run.address(),
        run.sentence(),
        run.exitCode(),
        run.problems().stream().map(View::of).toList(),
        run.output());
  }

  /** What can be done with the blocks of a page. */
  static Object blocks(List<Block> blocks) {
    return blocks.stream()
        .map(block -> Map.of("number", block.number(), "kind", word(block.kind())))
        .toList();
  }

  static Object of(Trial trial) {
    return new Tried(
        trial.number(),
        word(trial.state()),
        trial.parts(),
        trial.found(),
        trial.first(),
        trial.note(),
        trial.isOn(),
        trial.port());
  }

  static Object of(LabView lab) {
    return new Lab(word(lab.state()), lab.prompt(), lab.helpers(), lab.note(), lab.output());
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** What a page needs to know of a step before anything has happened. */
  static Object programs(Step step) {
    return Program.of(step).stream()
        .map(program -> Map.of("name", program.name(), "title", program.title()))
        .toList();
  }
}
