package project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder is copied and deleted, whatever editors and builds do in it meanwhile. */
class TreeTest {

  @TempDir
  private Path folder;

  /**
   * Emacs locks a file by a link of that name to nothing; and a file may be gone when its turn is.
   */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksToNothingAreLeftOut() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from/part")).getParent();
    Files.writeString(from.resolve("part/File.java"), "text");
    Files.createSymbolicLink(from.resolve("part/.#File.java"), Path.of("me@here.4711:1"));
    Path to = folder.resolve("to");
    Tree.copy(from, to);

    assertEquals(List.of("File.java"), names(to.resolve("part")));
    Tree.delete(from);
    assertFalse(Files.exists(from));
  }

  @Test
  void whatIsMadeIsNotCopied() throws IOException {
    Path made = Files.createDirectories(folder.resolve("from/target"));
    Files.writeString(made.resolve("File.class"), "bytes");
    Files.writeString(made.resolveSibling("pom.xml"), "text");
    Path to = folder.resolve("to");
    Tree.copy(folder.resolve("from"), to);

    assertEquals(List.of("pom.xml"), names(to));
  }

  @Test
  void whatIsNotThereIsDeleted() throws IOException {
    Tree.delete(folder.resolve("none"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
