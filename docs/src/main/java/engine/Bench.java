package engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import judge.events.Event.Verdict;
import judge.events.Problem;
import judge.events.Task;
import judge.tasks.Tasks;
import project.Project;
import project.Source;
import project.Step;
import project.Tree;

/** A step's exercise, compiled from its sources once, and what is judged by it. */
public final class Bench {

  /** What a step tests besides its exercise. */
  private static final Set<String> OTHERS = Set.of("listings", "beyond");

  /**
   * A learner's files, compiled.
   *
   * @param problems why there are no classes; empty if there are
   * @param classPath the classes with the step's pages, and those of the exercise
   */
  public record Work(List<Problem> problems, List<Path> classPath) {

    /** The class path as the worker wants it: a path is made for one process. */
    List<String> folders() {
      return classPath.stream().map(Path::toString).toList();
    }
  }

  private final Step step;
  private final Path tests = Project.newFolder("tests");
  private final List<Task> tasks;

  /** Compiles the exercise, against the solution: a learner's files may lack what it calls. */
  public Bench(Step step) {
    this.step = step;
    Work solution = put(Source.of(step.solution()));
    Compiler.require(solution.problems());
    List<Path> classPath = new ArrayList<>(Project.classPath());
    classPath.addAll(solution.classPath());
    List<Path> files = Project.javaFiles(step.tests()).stream()
        .filter(
            file -> !OTHERS.contains(step.tests().relativize(file).getName(0).toString()))
        .toList();
    Compiler.compile(files, classPath, tests);
    tasks = tasks(solution);
  }

  private static List<Task> tasks(Work solution) {
    try (URLClassLoader loader = Runner.load(solution.classPath())) {
      return Tasks.of(loader.loadClass(Runner.EXERCISE));
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  public Step step() {
    return step;
  }

  /** The step's tasks, in their order. */
  public List<Task> tasks() {
    return tasks;
  }

  /** Compiles a learner's files into a new folder, next to a copy of the pages: tests add some. */
  public Work put(Source source) {
    Path classes = folder(step.pages());
    return new Work(Compiler.compile(source, classes), List.of(classes, tests));
  }

  private static Path folder(Path original) {
    Path copy = Project.newFolder("judged");
    try {
      if (Files.exists(original)) {
        Tree.copy(original, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** The same in a folder of its own. */
  Work copy(Work work) {
    return new Work(work.problems(), List.of(folder(work.classPath().get(0)), tests));
  }

  /** Judges in this process, whose learner's threads may run on for ever. */
  public Verdict judge(Work work, Task task) {
    AtomicReference<Verdict> last = new AtomicReference<>();
    Runner.run(new Order(work.folders(), List.of(task), Set.of()), event -> {
      if (event instanceof Verdict verdict) {
        last.set(verdict);
      }
    });
    return last.get();
  }

  /** Deletes the folder of what was judged, if there is one. */
  static void clear(Work work) {
    if (work == null) {
      return;
    }
    try {
      Tree.delete(work.classPath().get(0));
    } catch (IOException e) {
      // mvn clean deletes it.
    }
  }
}
