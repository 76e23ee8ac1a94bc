package proof;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import project.Project;
import project.Source;
import project.Step;

/** A file can be read in a sitting, and a method at a glance. */
class SizesTest {

  private static final int MOST_LINES_OF_A_FILE = 250;
  private static final int MOST_LINES_OF_A_METHOD = 25;

  /** Listings are whole programs, and what the learner writes is nobody's business. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(".*(main/java/(listings|exercise)|broken/java/listings)/.*");

  private static Stream<Path> files() {
    return Stream.concat(
            Stream.of("docs", "docs/judge"), Stream.of(Step.values()).map(Step::module))
        .flatMap(module -> Project.javaFiles(Project.ROOT.resolve(module + "/src")).stream())
        .filter(file -> !LEFT_OUT.matcher(name(file)).matches());
  }

  private static String name(Path file) {
    return Project.ROOT.relativize(file).toString().replace('\\', '/');
  }

  @Test
  void noFileIsLong() {
    Set<String> found = files()
        .filter(file -> Source.read(file).lines().count() > MOST_LINES_OF_A_FILE)
        .map(SizesTest::name)
        .collect(toCollection(TreeSet::new));
    assertEquals(Set.of(), found);
  }

  @Test
  void noMethodIsLong() throws IOException {
    Set<String> found = new TreeSet<>();
    var javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files().toList());
      JavacTask task = (JavacTask) javac.getTask(null, manager, null, null, null, sources);
      for (CompilationUnitTree file : task.parse()) {
        new Methods(Trees.instance(task), file, found).scan(file, null);
      }
    }
    assertEquals(Set.of(), found);
  }

  /** Collects the long methods of a file: their lines from the opening brace to the closing one. */
  private static final class Methods extends TreeScanner<Void, Void> {

    private final Trees trees;
    private final CompilationUnitTree file;
    private final Set<String> found;

    Methods(Trees trees, CompilationUnitTree file, Set<String> found) {
      this.trees = trees;
      this.file = file;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      Tree body = method.getBody();
      if (body != null) {
        var positions = trees.getSourcePositions();
        long first = line(positions.getStartPosition(file, body));
        long last = line(positions.getEndPosition(file, body));
        if (last - first + 1 > MOST_LINES_OF_A_METHOD) {
          found.add(name(Path.of(file.getSourceFile().toUri())) + " " + method.getName());
        }
      }
      return super.visitMethod(method, unused);
    }

    private long line(long position) {
      return file.getLineMap().getLineNumber(position);
    }
  }
}
