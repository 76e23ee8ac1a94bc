package start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The workbook's own code, as far as a program of it needs it: compiled when it has changed, since
 * that takes seconds.
 *
 * @param step the step's folder, or docs, which has the classes: no other module need be built
 * @param libraries what Maven has found for its tests
 * @param program the class with its main method
 */
record Workbook(Path step, String release, List<Path> libraries, String program) {

  private static final String MARK = "compiled";

  /** Where the classes are, and all that they need. */
  List<Path> classPath() throws IOException {
    List<Path> files = new ArrayList<>(Sources.below(judge()));
    files.addAll(Sources.below(docs()));
    // Not in target: mvn clean must not end a workbook that runs.
    Path folder = step.resolveSibling(".workbook/classes");
    Path classes = folder.resolve(nameOf(files));
    Path mark = classes.resolve(MARK);
    List<Path> path = new ArrayList<>(List.of(classes));
    path.addAll(libraries);
    if (!Files.exists(mark)) {
      System.out.println("Compiling the workbook"
          + (Files.exists(folder) ? ", since it has changed ..." : ", this first time ..."));
      compile(classes, path);
      Files.createFile(mark);
      deleteOld(folder);
    }
    Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
    return path;
  }

  /** Deletes the classes with which nothing has been started for a week. */
  private static void deleteOld(Path folder) throws IOException {
    Instant old = Instant.now().minus(Duration.ofDays(7));
    try (Stream<Path> all = Files.list(folder)) {
      for (Path classes : all.toList()) {
        Path mark = classes.resolve(MARK);
        if (Files.exists(mark) && Files.getLastModifiedTime(mark).toInstant().isBefore(old)) {
          delete(classes);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path judge() {
    return step.resolveSibling("docs/judge/src/main/java");
  }

  private Path docs() {
    return step.resolveSibling("docs/src/main/java");
  }

  /** Another one whenever a file or a library is another one. */
  private String nameOf(List<Path> files) throws IOException {
    StringBuilder all = new StringBuilder(release + libraries + program);
    for (Path file : files) {
      all.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(UTF_8)).toString();
  }

  /** Of docs only what the program needs: the rest may want libraries that are not here. */
  private void compile(Path classes, List<Path> path) throws IOException {
    Files.createDirectories(classes);
    List<String> words = new ArrayList<>(List.of("--release", release, "-encoding", "UTF-8", "-g"));
    words.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    words.addAll(List.of("-cp", join(path), "-sourcepath", join(List.of(docs(), judge()))));
    words.add(docs().resolve(program.replace('.', '/') + ".java").toString());
    Sources.below(judge()).forEach(file -> words.add(file.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    if (code != 0) {
      System.exit(1); // javac has said why
    }
  }

  /** Folders and archives as one text, as a command wants it. */
  static String join(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
