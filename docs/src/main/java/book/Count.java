package book;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
  QUIZZES("questions with options"),
  SKETCHES("sketches, not proven");

  private static final Path FILE = Project.ROOT.resolve("docs/target/proof/book.properties");

  private final String words;
  private final AtomicInteger number = new AtomicInteger();

  Count(String words) {
    this.words = words;
  }

  public void add(int more) {
    number.addAndGet(more);
  }

  /** Leaves the numbers for {@link #sentence()}, which another process calls. */
  public static void write() throws IOException {
    Properties numbers = new Properties();
    for (Count count : values()) {
      numbers.setProperty(count.name(), count.number.toString());
    }
    Files.createDirectories(FILE.getParent());
    try (Writer out = Files.newBufferedWriter(FILE)) {
      numbers.store(out, null);
    }
  }

  /** What was proven of the book. */
  public static String sentence() throws IOException {
    Properties numbers = new Properties();
    try (Reader in = Files.newBufferedReader(FILE)) {
      numbers.load(in);
    }
    return Arrays.stream(values())
        .map(count -> numbers.getProperty(count.name()) + " " + count.words)
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }
}
