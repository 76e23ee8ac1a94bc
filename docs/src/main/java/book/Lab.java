package book;

import engine.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import judge.seen.LabSession;
import project.Project;
import project.Step;

/** Opens a step's lab, with its listings as they are now. */
final class Lab {

  private Lab() {}

  static LabSession open(Step step, String port) throws IOException {
    Path classes = Project.newFolder("listings");
    Path listings = step.folder().resolve("src/main/java/listings");
    Compiler.compile(Project.javaFiles(listings), List.of(), classes);
    List<Path> entries = new ArrayList<>(List.of(classes, step.pages()));
    entries.addAll(Project.classPath());
    entries.removeIf(entry -> !Files.exists(entry)); // JShell refuses others
    return new LabSession(
        step.folder().resolve("explore.jsh"),
        Project.classPath(entries),
        Integer.parseInt(port),
        "-R-Dfile.encoding=UTF-8");
  }
}
