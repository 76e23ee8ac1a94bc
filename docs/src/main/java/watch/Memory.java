package watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import judge.events.Task;

/**
 * What is remembered of a step from one start to the next: with which files a task has passed, how
 * long that took, how many hints are open. It is a file, and does without it when it cannot be read
 * or written. Several programs may have the same one.
 */
final class Memory {

  private static final int MOST_PASSED = 20;
  private static final String FORMAT = "format";

  private final Path file;
  private Properties known = new Properties();
  private final Set<String> changed = new LinkedHashSet<>();
  private String trouble = "";

  Memory(Path file) {
    this.file = file;
    try {
      known = read();
    } catch (IOException | IllegalArgumentException e) {
      trouble = "What passed before is judged again: " + file + " cannot be read (" + e + ").";
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

  /**
   * Whether a task has passed.
   *
   * @param files a hash of the learner's files, and of those that judge them
   */
  synchronized boolean hasPassed(Task task, String files) {
    return passed(task).contains(files);
  }

  synchronized boolean hasEverPassed(Task task) {
    return !passed(task).isEmpty();
  }

  private List<String> passed(Task task) {
    String all = known.getProperty(key(task, "passed"), "");
    return all.isBlank() ? List.of() : List.of(all.strip().split("\\s+"));
  }

  /** How long a task took when it last passed; 0 if that is not known. */
  synchronized long millis(Task task) {
    return number(key(task, "millis"));
  }

  synchronized int hints(Task task) {
    return (int) number(key(task, "hints"));
  }

  synchronized void passed(Task task, String files, long millis) {
    List<String> all = new ArrayList<>(passed(task));
    all.remove(files);
    all.add(0, files);
    put(key(task, "passed"), String.join(" ", all.subList(0, Math.min(all.size(), MOST_PASSED))));
    put(key(task, "millis"), Long.toString(millis));
  }

  /** It has passed with these files before, but does not now. */
  synchronized void failed(Task task, String files) {
    if (hasPassed(task, files) && passed(task).size() > 1) {
      List<String> all = new ArrayList<>(passed(task));
      all.remove(files);
      put(key(task, "passed"), String.join(" ", all));
    } else if (hasPassed(task, files)) {
      put(key(task, "passed"), "before");
    }
  }

  synchronized void hints(Task task, int count) {
    put(key(task, "hints"), Integer.toString(count));
  }

  private static String key(Task task, String what) {
    return task.number() + "." + what;
  }

  private void put(String key, String value) {
    if (!value.equals(known.put(key, value))) {
      changed.add(key);
    }
  }

  private long number(String key) {
    try {
      return Math.max(0, Long.parseLong(known.getProperty(key, "0")));
    } catch (NumberFormatException e) {
      return 0; // somebody has written nonsense
    }
  }

  /** Writes what has changed; what another program has written of other tasks stays. */
  synchronized void write() {
    if (changed.isEmpty()) {
      return;
    }
    Properties all = readIfPossible();
    changed.forEach(key -> all.put(key, known.getProperty(key)));
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
      trouble =
          "What passes now is judged again next time: " + file + " cannot be written (" + e + ").";
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
