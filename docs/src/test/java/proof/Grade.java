package proof;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import project.ChapterTasks;
import project.Step;

/** Prints a verdict for each task of the learner's own servers, and the totals. */
public final class Grade implements Runnable {

  // The terminal itself: Maven 4 would add a word to each line.
  private static final PrintStream SCREEN =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true);

  /** What was found out about some tasks. */
  private static final class Sum {

    private int tasks;
    private int passed;
    private int core;
    private int corePassed;
    private boolean isRight = true;
    private boolean isFailure; // and Maven knows it

    void add(boolean isCore, boolean isPassed) {
      tasks++;
      passed += isPassed ? 1 : 0;
      core += isCore ? 1 : 0;
      corePassed += isCore && isPassed ? 1 : 0;
    }

    void add(Sum other) {
      tasks += other.tasks;
      passed += other.passed;
      core += other.core;
      corePassed += other.corePassed;
      isRight &= other.isRight;
      isFailure |= other.isFailure;
    }

    @Override
    public String toString() {
      return passed + " of " + tasks + " tasks, core " + corePassed + " of " + core + ".";
    }
  }

  private final Reactor reactor;

  /**
   * Maven's goal exec:java gives it what the parameter is named for.
   *
   * @param session a {@code MavenSession}
   */
  public Grade(Object session) {
    reactor = new Reactor(session);
  }

  /**
   * Reads what the tests of the steps in this build have reported.
   *
   * @throws IllegalStateException if a task has failed, or a step has no report, and no step has
   *     let the build fail
   */
  @Override
  public void run() {
    Sum all = new Sum();
    List<Step> steps = Arrays.stream(Step.values()).filter(reactor::contains).toList();
    for (Step step : steps) {
      all.add(grade(step));
    }
    boolean isWhole = steps.size() == Step.values().length;
    SCREEN.println();
    SCREEN.println((isWhole ? "All steps: " : "Steps in this build: ") + all);
    if (!all.isRight && !all.isFailure) {
      throw new IllegalStateException("Not all answers are right, or not all were judged.");
    }
  }

  private Sum grade(Step step) {
    try {
      String failure = reactor.awaitEnd(step);
      Map<String, String> verdicts = verdicts(step);
      Sum sum = new Sum();
      SCREEN.println();
      ChapterTasks.read(step.page()).tasks().forEach((number, task) -> {
        String verdict = verdicts.getOrDefault(number, "no verdict: it did not run");
        sum.add(task.isCore(), verdict.equals("passed"));
        SCREEN.printf("  %-3s %-7s %s%n", number, task.isCore() ? "core" : "further", verdict);
      });
      sum.isFailure = !failure.isEmpty();
      sum.isRight = !verdicts.isEmpty() && verdicts.values().stream().allMatch("passed"::equals);
      SCREEN.println(step + ": " + sum + (verdicts.isEmpty() ? " " + withoutReport(failure) : ""));
      return sum;
    } catch (IOException | InterruptedException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutReport(String failure) {
    if (failure.contains("Compilation failure")) {
      return "It does not compile.";
    }
    return "There is no report. "
        + (failure.isEmpty()
            ? "Was -Dtest=Exercise left out?"
            : failure.lines().findFirst().get());
  }

  /** By task number: passed, or the first sentence of the failure. */
  private Map<String, String> verdicts(Step step)
      throws IOException, ParserConfigurationException, SAXException {
    Path report = step.folder().resolve("target/surefire-reports/TEST-exercise.Exercise.xml");
    Map<String, String> verdicts = new LinkedHashMap<>();
    if (!Files.exists(report) || isOld(report)) {
      return verdicts;
    }
    NodeList cases = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(report.toFile())
        .getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      verdicts.put(test.getAttribute("name").split(" ")[0], verdict(test));
    }
    return verdicts;
  }

  private static String verdict(Element test) {
    for (String bad : new String[] {"failure", "error", "skipped"}) {
      NodeList found = test.getElementsByTagName(bad);
      if (found.getLength() > 0) {
        return "FAILED  " + ((Element) found.item(0)).getAttribute("message");
      }
    }
    return "passed";
  }

  /** Left from another build. */
  private boolean isOld(Path report) throws IOException {
    return Files.getLastModifiedTime(report).toInstant().isBefore(reactor.start());
  }
}
