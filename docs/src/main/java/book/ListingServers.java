package book;

import engine.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.ChildProcess;
import project.Project;
import project.Step;

/** The servers of listings and the sturdy one, each started when it is first asked for. */
final class ListingServers implements AutoCloseable {

  static final String STURDY = "sturdy";

  private static final Pattern LISTENS = Pattern.compile(
      "(Listing \\d\\d|Sturdy server)\\. Listening on http://127\\.0\\.0\\.1:(\\d+)");

  private final Path folder;
  private final Map<String, ChildProcess> running = new HashMap<>();

  /**
   * @param folder the copy of the project that has the listings
   */
  ListingServers(Path folder) {
    this.folder = folder;
  }

  /**
   * The port of a listing's server.
   *
   * @param listing its number, two digits; or {@link #STURDY}
   */
  int port(String listing) throws Mismatch, NotReplayed, IOException, InterruptedException {
    if (!running.containsKey(listing)) {
      Command program = listing.equals(STURDY) ? sturdy() : program(listing);
      running.put(listing, ChildProcess.start(program.in(folder, Map.of("7878", "0"))));
    }
    ChildProcess server = running.get(listing);
    server.await(lines -> !lines.isEmpty(), Terminal.LIMIT);
    Matcher line = LISTENS.matcher(server.toString());
    if (!line.lookingAt() || !line.group(1).endsWith(listing.equals(STURDY) ? "server" : listing)) {
      throw new Mismatch(0, listing, "this server does not start: " + server, "mend the server");
    }
    return Integer.parseInt(line.group(2));
  }

  private Command program(String listing) throws Mismatch {
    for (Step step : Step.values()) {
      String file = step.module() + "/src/main/java/listings/Listing" + listing + ".java";
      if (Files.exists(folder.resolve(file))) {
        return new Command(List.of("java", "-cp", step.module() + "/src/main/resources", file));
      }
    }
    throw new Mismatch(0, "listing=" + listing, "there is no such listing", "name one of 01 to 25");
  }

  private Command sturdy() {
    Path classes = Project.newFolder(STURDY);
    Path sources = Step.STEP5.folder().resolve("src/main/java/beyond");
    Compiler.compile(Project.javaFiles(sources), List.of(), classes);
    String path = Project.classPath(List.of(classes, Step.STEP5.pages()));
    return new Command(
        List.of("java", "-Dport=0", "-Dlog=off", "-cp", path, "beyond.SturdyServer"));
  }

  @Override
  public void close() {
    running.values().forEach(ChildProcess::close);
  }
}
