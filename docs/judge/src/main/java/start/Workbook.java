package start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The workbook's own code, as far as it watches a step: compiled when it has changed, since that
 * takes seconds.
 *
 * @param step the step's folder, which has the classes, so that no other module need be built
 * @param libraries what Maven has found for the step's tests
 */
record Workbook(Path step, String release, List<Path> libraries) {

  private static final List<String> ROOMS = List.of("project", "engine", "watch");

  /** Where the classes are, and all that they need. */
  List<Path> classPath() throws IOException {
    List<Path> files = new ArrayList<>(sources(judge()));
    for (String room : ROOMS) {
      files.addAll(sources(docs().resolve(room)));
    }
    Path classes = step.resolve("target/watch").resolve(nameOf(files));
    Path mark = classes.resolve("compiled");
    List<Path> path = new ArrayList<>(List.of(classes));
    path.addAll(libraries);
    if (!Files.exists(mark)) {
      System.out.println("Compiling what judges your server, since it has changed ...");
      compile(classes, path);
      Files.createFile(mark);
    }
    return path;
  }

  private Path judge() {
    return step.resolveSibling("docs/judge/src/main/java");
  }

  private Path docs() {
    return step.resolveSibling("docs/src/main/java");
  }

  /** Another one whenever a file or a library is another one. */
  private String nameOf(List<Path> files) throws IOException {
    StringBuilder all = new StringBuilder(release + libraries);
    for (Path file : files) {
      all.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(UTF_8)).toString();
  }

  /** Of the rooms that watch only what is needed: the rest wants libraries that no step has. */
  private void compile(Path classes, List<Path> path) throws IOException {
    Files.createDirectories(classes);
    List<String> words = new ArrayList<>(List.of("--release", release, "-encoding", "UTF-8", "-g"));
    words.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    words.addAll(List.of("-cp", join(path), "-sourcepath", join(List.of(docs(), judge()))));
    words.add(docs().resolve("watch/Terminal.java").toString());
    sources(judge()).forEach(file -> words.add(file.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    if (code != 0) {
      System.exit(1); // javac has said why
    }
  }

  static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Folders and archives as one text, as a command wants it. */
  static String join(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
