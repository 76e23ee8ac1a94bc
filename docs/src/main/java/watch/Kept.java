package watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;

/**
 * A file of names and values. It does without the file when that cannot be read or written. Several
 * programs may have the same one.
 */
final class Kept {

  private static final String FORMAT = "format";

  private final Path file;
  private final String notWritten;
  private Properties known = new Properties();
  private final Set<String> changed = new LinkedHashSet<>();
  private String trouble = "";

  /**
   * @param notRead what it means when the file cannot be read, such as "All begins anew"
   * @param notWritten what it means when it cannot be written
   */
  Kept(Path file, String notRead, String notWritten) {
    this.file = file;
    this.notWritten = notWritten;
    try {
      known = read();
    } catch (IOException | IllegalArgumentException e) {
      trouble = notRead + ": " + file + " cannot be read (" + e + ").";
    }
  }

  private Properties read() throws IOException {
    Properties read = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, UTF_8)) {
        read.load(in);
      }
      if (!read.containsKey(FORMAT)) {
        throw new IllegalArgumentException("this is something else");
      }
    }
    return read;
  }

  /** What is wrong with the file, in a sentence; empty if nothing is. */
  synchronized String trouble() {
    return trouble;
  }

  /** The value of a name; empty without one. */
  synchronized String get(String name) {
    return known.getProperty(name, "");
  }

  synchronized void put(String name, String value) {
    if (!value.equals(known.put(name, value))) {
      changed.add(name);
    }
  }

  /** Writes what has changed; what another program has written under other names stays. */
  synchronized void write() {
    if (changed.isEmpty()) {
      return;
    }
    Properties all = readIfPossible();
    changed.forEach(name -> all.put(name, known.getProperty(name)));
    all.put(FORMAT, "1");
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "draft", "");
      try (Writer out = Files.newBufferedWriter(draft, UTF_8)) {
        all.store(out, null);
      }
      Replace.file(draft, file);
      known = all;
      trouble = "";
      changed.clear();
    } catch (IOException e) {
      trouble = notWritten + ": " + file + " cannot be written (" + e + ").";
    }
  }

  private Properties readIfPossible() {
    try {
      return read();
    } catch (IOException | IllegalArgumentException e) {
      return new Properties();
    }
  }
}
