package said;

import book.Command;
import book.Finding;
import book.Mismatch;
import book.NotReplayed;
import book.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.ChapterTasks;
import project.Project;
import project.Step;

/** Commands that stand in a sentence: the project has what they name, and programs take them. */
public final class Commands {

  static final Set<String> PROGRAMS =
      Set.of("mvn", "java", "javac", "curl", "git", "javap", "jcmd", "bash", "cp");
  private static final Pattern FORM =
      Pattern.compile(".*(NN|\\.\\.\\.|…|STEP|PAGE|PATH|NAME|=N\\b).*");
  private static final Pattern MESSAGE = Pattern.compile("Step (\\d): task (\\d)\\.(\\d)");

  private Commands() {}

  /** Whether a reader has to put a name or a number into it. */
  public static boolean isForm(String command) {
    return FORM.matcher(command).matches();
  }

  static int count(Prose prose) {
    return (int) prose.code().stream().filter(code -> isCommand(code.text())).count();
  }

  /** Whether it is one in full, or options of Maven, in which a reader has nothing to put in. */
  private static boolean isCommand(String code) {
    boolean isWhole = code.contains(" ")
        && PROGRAMS.contains(code.split(" ")[0])
        && !code.matches("java (file|new|whole)=.*");
    return (isWhole || code.matches("-D\\w.*")) && !isForm(code);
  }

  static List<Finding> wrong(Prose prose) {
    List<Finding> findings = new ArrayList<>();
    for (Prose.Said code : prose.code()) {
      if (isCommand(code.text())) {
        problem(prose.page(), code.text())
            .ifPresent(problem -> findings.add(new Finding(
                prose.page().name(),
                code.line(),
                code.text(),
                problem,
                "write the command as it can be typed in the project's folder")));
      }
    }
    return findings;
  }

  private static Optional<String> problem(Page page, String text) {
    try {
      List<String> words = Command.parse(text).words();
      Optional<String> path = missingPath(words);
      return path.isPresent()
          ? path
          : switch (words.get(0).replaceFirst("-D.*", "-D")) {
            case "-D" -> MavenCommand.options(words).problem();
            case "mvn" -> new MavenCommand(words).problem();
            case "git" -> words.contains("commit") ? message(page, text) : Tried.git(words);
            case "curl" -> Tried.curl(words);
            case "javap", "jcmd" -> Tried.jdk(words);
            default -> Optional.empty();
          };
    } catch (Mismatch e) {
      return Optional.of(e.getMessage());
    } catch (NotReplayed e) {
      return Optional.empty();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A path into the project that leads nowhere; what the reader makes is in a target folder. */
  private static Optional<String> missingPath(List<String> words) {
    return words.stream()
        .filter(word -> word.matches("(step0\\d-|docs/|\\.ci/)[^,]*/.*|\\.ci/.*"))
        .filter(word -> !word.contains("/target/"))
        .filter(word -> !Files.exists(Project.ROOT.resolve(word)))
        .map(word -> "there is no " + word)
        .findFirst();
  }

  /** The message of a commit names a task that there is, on a chapter one of its step. */
  private static Optional<String> message(Page page, String text) {
    return MESSAGE.matcher(text).results().findFirst().flatMap(found -> {
      Step step = Step.values()[Integer.parseInt(found.group(1)) - 1];
      String task = found.group(2) + "." + found.group(3);
      boolean isKnown = ChapterTasks.read(step.page()).tasks().containsKey(task);
      boolean isOther = page.isChapter() && page.step() != step;
      return Stream.of(isKnown ? "" : step + " has no task " + task, isOther ? "another step" : "")
          .filter(problem -> !problem.isEmpty())
          .findFirst();
    });
  }
}
