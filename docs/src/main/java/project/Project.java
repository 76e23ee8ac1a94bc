package project;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project to which this class belongs, wherever Maven is started. */
public final class Project {

  /** The project's folder. */
  public static final Path ROOT = root();

  private Project() {}

  private static Path root() {
    Path classes = path(Project.class.getProtectionDomain().getCodeSource().getLocation());
    Path folder = classes;
    while (folder != null && !Files.exists(folder.resolve("step01-listen"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("there is no project around " + classes);
    }
    return folder;
  }

  private static Path path(URL location) {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new folder for what is made on the way; {@code mvn clean} deletes it. */
  public static Path newFolder(String name) {
    try {
      Path work = Files.createDirectories(ROOT.resolve("docs/target/work"));
      return Files.createTempDirectory(work, name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All Java files in the folder and those in it. */
  public static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where this program's classes are. The property {@code java.class.path} does not say it when
   * Maven has loaded them.
   */
  public static List<Path> classPath() {
    List<Path> entries = new ArrayList<>();
    if (Project.class.getClassLoader() instanceof URLClassLoader loader) {
      Stream.of(loader.getURLs()).map(Project::path).forEach(entries::add);
    } else {
      String path = System.getProperty("java.class.path");
      Stream.of(path.split(File.pathSeparator))
          .map(entry -> Path.of(entry).toAbsolutePath())
          .forEach(entries::add);
    }
    return entries;
  }

  /** Folders and archives as one text, as a command wants it. */
  public static String classPath(List<Path> entries) {
    return entries.stream()
        .map(Path::toString)
        .reduce((a, b) -> a + File.pathSeparator + b)
        .get();
  }
}
