package project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A folder with all that is in it. */
public final class Tree {

  private static final Set<String> NO_SOURCES = Set.of(".git", ".workbook", "target");

  private Tree() {}

  /** Goes through a folder in which somebody else may delete files meanwhile. */
  private static class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }
  }

  /** Copies what is in the folder, but nothing that Git, Maven or the workbook has made. */
  public static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new Visitor() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        if (NO_SOURCES.contains(folder.getFileName().toString())) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        copyFile(file, to.resolve(from.relativize(file).toString()));
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private static void copyFile(Path file, Path copy) throws IOException {
    Files.deleteIfExists(copy);
    try {
      Files.copy(file, copy);
    } catch (NoSuchFileException e) {
      // It is gone, or a link to nothing.
    }
  }

  /** Deletes the folder; what somebody still has open stays. */
  public static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new Visitor() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        return delete(file);
      }

      @Override
      public FileVisitResult postVisitDirectory(Path empty, IOException problem) {
        return delete(empty);
      }

      private FileVisitResult delete(Path one) {
        one.toFile().delete();
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
