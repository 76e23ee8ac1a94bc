package watch;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import judge.words.Text;
import project.Step;

/**
 * Says in the lines of a window where a step stands: what it is about in the first one, the tasks
 * in the last ones, what is wrong in between.
 *
 * @param columns how many characters a line has
 * @param rows how many lines there are; those of what is wrong that do not fit are left out, its
 *     beginning first
 */
record Layout(int columns, int rows) {

  static final int UNLIMITED = Integer.MAX_VALUE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** A window of which nothing is known. */
  static Layout unknown() {
    return new Layout(80, UNLIMITED);
  }

  /** The same, in which all lines find their place. */
  Layout whole() {
    return new Layout(columns, UNLIMITED);
  }

  /** The first failure, or what else there is to say. */
  List<String> verdict(Snapshot now) {
    List<String> top = top(now);
    List<String> body = body(now);
    List<String> tasks =
        body.size() + top.size() + now.tasks().size() < rows ? oneByOne(now) : inShort(now);
    List<String> lines = new ArrayList<>(top);
    lines.addAll(end(body, rows - top.size() - tasks.size()));
    lines.addAll(tasks);
    return lines;
  }

  /** The text of a hint in the place of the failure. */
  List<String> hint(Snapshot now, TaskView view, int number, List<String> hints) {
    List<String> lines = top(now);
    lines.add(cut("Hint " + number + " of " + hints.size() + " for " + view.task()));
    lines.add("");
    lines.addAll(Hints.lines(hints.get(number - 1), columns));
    return lines;
  }

  /** In a line: the step, and how it stands. */
  static String headline(Snapshot now) {
    return now.title() + " - " + state(now) + " - " + now.notice();
  }

  private static String state(Snapshot now) {
    if (!now.problems().isEmpty()) {
      return "it does not compile";
    } else if (now.tasks().isEmpty()) {
      return now.troubles().isEmpty() ? "preparing" : "not judged";
    }
    String otherwise = now.isDone() ? "done" : now.isJudging() ? "judging" : "not judged yet";
    Optional<TaskView> failure = now.firstFailure().filter(view -> view.state() != State.JUDGING);
    String judging = now.tasks().stream()
        .filter(view -> view.state() == State.JUDGING)
        .map(Layout::judging)
        .collect(Collectors.joining());
    if (judging.isEmpty()) {
      return failure.map(Layout::state).orElse(otherwise);
    }
    return failure
        .filter(view -> !view.isOld())
        .map(view -> state(view) + ", " + judging)
        .orElse(judging);
  }

  private static String judging(TaskView view) {
    long seconds = (System.currentTimeMillis() - view.since()) / 1_000;
    return "judging " + view.task().number() + (seconds < 1 ? "" : " (" + seconds + " s)");
  }

  private static String state(TaskView failing) {
    return failing.task().number() + " " + failing.state() + (failing.isOld() ? " before" : "");
  }

  List<String> top(Snapshot now) {
    List<String> lines = new ArrayList<>();
    lines.add(cut(headline(now)));
    lines.add(cut(watched(now)));
    now.troubles().forEach(trouble -> lines.addAll(Text.wrap(List.of(trouble), columns)));
    lines.add("");
    return lines;
  }

  private static String watched(Snapshot now) {
    String folder = now.step().module() + "/src/main/";
    String pages = Files.exists(now.step().pages()) ? " and resources" : "";
    String saved = now.savedAt() == 0
        ? ""
        : ", as of "
            + TIME.format(
                LocalTime.ofInstant(Instant.ofEpochMilli(now.savedAt()), ZoneId.systemDefault()));
    return "Watching " + folder + "java/exercise" + pages + saved;
  }

  private List<String> body(Snapshot now) {
    List<String> lines = new ArrayList<>();
    if (!now.problems().isEmpty()) {
      lines.addAll(Message.of(now.problems(), columns));
    } else if (now.firstFailure().isPresent()) {
      lines.addAll(praise(now));
      lines.addAll(Message.of(now.firstFailure().get(), columns));
      lines.add("");
    } else if (now.isDone()) {
      lines.addAll(next(now));
    }
    return lines;
  }

  private List<String> praise(Snapshot now) {
    boolean hasCore =
        now.tasks().stream().filter(view -> view.task().isCore()).allMatch(TaskView::passes);
    if (!hasCore) {
      return List.of();
    }
    String what = "The core of this step is done: the further tasks are optional.";
    List<String> lines = new ArrayList<>(Text.wrap(List.of(what), columns));
    lines.add("");
    return lines;
  }

  private List<String> next(Snapshot now) {
    List<String> words = new ArrayList<>();
    words.add("All " + now.tasks().size() + " tasks of this step pass. Well done!");
    if (now.step().ordinal() + 1 < Step.values().length) {
      Step next = Step.values()[now.step().ordinal() + 1];
      words.add("Next: docs/" + next.module() + ".md, and then");
      words.add("  mvn -pl " + next.module() + " exec:java@watch");
    } else {
      words.add("This was the last step. What a real server does besides: docs/beyond.md");
    }
    words.add("");
    return words;
  }

  /** The last lines of a text that is too long, and how many came before. */
  private List<String> end(List<String> lines, int most) {
    if (lines.size() <= most || most < 1) {
      return lines;
    }
    List<String> end = new ArrayList<>();
    end.add(lines.get(0));
    end.add("(" + (lines.size() - most + 2) + " lines are left out: m shows them)");
    end.addAll(lines.subList(lines.size() - most + 2, lines.size()));
    return end;
  }

  private List<String> oneByOne(Snapshot now) {
    return now.tasks().stream()
        .map(view -> cut(String.format("  %-7s  %s", word(view), view.task())))
        .toList();
  }

  private List<String> inShort(Snapshot now) {
    Map<String, List<String>> byWord = new LinkedHashMap<>();
    for (TaskView view : now.tasks()) {
      byWord
          .computeIfAbsent(word(view), word -> new ArrayList<>())
          .add(view.task().number());
    }
    String all = byWord.entrySet().stream()
        .map(one -> one.getKey() + " " + String.join(" ", one.getValue()))
        .collect(Collectors.joining(" - "));
    return Text.wrap(List.of(all), columns);
  }

  /** Capitals are for what is wrong. */
  private static String word(TaskView view) {
    return switch (view.state()) {
      case FAILED, BROKEN -> view.state().name();
      default -> view.state().name().toLowerCase(Locale.ROOT);
    };
  }

  private String cut(String line) {
    return line.length() <= columns ? line : line.substring(0, columns - 3) + "...";
  }
}
