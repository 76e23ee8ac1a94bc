package rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import project.Step;

/**
 * The files that a reader may have, by name. A name is looked up in a list: nothing else is ever
 * opened, whatever a name says.
 *
 * @param root the project's folder
 */
public record Library(Path root) {

  private static final String STATIC = "docs/src/main/resources/live";
  private static final String DRAWINGS = STATIC + "/drawings";

  /**
   * A file of the library.
   *
   * @param name its path from the project's folder, with slashes
   */
  public record Item(String name, Path file) {

    public boolean isPage() {
      return name.endsWith(".md");
    }

    /** Whether it is a file of a step: its text is shown as that of a page. */
    public boolean isSource() {
      return name.startsWith("step");
    }

    /** What follows the last dot of its name. */
    public String ending() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    public byte[] bytes() throws IOException {
      return Files.readAllBytes(file);
    }
  }

  /** The pages and their pictures, what they are made of, and what the steps show. */
  private Map<String, Item> items() {
    Map<String, Item> items = new TreeMap<>();
    add(items, "README.md", "", root);
    add(items, ".*\\.md", "docs/", root.resolve("docs"));
    add(items, ".*\\.(png|svg)", "docs/images/", root.resolve("docs/images"));
    add(items, ".*\\.(js|css|svg)", "live/", root.resolve(STATIC));
    add(items, ".*\\.js", "live/highlight/", root.resolve(STATIC + "/highlight"));
    for (Step step : Step.values()) {
      for (String folder :
          List.of("main/java/listings", "broken/java/listings", "main/resources")) {
        String prefix = step.module() + "/src/" + folder + "/";
        add(items, "Listing\\d\\d\\.java|.*\\.html", prefix, root.resolve(prefix));
      }
    }
    return items;
  }

  private static void add(Map<String, Item> items, String names, String prefix, Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return; // a link may lead out of the project
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> file.getFileName().toString().matches(names))
          .map(file -> new Item(prefix + file.getFileName(), file))
          .forEach(item -> items.put(item.name(), item));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<Item> find(String name) {
    return Optional.ofNullable(items().get(name));
  }

  public List<Item> pages() {
    return items().values().stream().filter(Item::isPage).toList();
  }

  /** A mermaid picture, drawn for one of the themes; empty if it is not drawn yet. */
  Optional<String> drawing(String name) throws IOException {
    Path file = root.resolve(DRAWINGS).resolve(name + ".svg");
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /** The frame of every page. */
  String frame() throws IOException {
    return Files.readString(root.resolve(STATIC).resolve("page.html"));
  }
}
