package proof;

import engine.Compiler;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import project.Project;
import project.Source;
import project.Step;

/** A step's tests, compiled, and a server to be judged by them: never the learner's own. */
final class Bench {

  /** What a step tests besides its exercise. */
  private static final Set<String> OTHERS = Set.of("listings", "lab", "beyond");

  private final Path tests;
  private final Path pages;

  private Bench(Path tests, Path pages) {
    this.tests = tests;
    this.pages = pages;
  }

  /** Compiles what the step's exercise is made of, against the solution. */
  static Bench of(Step step) {
    try {
      Path solution = Project.newFolder("solution");
      Compiler.compile(Source.of(step.solution()), solution);
      Path tests = Project.newFolder("tests");
      List<Path> files = new ArrayList<>();
      files.addAll(Project.javaFiles(Project.ROOT.resolve("docs/judge/src/main/java")));
      Project.javaFiles(step.tests()).stream()
          .filter(file -> !OTHERS.contains(packageOf(step, file)))
          .forEach(files::add);
      Compiler.compile(files, List.of(solution), tests);
      return new Bench(tests, copyPages(step));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String packageOf(Step step, Path file) {
    return step.tests().relativize(file).getName(0).toString();
  }

  /** A copy, because tests add pages. */
  private static Path copyPages(Step step) throws IOException {
    Path copy = Project.newFolder("pages");
    if (!Files.exists(step.pages())) {
      return copy;
    }
    try (Stream<Path> files = Files.walk(step.pages())) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(step.pages().relativize(file).toString());
        if (!Files.isDirectory(target)) {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  /**
   * Compiles the server, which is then on the class path with the tests.
   *
   * @return the class path
   */
  List<Path> put(Source server) {
    Path classes = Project.newFolder("server");
    Compiler.compile(server, classes);
    return List.of(classes, tests, pages);
  }

  /** A loader that knows nothing of earlier rounds. */
  static URLClassLoader load(List<Path> classPath) {
    return new URLClassLoader(
        classPath.stream().map(Bench::url).toArray(URL[]::new), Bench.class.getClassLoader());
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
