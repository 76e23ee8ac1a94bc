package load;

import static java.nio.charset.StandardCharsets.UTF_8;

import engine.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import load.Contender.Running;
import project.Project;
import project.Step;

/**
 * Measures servers side by side, and leaves the results in {@code docs/src/load/results.csv}.
 *
 * <p>{@code mvn -pl docs test-compile exec:java@load} with {@code -Drounds=5}, {@code -Dseconds=2},
 * {@code -Dservers=25,Sturdy} for those whose names have one of these words, and
 * {@code -Drust=PATH} for a program that listens on the port that is its only argument.
 */
public final class Load {

  static final Path SLEEP_SCRIPT = Project.ROOT.resolve("docs/src/load/sleep.lua");

  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int SECONDS = Integer.getInteger("seconds", 2);
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path PAGES = Step.STEP5.pages();

  private Load() {}

  /** Measures all scenarios, one round after the other, the servers in another order each time. */
  public static void main(String[] args) throws Exception {
    List<Contender> servers = new ArrayList<>(servers());
    String[] wanted = System.getProperty("servers", "").split(",");
    servers.removeIf(server -> List.of(wanted).stream().noneMatch(server.name()::contains));
    Results results = new Results();
    List<Running> running = new ArrayList<>();
    try {
      for (Contender server : servers) {
        running.add(warmedUp(server));
      }
      Random random = new Random(1);
      for (int round = 1; round <= ROUNDS; round++) {
        for (Scenario scenario : Scenario.ALL) {
          List<Integer> order = new ArrayList<>();
          for (int i = 0; i < servers.size(); i++) {
            order.add(i);
          }
          Collections.shuffle(order, random);
          order.removeIf(i -> !servers.get(i).takes(scenario));
          for (int i : order) {
            results.add(round, scenario, measure(servers, running, i, scenario));
          }
        }
        System.out.println("round " + round + " of " + ROUNDS + " is done");
      }
    } finally {
      running.forEach(Running::close);
    }
    results.write();
    Report.main(args);
  }

  /** So that the JVM has compiled what is called often; a server that did not survive is new. */
  private static Running warmedUp(Contender server) throws IOException, InterruptedException {
    Running running = server.start();
    Wrk.run(running.port(), new Scenario(8, false, false), SECONDS);
    Wrk.run(running.port(), new Scenario(8, true, false), SECONDS);
    if (running.isUp()) {
      return running;
    }
    running.close();
    return server.start();
  }

  private static Results.Row measure(
      List<Contender> servers, List<Running> running, int i, Scenario scenario)
      throws IOException, InterruptedException {
    Contender server = servers.get(i);
    boolean isNew = scenario.sleeps(); // the other one would sleep on in the next scenario
    Running one = isNew ? server.start() : running.get(i);
    double[] before = one.processorSeconds();
    Wrk.Figures figures = Wrk.run(one.port(), scenario, scenario.seconds(SECONDS));
    double[] after = one.processorSeconds();
    double perAnswer = figures.answers() == 0 ? 0 : 1e6 / figures.answers();
    double megabytes = one.megabytes();
    boolean isUp = one.isUp();
    if (isNew) {
      one.close();
    } else if (!isUp) {
      one.close();
      running.set(i, warmedUp(server));
    }
    return new Results.Row(
        server.name(),
        figures,
        (after[0] - before[0]) * perAnswer,
        (after[1] - before[1]) * perAnswer,
        megabytes,
        isUp);
  }

  // ---- the servers ----

  private static List<Contender> servers() throws IOException {
    Path classes = Project.newFolder("servers");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("listings", "beyond")) {
      files.addAll(Project.javaFiles(Step.STEP5.folder().resolve("src/main/java/" + folder)));
    }
    Path listing9 = Step.STEP4.folder().resolve("src/main/java/listings/Listing09.java");
    files.add(listing9);
    Compiler.compile(files, List.of(), classes);

    List<Contender> servers = new ArrayList<>();
    servers.add(java("Listing 9", classes, "listings.Listing09"));
    servers.add(java("Listing 11", classes, "listings.Listing11"));
    servers.add(java("Listing 25", classes, "listings.Listing25"));
    for (Change change : Change.ALL) {
      servers.add(java(Contender.CHANGED + change.name(), compiled(change), "listings.Listing25"));
    }
    for (String pool : List.of("ours", "queue", "executor", "virtual")) {
      servers.add(
          java("Sturdy, " + pool, classes, "beyond.SturdyServer", "-Dpool=" + pool, "-Dlog=off"));
    }
    servers.add(jdk());
    if (Files.isExecutable(Path.of("/usr/sbin/nginx"))) {
      servers.add(nginx());
    }
    String rust = System.getProperty("rust");
    if (rust != null) {
      servers.add(new Contender("Rust", port -> List.of(rust, Integer.toString(port))));
    }
    return servers;
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
        return List.of("/usr/sbin/nginx", "-p", folder.toString(), "-c", file.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
