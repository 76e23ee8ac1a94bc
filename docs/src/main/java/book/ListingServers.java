package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.ChildProcess;
import project.Step;

/** The servers of listings, each started when it is first asked for. */
final class ListingServers implements AutoCloseable {

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
   * @param listing its number, two digits
   */
  int port(String listing) throws Mismatch, NotReplayed, IOException, InterruptedException {
    if (!running.containsKey(listing)) {
      ProcessBuilder program = program(listing).in(folder, Map.of("7878", "0"));
      running.put(listing, ChildProcess.start(program));
    }
    ChildProcess server = running.get(listing);
    server.await(lines -> !lines.isEmpty(), Terminal.LIMIT);
    Matcher line = Pattern.compile(
            "Listing " + listing + "\\. Listening on http://127\\.0\\.0\\.1:(\\d+)")
        .matcher(server.toString());
    if (!line.lookingAt()) {
      throw new Mismatch("listing " + listing + " does not start: " + server.lines());
    }
    return Integer.parseInt(line.group(1));
  }

  private Command program(String listing) throws Mismatch {
    for (Step step : Step.values()) {
      String file = step.module() + "/src/main/java/listings/Listing" + listing + ".java";
      if (Files.exists(folder.resolve(file))) {
        return new Command(List.of("java", "-cp", step.module() + "/src/main/resources", file));
      }
    }
    throw new Mismatch("there is no listing " + listing);
  }

  @Override
  public void close() {
    running.values().forEach(ChildProcess::close);
  }
}
