package running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** However much a server prints, what is kept of it is little, and the last of it. */
class OutputTest {

  private final Output output = new Output();

  private int size() {
    return output.chunks().stream().mapToInt(chunk -> chunk.text().length()).sum();
  }

  @Test
  void tellsTheStreamsApartAndKeepsTheirOrder() {
    output.add(false, "one\n");
    output.add(false, "two\n");
    output.add(true, "three\n");
    output.add(false, "four\n");
    assertEquals(List.of(), output.chunks());

    assertTrue(output.flush());
    assertEquals(
        List.of(
            new Chunk(1, false, "one\ntwo\n"),
            new Chunk(2, true, "three\n"),
            new Chunk(3, false, "four\n")),
        output.chunks());
    assertFalse(output.flush());
  }

  @Test
  void handsOverTheLastOfWhatComesTooFast() {
    for (int i = 0; i < 10_000; i++) {
      output.add(i % 2 == 0, "line " + i + "\n");
    }
    output.flush();

    List<Chunk> chunks = output.chunks();
    assertTrue(
        chunks.get(0).text().contains(" characters are left out"), chunks.get(0).text());
    assertTrue(size() < Output.MOST_AT_ONCE + 100, "" + size());
    assertEquals("line 9999\n", chunks.get(chunks.size() - 1).text());
  }

  @Test
  void keepsTheLastPieces() {
    for (int i = 0; i < 100; i++) {
      output.add(false, (i % 10 + "").repeat(1_000));
      output.flush();
    }
    List<Chunk> chunks = output.chunks();
    assertEquals(Output.MOST_KEPT, size());
    assertEquals(100, chunks.get(chunks.size() - 1).number());
    assertEquals("9".repeat(1_000), chunks.get(chunks.size() - 1).text());

    output.clear();
    assertEquals(0, size());
    output.add(false, "new");
    output.flush();
    assertEquals(101, output.chunks().get(0).number());
  }
}
