package said;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import project.Project;
import project.Source;

/** A command of Maven in a sentence: its folders, goals and options are those of the project. */
record MavenCommand(List<String> words) {

  private static final Set<String> PHASES = Set.of(
      "clean",
      "validate",
      "compile",
      "test-compile",
      "test",
      "verify",
      "exec:java",
      "spotless:apply",
      "exec:java@mine",
      "exec:java@jshell",
      "exec:java@watch",
      "exec:java@sturdy");
  private static final Set<String> OPTIONS = Set.of("-q", "-o", "-T4", "-fae", "-version");
  private static final Set<String> PROPERTIES = Set.of(
      "listing", "port", "test", "all", "groups", "page", "rewrite", "task", "open", "grace",
      "limit", "pool", "rust", "step", "rounds", "seconds");

  /** Options alone, which are to be added to a command. */
  static MavenCommand options(List<String> options) {
    List<String> words = new ArrayList<>(List.of("mvn"));
    words.addAll(options);
    return new MavenCommand(words);
  }

  /** What the project does not have. */
  Optional<String> problem() {
    String module = "";
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-pl")) {
        module = i + 1 < words.size() ? words.get(++i) : "";
        if (Stream.of(module.split(",")).anyMatch(one -> !isModule(one))) {
          return Optional.of("there is no module " + module);
        }
      } else if (word.startsWith("-D")) {
        Optional<String> problem = property(module, word.substring(2).split("=", 2));
        if (problem.isPresent()) {
          return problem;
        }
      } else if (!OPTIONS.contains(word) && !isGoal(word)) {
        return Optional.of("the project has no goal or option " + word);
      }
    }
    return Optional.empty();
  }

  private static boolean isModule(String name) {
    return Files.exists(Project.ROOT.resolve(name).resolve("pom.xml"));
  }

  private static boolean isGoal(String word) {
    String docs = Source.read(Project.ROOT.resolve("docs/pom.xml"));
    return PHASES.contains(word)
        || word.matches("(surefire:test|exec:java)@\\w+")
            && docs.contains("<id>" + word.split("@")[1] + "</id>");
  }

  private static Optional<String> property(String module, String[] property) {
    String value = property.length > 1 ? property[1] : "";
    Path folder = Project.ROOT.resolve(module);
    if (!PROPERTIES.contains(property[0])) {
      return Optional.of("nothing in the project reads -D" + property[0]);
    } else if (property[0].equals("listing")
        && !module.isEmpty()
        && !Files.exists(folder.resolve("src/main/java/listings/Listing" + value + ".java"))) {
      return Optional.of(module + " has no listing " + value);
    } else if (value.startsWith("Exercise#")
        && !module.isEmpty()
        && !Source.read(folder.resolve("src/test/java/exercise/Exercise.java"))
            .contains("void " + value.substring("Exercise#".length()) + "(")) {
      return Optional.of(module + " has no task of this name: " + value);
    }
    return Optional.empty();
  }
}
