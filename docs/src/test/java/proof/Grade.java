package proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import project.ChapterTasks;
import project.Step;

/** Prints a verdict for each task of the learner's own servers, and the totals. */
final class Grade {

  private int tasks;
  private int passed;
  private int core;
  private int corePassed;

  private Grade() {}

  /** Reads what the tests have just reported; a step without a report did not compile. */
  public static void main(String[] args) throws Exception {
    Grade all = new Grade();
    for (Step step : Step.values()) {
      Grade one = grade(step);
      all.tasks += one.tasks;
      all.passed += one.passed;
      all.core += one.core;
      all.corePassed += one.corePassed;
    }
    System.out.println();
    System.out.println("All steps: " + all);
  }

  private static Grade grade(Step step) throws Exception {
    Map<String, String> verdicts = verdicts(step);
    Grade grade = new Grade();
    System.out.println();
    for (Map.Entry<String, ChapterTasks.Task> task :
        ChapterTasks.read(step.page()).tasks().entrySet()) {
      String verdict = verdicts.getOrDefault(task.getKey(), "no verdict: it did not run");
      grade.add(task.getValue().isCore(), verdict.equals("passed"));
      System.out.printf(
          "  %-3s %-7s %s%n",
          task.getKey(), task.getValue().isCore() ? "core" : "further", verdict);
    }
    System.out.println(step + ": " + grade + (verdicts.isEmpty() ? " It does not compile." : ""));
    return grade;
  }

  private void add(boolean isCore, boolean isPassed) {
    tasks++;
    passed += isPassed ? 1 : 0;
    core += isCore ? 1 : 0;
    corePassed += isCore && isPassed ? 1 : 0;
  }

  /** By task number: passed, or the first sentence of the failure. */
  private static Map<String, String> verdicts(Step step)
      throws IOException, ParserConfigurationException, SAXException {
    Path report = step.folder().resolve("target/surefire-reports/TEST-exercise.Exercise.xml");
    Map<String, String> verdicts = new LinkedHashMap<>();
    if (!Files.exists(report)) {
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

  @Override
  public String toString() {
    return passed + " of " + tasks + " tasks, core " + corePassed + " of " + core + ".";
  }
}
