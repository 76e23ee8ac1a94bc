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
import start.Sources;

/** The project to which this class belongs, wherever Maven is started. */
public final class Project {

  /** The project's folder. */
  public static final Path ROOT = root();

  private static final Path WORK = work();

  private Project() {}

  private static Path root() {
    Path classes = classes();
    Path folder = classes;
    // The folder .workbook has copies of a step's files, but not of its POM.
    while (folder != null && !Files.exists(folder.resolve("step01-listen/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("there is no project around " + classes);
    }
    return folder;
  }

  private static Path classes() {
    return path(Project.class.getProtectionDomain().getCodeSource().getLocation());
  }

  private static Path path(URL location) {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where folders are made: what runs from classes that {@code mvn clean} does not delete has them
   * where it does not either, so that it does not harm a workbook that runs.
   */
  private static Path work() {
    Path kept = ROOT.resolve(".workbook");
    if (!classes().startsWith(kept)) {
      return ROOT.resolve("docs/target/work");
    }
    deleteOld(kept.resolve("work"));
    return kept.resolve("work").resolve("" + ProcessHandle.current().pid());
  }

  /** Deletes the folders of those workbooks that do not run any more. */
  private static void deleteOld(Path work) {
    if (!Files.exists(work)) {
      return;
    }
    try (Stream<Path> all = Files.list(work)) {
      for (Path old : all.filter(Project::isOver).toList()) {
        Tree.delete(old);
      }
    } catch (IOException e) {
      // The next one tries it again.
    }
  }

  private static boolean isOver(Path folder) {
    String pid = folder.getFileName().toString();
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  /** A new folder for what is made on the way. */
  public static Path newFolder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(WORK), name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All Java files in the folder and in those below it. */
  public static List<Path> javaFiles(Path folder) {
    try {
      return Sources.below(folder);
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
