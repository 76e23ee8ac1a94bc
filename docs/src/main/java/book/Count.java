package book;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import project.Project;

/** What the proof of the book has looked at, for its last lines. */
public enum Count {
  PAGES("pages"),
  LABS("labs"),
  SNIPPETS("snippets"),
  COMMANDS("commands"),
  LAB_LINES("lines in the lab"),
  EXCHANGES("exchanges of bytes"),
  EDITS("edits"),
  HINTS("third hints and puzzles"),
  LINKS("links"),
  REFERENCES("references"),
  SECTIONS("sections of RFCs"),
  NUMBERS("numbers in sentences"),
  SAID("commands and calls in sentences"),
  NAMES("texts in code marks"),
  QUIZZES("questions with options"),
  DIAGRAMS("diagrams that were run"),
  SKETCHES("sketches, not proven");

  private static final Path FOLDER = Project.ROOT.resolve("docs/target/proof/book");

  /** Whether a thread looks at something for the second time. */
  private static final ThreadLocal<Boolean> IS_COUNTED = ThreadLocal.withInitial(() -> false);

  private final String words;
  private final AtomicInteger number = new AtomicInteger();

  Count(String words) {
    this.words = words;
  }

  /** Counts what this thread looks at. */
  public void add(int more) {
    number.addAndGet(IS_COUNTED.get() ? 0 : more);
  }

  /** What this thread looks at from now on has been counted already, or has not. */
  public static void isCounted(boolean isCounted) {
    IS_COUNTED.set(isCounted);
  }

  /**
   * Leaves the numbers for {@link #sentence()}, which another process calls.
   *
   * @param counter who has counted
   */
  public static void write(Class<?> counter) throws IOException {
    Properties numbers = new Properties();
    for (Count count : values()) {
      numbers.setProperty(count.name(), count.number.toString());
    }
    Files.createDirectories(FOLDER);
    try (Writer out = Files.newBufferedWriter(FOLDER.resolve(counter.getSimpleName()))) {
      numbers.store(out, null);
    }
  }

  /**
   * What was proven of the book. Each number is that of the one who counts it.
   *
   * @throws IllegalStateException if there is something that nobody has counted
   */
  public static String sentence() throws IOException {
    List<Properties> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER)) {
      for (Path file : files) {
        Properties numbers = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          numbers.load(in);
        }
        all.add(numbers);
      }
    }
    return Arrays.stream(values()).map(count -> count.in(all)).collect(joining(", "));
  }

  private String in(List<Properties> all) {
    int most = all.stream()
        .mapToInt(numbers -> Integer.parseInt(numbers.getProperty(name(), "0")))
        .max()
        .orElse(0);
    if (most == 0) {
      throw new IllegalStateException("no " + words + " have been counted");
    }
    return most + " " + words;
  }
}
