package proof;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One of the five steps, and where its files are. */
public enum Step {
  STEP1("step01-listen"),
  STEP2("step02-read-request"),
  STEP3("step03-respond"),
  STEP4("step04-html"),
  STEP5("step05-threads");

  /** The project's folder. */
  public static final Path ROOT = root();

  private final String module;

  Step(String module) {
    this.module = module;
  }

  /** The folder of the project to which this class belongs, wherever Maven is started. */
  private static Path root() {
    Path folder = classes();
    while (folder != null && !Files.exists(folder.resolve("step01-listen"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("there is no project around " + classes());
    }
    return folder;
  }

  private static Path classes() {
    try {
      return Path.of(
          Step.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new folder for what the proof makes; {@code mvn clean} deletes it. */
  public static Path newFolder(String name) {
    try {
      Path work = Files.createDirectories(ROOT.resolve("docs/target/work"));
      return Files.createTempDirectory(work, name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String module() {
    return module;
  }

  public int number() {
    return ordinal() + 1;
  }

  public Path folder() {
    return ROOT.resolve(module);
  }

  /** The chapter, with the tasks and their hints. */
  public Path page() {
    return ROOT.resolve("docs").resolve(module + ".md");
  }

  /** The step's wrong answers. */
  Path wrongAnswers() {
    return ROOT.resolve("docs/src/test/wrong/step0" + number() + ".md");
  }

  /** Folders of files that are right, too. */
  List<Path> rightAnswers() {
    String name = "step0" + number() + "-";
    try (Stream<Path> folders = Files.list(ROOT.resolve("docs/src/test/right"))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path start() {
    return folder().resolve("src/start/java/exercise");
  }

  Path solution() {
    return folder().resolve("src/solution/java/exercise");
  }

  Path tests() {
    return folder().resolve("src/test/java");
  }

  public Path pages() {
    return folder().resolve("src/main/resources");
  }

  Step previous() {
    return values()[ordinal() - 1];
  }

  boolean isFirst() {
    return this == STEP1;
  }

  @Override
  public String toString() {
    return "Step " + number();
  }
}
