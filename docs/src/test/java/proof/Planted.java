package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Finding;
import book.Page;
import book.Replay;
import book.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A page on which something untrue is planted, and what the proof says of it. */
final class Planted {

  private static final String NAME = "docs/planted.md";

  /** One copy for all that change nothing in it. */
  private static final Path COPY = copy();

  private Planted() {}

  private static Path copy() {
    try {
      return Scratch.copy();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Page page(String text) {
    return Page.of(NAME, text);
  }

  /** What is wrong with the blocks of this text. */
  static Wrong proven(String text) throws Exception {
    Page page = page(text);
    var wrong = new Wrong(page);
    try (Replay replay = new Replay(page, COPY)) {
      page.fences().forEach(fence -> wrong.look(fence, replay));
    }
    return wrong;
  }

  static void assertTrueBlocks(String text) throws Exception {
    assertEquals(List.of(), proven(text).findings());
  }

  /** The lie is told with its page, its line, and these words. */
  static void assertFound(String text, int line, String... words) throws Exception {
    assertFound(proven(text).findings(), line, words);
  }

  static void assertFound(List<Finding> findings, int line, String... words) {
    String told = Finding.text(findings);
    assertTrue(told.contains("\n" + NAME + ":" + line + "\n"), told);
    for (String word : words) {
      assertTrue(told.replace("\n    ", "\n").contains(word), told);
    }
  }
}
