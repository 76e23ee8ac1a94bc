package watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import project.Source;
import project.Tree;

/** A copy of the learner's Java files at each save, of the last ones. */
public final class Copies {

  static final int MOST = 100;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSSSSS");

  private final Path folder;
  private String trouble = "";

  Copies(Path folder) {
    this.folder = folder;
  }

  /** What is wrong, in a sentence; empty if nothing is. */
  synchronized String trouble() {
    return trouble;
  }

  /** The names of the copies, the oldest first: when the files were saved. */
  public synchronized List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> !name.startsWith("draft"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  public synchronized Source source(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException("there is no copy " + name);
    }
    return Source.of(folder.resolve(name));
  }

  /** Keeps a copy, if there is none yet that is the last one. */
  synchronized void add(Source source) {
    try {
      List<String> names = names();
      if (source.files().isEmpty()
          || (!names.isEmpty() && source(names.get(names.size() - 1)).equals(source))) {
        return;
      }
      write(source);
      names = names();
      for (String old : names.subList(0, Math.max(0, names.size() - MOST))) {
        Tree.delete(folder.resolve(old));
      }
      trouble = "";
    } catch (IOException | IllegalStateException e) {
      trouble = "This save is not copied: " + folder + " cannot be written (" + e + ").";
    }
  }

  private void write(Source source) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempDirectory(folder, "draft");
    for (Map.Entry<String, String> file : source.files().entrySet()) {
      Files.writeString(draft.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
    Replace.file(draft, folder.resolve(NAME.format(LocalDateTime.now())));
  }
}
