package start;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles the newest code of a step and runs it: what {@code mvn exec:java} does, by start.bsh.
 *
 * @param step the step's folder
 * @param release the version of Java that the code is written for
 * @param port where a server listens
 * @param listing the number of the listing to run, two digits; for the book, whether to open it in
 *     the browser
 * @param form what stands after {@code exec:java@}, or {@code default-cli}
 */
public record Start(Path step, String release, String port, String listing, String form) {

  /**
   * What starts the process in which JShell runs code: on a busy machine that may take a minute.
   */
  public static final List<String> EXECUTION = List.of(
      "--execution",
      "failover:0(jdi:hostname(127.0.0.1),timeout(60000)),1(jdi:launch(true),timeout(60000)),2(jdi)");

  /** Ends the process when the program has ended, or with 1 if it cannot be started. */
  public static void main(String[] words) throws Exception {
    System.setOut(terminal(FileDescriptor.out, "stdout.encoding"));
    System.setErr(terminal(FileDescriptor.err, "stderr.encoding"));
    String[] w = Arrays.stream(words).map(word -> word == null ? "" : word).toArray(String[]::new);
    try {
      new Start(Path.of(w[0]), w[1], w[2], w[3], w[4]).run();
    } catch (Refused e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** The terminal itself: Maven would color it, name it in each line, or close it on Ctrl-C. */
  private static PrintStream terminal(FileDescriptor out, String encoding)
      throws UnsupportedEncodingException {
    String name = System.getProperty(encoding, System.getProperty("native.encoding"));
    return new PrintStream(new FileOutputStream(out), true, name);
  }

  private void run() throws Exception {
    require(
        !step.toString().contains(File.pathSeparator),
        "Java takes \"" + File.pathSeparator
            + "\" for the end of a folder's name. Rename this one: " + step);
    require(
        port.matches("0|[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65_535,
        "-Dport=" + port
            + " is no port: that is a number up to 65535, such as 8080, or 0 for any.");
    System.setProperty("port", port);
    switch (form) {
      case "default-cli" -> runServer("listings/Listing" + listing, "listing " + listing);
      case "mine" -> runServer("exercise/WebServer", "server of your own");
      case "sturdy" -> runServer("beyond/SturdyServer", "sturdy server");
      case "jshell" -> runLab();
      case "watch" -> runWorkbook("watch.Terminal", step.getFileName().toString());
      case "live" -> runWorkbook("live.Live", port, listing);
      default ->
        throw new Refused("There is no exec:java@" + form
            + ". Choose exec:java, or it with @mine, @jshell, @watch, or in step 5 @sturdy.");
    }
  }

  private static void require(boolean condition, String why) throws Refused {
    if (!condition) {
      throw new Refused(why);
    }
  }

  private void runServer(String name, String title) throws Exception {
    Path source = source(name + ".java");
    boolean isListing = name.startsWith("listings");
    if (!Files.exists(source) || isListing && !listing.matches("[0-9]{2}")) {
      String rule = isListing ? ". Listings have two digits, such as 07: see docs/listings.md" : "";
      String owners = owners(name);
      throw new Refused(step.getFileName() + " has no " + title + " to run"
          + (owners.isEmpty() ? rule : "; it is in " + owners) + ".");
    }
    compile(isListing ? List.of(source) : Sources.below(source.getParent()));
    System.exit(Program.run(List.of(classes()), name.replace('/', '.')) ? 0 : 1);
  }

  /** Where the program is that this step does not have. */
  private String owners(String name) throws IOException {
    try (Stream<Path> all = Files.list(step.toAbsolutePath().getParent())) {
      return all.filter(folder -> Files.exists(folder.resolve("src/main/java/" + name + ".java")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .collect(joining(", "));
    }
  }

  /** A listing runs even while your own server does not compile; so does the lab. */
  private void runLab() throws Exception {
    List<Path> sources = new ArrayList<>(Sources.below(source("")));
    sources.removeIf(file -> file.startsWith(source("exercise")));
    compile(sources);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
    List<Path> path = new ArrayList<>(List.of(classes()));
    path.addAll(libraries());
    command.addAll(List.of("--class-path", Workbook.join(path)));
    command.addAll(EXECUTION);
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-R-XX:TieredStopAtLevel=1", "-R-XX:+UseSerialGC"));
    command.addAll(List.of("-R-Dport=" + port, "explore.jsh"));
    var jshell = new ProcessBuilder(command).directory(step.toFile()).inheritIO();
    System.exit(jshell.start().waitFor());
  }

  private void runWorkbook(String program, String... words) throws Exception {
    List<Path> path = new Workbook(step, release, libraries(), program).classPath();
    System.exit(Program.run(path, program, words) ? 0 : 1);
  }

  private Path source(String name) {
    return step.resolve("src/main/java").resolve(name);
  }

  private Path classes() {
    return step.resolve("target/classes");
  }

  /** The libraries that Maven has found for the step's tests. */
  private static List<Path> libraries() throws URISyntaxException {
    List<Path> libraries = new ArrayList<>();
    var maven = (URLClassLoader) Thread.currentThread().getContextClassLoader();
    for (URL url : maven.getURLs()) {
      Path library = Path.of(url.toURI());
      if (Files.isRegularFile(library) && !library.getFileName().toString().startsWith("bsh-")) {
        libraries.add(library);
      }
    }
    return libraries;
  }

  /**
   * What these files need is found by javac. Its messages name the files as one would type them.
   */
  private void compile(List<Path> files) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    List<String> words = new ArrayList<>(List.of("--release", release, "-encoding", "UTF-8", "-g"));
    words.addAll(List.of("-proc:none", "-nowarn", "-d", classes().toString()));
    words.addAll(List.of("-sourcepath", source("").toString()));
    for (Path file : files) {
      words.add((file.startsWith(here) ? here.relativize(file) : file).toString());
    }
    copy(step.resolve("src/main/resources"), classes());
    int code =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
    if (code != 0) {
      System.exit(1); // javac has said why
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (Files.exists(from)) {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = to.resolve(from.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
