package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import project.Project;
import project.Step;

/** A clone of the project, of which there is a newer release. */
final class Repository {

  private Repository() {}

  /** Makes a repository of a folder, clones it, and commits a change to what learners edit. */
  static Path cloneOf(Path folder) throws Exception {
    git(folder, "init", "--quiet");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "First release");
    Path clone = Project.newFolder("clone");
    git(clone, "clone", "--quiet", folder.toString(), ".");
    git(clone, "config", "user.name", "Reader");
    git(clone, "config", "user.email", "reader@example.org");
    for (String source : List.of("start", "main")) {
      Path file = folder.resolve("step01-listen/src/" + source + "/java/exercise/WebServer.java");
      Files.writeString(file, "// A newer release.\n", StandardOpenOption.APPEND);
    }
    git(folder, "commit", "--quiet", "--all", "--message", "Second release");
    for (Step step : Step.values()) {
      Files.createDirectories(clone.resolve(step.module()).resolve("target"));
    }
    return clone;
  }

  private static void git(Path folder, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of("-c", "user.name=Founder", "-c", "user.email=founder@example.org"));
    words.addAll(List.of(arguments));
    try (Terminal terminal = new Terminal()) {
      terminal.start(new Command(words).in(folder, Map.of()));
      if (terminal.awaitExit() != 0) {
        throw new IOException("git " + words + ": " + terminal.unread());
      }
    }
  }
}
