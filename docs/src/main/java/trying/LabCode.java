package trying;

import book.LabTool;
import engine.Compiler;
import java.nio.file.Path;
import java.util.List;
import project.Project;
import project.Source;
import project.Step;

/**
 * What a lab of the reader's works with: the listings, and the learner's files as they were saved
 * last, which may not compile.
 */
record LabCode(Source source, boolean isWhole, String classPath) {

  static LabCode newest(Step step) {
    Path classes = Project.newFolder("lab");
    Source source = Source.of(step.exercise());
    boolean isWhole = Compiler.compile(source, classes).isEmpty();
    Compiler.compile(Project.javaFiles(step.listings()), List.of(), classes);
    return new LabCode(source, isWhole, LabTool.classPath(step, classes));
  }
}
