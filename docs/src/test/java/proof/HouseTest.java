package proof;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import project.Project;

/** The house stands: no circles, floors that use only those below them, small rooms. */
class HouseTest {

  /** From the ground up. What package-info.java says of a package is that it may use these. */
  private static final List<String> FLOORS = List.of(
      "judge.words",
      "judge.events",
      "judge.http",
      "judge.learner",
      "judge.verdict",
      "judge.seen",
      "judge.why",
      "judge",
      "judge.tasks",
      "start",
      "lab",
      "support",
      "project",
      "engine",
      "book",
      "load",
      "proof");

  private static final int MOST_LINES_OF_A_FILE = 250;
  private static final int MOST_LINES_OF_A_METHOD = 25;

  /** What is not so yet. */
  private static final Set<String> EXCEPTIONS = Set.of();

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .importPaths(Project.classPath().stream()
            .filter(path -> path.startsWith(Project.ROOT))
            .toList());
  }

  @Test
  void noPackagesUseOneAnother() {
    slices().assignedFrom(slices("package", JavaClass::getPackageName)).should().beFreeOfCycles();
  }
}
