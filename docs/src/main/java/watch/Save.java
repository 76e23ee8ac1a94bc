package watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import project.Source;
import project.Step;
import start.Sources;

/**
 * What a learner has saved.
 *
 * @param source the Java files
 * @param pages a hash of the step's pages
 */
public record Save(Source source, String pages) {

  /**
   * Looks at the files of a step, as they are now.
   *
   * @return null if one of them went away, or could not be read, meanwhile
   */
  static Save look(Step step) {
    return look(step.exercise(), step.pages());
  }

  static Save look(Path folder, Path pages) {
    try {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Path file : Files.isDirectory(folder) ? Sources.in(folder) : List.<Path>of()) {
        // A byte that is no UTF-8 is no reason to judge nothing.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        texts.put(file.getFileName().toString(), text);
      }
      return new Save(new Source(texts), hash(pages));
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  private static String hash(Path pages) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(pages)) {
      try (Stream<Path> all = Files.walk(pages)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(pages.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return Hash.of(files);
  }

  /** The same for the same files. */
  String hash() {
    Map<String, byte[]> files = new TreeMap<>();
    source.files().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    files.put("/pages", pages.getBytes(StandardCharsets.UTF_8));
    return Hash.of(files);
  }
}
