package project;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import start.Sources;

/** A learner's files: text by file name. */
public record Source(Map<String, String> files) {

  /** The Java files of a folder. */
  public static Source of(Path folder) {
    try {
      return new Source(Sources.in(folder).stream()
          .collect(toMap(
              file -> file.getFileName().toString(),
              Source::read,
              (a, b) -> a,
              LinkedHashMap::new)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** These files, with those of the other in place of the ones of the same name. */
  public Source with(Source other) {
    Map<String, String> all = new LinkedHashMap<>(files);
    all.putAll(other.files);
    return new Source(all);
  }

  /**
   * The source with one change.
   *
   * @param before text that the file must have exactly once
   */
  public Source replace(String file, String before, String after) {
    String text = files.get(file);
    if (text == null) {
      throw new IllegalArgumentException("there is no file " + file + " in " + files.keySet());
    }
    int at = text.indexOf(before);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not have this text: " + before);
    }
    if (text.indexOf(before, at + 1) >= 0) {
      throw new IllegalArgumentException(file + " has this text more than once: " + before);
    }
    String changed = text.substring(0, at) + after + text.substring(at + before.length());
    return with(new Source(Map.of(file, changed)));
  }
}
