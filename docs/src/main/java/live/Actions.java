package live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import project.ChapterTasks;
import project.Step;
import running.Program;
import running.Servers;
import trying.LabRooms;
import trying.Trials;
import watch.Board;
import watch.Watch;

/**
 * What a page may ask for: a list of everything, by the path that asks for it. No word of a request
 * gets any further than to this list, but for what is typed: notes, bytes for a server, and lines
 * for a lab, which are the only ones that run.
 */
final class Actions {

  private static final int[] PORTS = {7878, 8080, 0};

  private final Watch watch;
  private final Servers servers;
  private final Wires wires;
  private final ThreadBoard threads;
  private final Trials trials;
  private final LabRooms labs;

  Actions(
      Watch watch,
      Servers servers,
      Wires wires,
      ThreadBoard threads,
      Trials trials,
      LabRooms labs) {
    this.threads = threads;
    this.watch = watch;
    this.servers = servers;
    this.wires = wires;
    this.trials = trials;
    this.labs = labs;
  }

  /**
   * What this path asks for.
   *
   * @param text that the reader has typed; most actions want none
   */
  Optional<Runnable> find(String path, String text) {
    return Optional.ofNullable(all(text).get(path));
  }

  private Map<String, Runnable> all(String text) {
    Map<String, Runnable> all = new LinkedHashMap<>();
    wires.addActions(all);
    for (Step step : Step.values()) {
      String prefix = "/do/" + step.number() + "/";
      Board board = watch.board(step);
      all.put(prefix + "watch", () -> watch.step(step));
      all.put(prefix + "again", board::judgeAgain);
      all.put(prefix + "all", board::judgeAll);
      ChapterTasks.read(step.page()).tasks().forEach((number, task) -> {
        for (int count = 1; count <= task.hints().size(); count++) {
          int wanted = count;
          all.put(prefix + "hint/" + number + "/" + count, () -> board.openHint(number, wanted));
        }
      });
      trials.actions(step).forEach((name, action) -> all.put(prefix + "block/" + name, action));
      labs.actions(step, text).forEach((name, action) -> all.put(prefix + "lab/" + name, action));
      for (Program program : Program.of(step)) {
        add(all, prefix + program.name() + "/", program);
        wires.addActions(all, prefix + program.name() + "/", program, text);
        threads.addActions(all, prefix + program.name() + "/", program);
      }
    }
    return all;
  }

  private void add(Map<String, Runnable> all, String prefix, Program program) {
    for (int port : PORTS) {
      all.put(prefix + "start/" + port, () -> servers.start(program, port));
    }
    all.put(prefix + "stop", () -> servers.stop(program));
    all.put(prefix + "restart", () -> servers.restart(program));
  }
}
