package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import project.Project;
import project.Step;
import project.Tree;

/** A copy of the project, in which the learner's files are as they start. */
public final class Scratch {

  private Scratch() {}

  public static Path copy() throws IOException {
    Path copy = Project.newFolder("scratch");
    Tree.copy(Project.ROOT, copy);
    for (Step step : Step.values()) {
      Path module = copy.resolve(step.module());
      Files.createDirectory(module.resolve("target"));
      Tree.copy(module.resolve("src/start"), module.resolve("src/main"));
    }
    return copy;
  }
}
