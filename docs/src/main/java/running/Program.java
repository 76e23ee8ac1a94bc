package running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.Source;
import project.Step;

/**
 * A server that can be run.
 *
 * @param name {@code "mine"} for the learner's own, or the number of a listing: {@code "02"}
 */
public record Program(Step step, String name) {

  private static final String MINE = "mine";
  private static final Pattern LISTING = Pattern.compile("Listing(\\d\\d)\\.java");

  public static Program mine(Step step) {
    return new Program(step, MINE);
  }

  /** The learner's own server, and the listings of the step. */
  public static List<Program> of(Step step) {
    List<Program> all = new ArrayList<>(List.of(mine(step)));
    try (Stream<Path> files = Files.list(step.listings())) {
      files
          .map(file -> LISTING.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(found -> new Program(step, found.group(1)))
          .sorted((a, b) -> a.name.compareTo(b.name))
          .forEach(all::add);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  public boolean isMine() {
    return name.equals(MINE);
  }

  public String title() {
    return isMine() ? "Your server" : "Listing " + name;
  }

  /** Tells it from all others: {@code "4/mine"}, {@code "4/07"}. */
  public String key() {
    return step.number() + "/" + name;
  }

  String mainClass() {
    return isMine() ? "exercise.WebServer" : "listings.Listing" + name;
  }

  /** Its code, as it is now. */
  Source source() {
    if (isMine()) {
      return Source.of(step.exercise());
    }
    String file = "Listing" + name + ".java";
    return new Source(Map.of(file, Source.read(step.listings().resolve(file))));
  }
}
