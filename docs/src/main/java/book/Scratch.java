package book;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import project.Project;
import project.Step;

/** A copy of the project, in which the learner's files are as they start. */
public final class Scratch {

  private static final Set<String> LEFT_OUT = Set.of(".git", "target");

  private Scratch() {}

  public static Path copy() throws IOException {
    Path copy = Project.newFolder("scratch");
    copy(Project.ROOT, copy);
    for (Step step : Step.values()) {
      Path module = copy.resolve(step.module());
      Files.createDirectory(module.resolve("target"));
      copy(module.resolve("src/start"), module.resolve("src/main"));
    }
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        if (LEFT_OUT.contains(folder.getFileName().toString())) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.deleteIfExists(copy);
        Files.copy(file, copy);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
