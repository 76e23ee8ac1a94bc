package start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of a folder, without what an editor or a system puts beside them. */
public final class Sources {

  private Sources() {}

  /** Those directly in the folder, in the order of their names. */
  public static List<Path> in(Path folder) throws IOException {
    return in(folder, 1);
  }

  /** Those in the folder and in the folders below it, in the order of their names. */
  public static List<Path> below(Path folder) throws IOException {
    return in(folder, Integer.MAX_VALUE);
  }

  /** Emacs locks a file by {@code .#A.java}, a link to nothing; macOS may put {@code ._A.java}. */
  private static List<Path> in(Path folder, int depth) throws IOException {
    try (Stream<Path> all = Files.walk(folder, depth)) {
      return all.filter(file -> file.getFileName().toString().matches("[^.].*\\.java"))
          .sorted()
          .toList();
    }
  }
}
