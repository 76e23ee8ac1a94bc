package load;

import static java.nio.charset.StandardCharsets.UTF_8;

import engine.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import project.Project;
import project.Step;

/** The servers that are measured side by side. */
final class Contenders {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path PAGES = Step.STEP5.pages();
  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  private Contenders() {}

  static List<Contender> all() throws IOException {
    List<Contender> all = new ArrayList<>(ours());
    all.add(jdk());
    if (Files.isExecutable(NGINX)) {
      all.add(nginx());
    }
    String rust = System.getProperty("rust");
    if (rust != null) {
      all.add(new Contender("Rust", port -> List.of(rust, Integer.toString(port))));
    }
    return all;
  }

  private static List<Contender> ours() throws IOException {
    Path classes = compiled();
    List<Contender> ours = new ArrayList<>();
    ours.add(java("Listing 9", classes, "listings.Listing09"));
    ours.add(java("Listing 11", classes, "listings.Listing11"));
    ours.add(java("Listing 25", classes, "listings.Listing25"));
    for (Change change : Change.ALL) {
      ours.add(java(Contender.CHANGED + change.name(), compiled(change), "listings.Listing25"));
    }
    for (String pool : List.of("ours", "queue", "executor", "virtual")) {
      ours.add(
          java("Sturdy, " + pool, classes, "beyond.SturdyServer", "-Dpool=" + pool, "-Dlog=off"));
    }
    return ours;
  }

  private static Path compiled() {
    Path classes = Project.newFolder("servers");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("listings", "beyond")) {
      files.addAll(Project.javaFiles(Step.STEP5.folder().resolve("src/main/java/" + folder)));
    }
    files.add(Step.STEP4.folder().resolve("src/main/java/listings/Listing09.java"));
    Compiler.compile(files, List.of(), classes);
    return classes;
  }

  private static Path compiled(Change change) throws IOException {
    Path listing = Step.STEP5.folder().resolve("src/main/java/listings/Listing25.java");
    Path source = Project.newFolder("source").resolve("Listing25.java");
    Files.writeString(source, change.applyTo(Files.readString(listing)));
    Path classes = Project.newFolder("changed");
    Compiler.compile(List.of(source), List.of(), classes);
    return classes;
  }

  private static Contender java(String name, Path classes, String main, String... options) {
    String classPath = classes + File.pathSeparator + PAGES;
    return new Contender(name, port -> {
      List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Dport=" + port));
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", classPath, main));
      return command;
    });
  }

  private static Contender jdk() {
    String page = PAGES.resolve("hello.html").toString();
    String classPath =
        JdkServer.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return new Contender(
        "JDK",
        port -> List.of(
            JAVA.toString(),
            "-cp",
            classPath,
            "load.JdkServer",
            Integer.toString(port),
            "4",
            page));
  }

  private static Contender nginx() throws IOException {
    Path folder = Project.newFolder("nginx");
    String text = Files.readString(Project.ROOT.resolve("docs/src/load/nginx.conf"));
    return new Contender("nginx", port -> {
      try {
        Path file = folder.resolve(port + ".conf");
        Files.writeString(
            file,
            text.replace("PORT", Integer.toString(port))
                .replace("PAGES", PAGES.toString())
                .replace("FOLDER", folder.toString()),
            UTF_8);
        return List.of(NGINX.toString(), "-p", folder.toString(), "-c", file.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
