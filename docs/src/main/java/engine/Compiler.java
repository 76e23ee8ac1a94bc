package engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import judge.events.Problem;
import project.Source;

/** The JDK's compiler, in this process, where it is quick from the second time on. */
public final class Compiler {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final List<String> OPTIONS =
      List.of("--release", "17", "-g", "-proc:none", "-encoding", "UTF-8");

  private Compiler() {}

  /**
   * Compiles a learner's files, as they are in memory.
   *
   * @param target the folder for the classes: programs are started from there, too
   * @return what is wrong; nothing if there are classes now
   */
  public static List<Problem> compile(Source source, Path target) {
    List<JavaFileObject> files = new ArrayList<>();
    source.files().forEach((name, text) -> files.add(new InMemory(name, text)));
    try (StandardJavaFileManager manager = manager(List.of(), target)) {
      return compile(manager, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles files that must be right.
   *
   * @throws IllegalArgumentException with javac's words if they are not
   */
  public static void compile(List<Path> files, List<Path> classPath, Path target) {
    try (StandardJavaFileManager manager = manager(classPath, target)) {
      require(compile(manager, manager.getJavaFileObjectsFromPaths(files)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void require(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("does not compile: " + problems);
    }
  }

  private static StandardJavaFileManager manager(List<Path> classPath, Path target)
      throws IOException {
    StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, UTF_8);
    manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
    return manager;
  }

  private static List<Problem> compile(
      StandardJavaFileManager manager, Iterable<? extends JavaFileObject> files) {
    var found = new DiagnosticCollector<JavaFileObject>();
    JAVAC.getTask(null, manager, found, OPTIONS, null, files).call();
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(Compiler::problem)
        .toList();
  }

  private static Problem problem(Diagnostic<? extends JavaFileObject> found) {
    JavaFileObject file = found.getSource();
    return new Problem(
        file == null ? "" : Path.of(file.getName()).getFileName().toString(),
        found.getLineNumber(),
        found.getColumnNumber(),
        found.getMessage(null),
        file == null ? "" : line(file, found.getLineNumber()));
  }

  private static String line(JavaFileObject file, long number) {
    try {
      String text = file.getCharContent(true).toString();
      return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** A file of package {@code exercise}. */
  private static final class InMemory extends SimpleJavaFileObject {

    private final String text;

    InMemory(String name, String text) {
      super(address(name), Kind.SOURCE);
      this.text = text;
    }

    private static URI address(String name) {
      try {
        return new URI("memory", null, "/exercise/" + name, null);
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
