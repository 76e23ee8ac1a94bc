package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import judge.events.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Source;

/** What passed is remembered, and a memory that is lost or spoiled ends nothing. */
class MemoryTest {

  private static final Task ONE = new Task("1.1", "title", true, "method");
  private static final Task TWO = new Task("1.2", "title", true, "method");

  @TempDir
  Path folder;

  private Path file() {
    return folder.resolve("memory/file");
  }

  @Test
  void survivesARestart() {
    Memory memory = new Memory(file());
    memory.passed(ONE, "a", 120);
    memory.passed(ONE, "b", 130);
    memory.hints(TWO, 2);
    memory.write();

    Memory next = new Memory(file());
    assertTrue(next.hasPassed(ONE, "a"));
    assertTrue(next.hasPassed(ONE, "b"));
    assertFalse(next.hasPassed(ONE, "c"));
    assertEquals(130, next.millis(ONE));
    assertEquals(2, next.hints(TWO));
    assertFalse(next.hasEverPassed(TWO));
    assertEquals("", next.trouble());
  }

  @Test
  void forgetsAFlakyVerdictButNotThatItPassedOnce() {
    Memory memory = new Memory(file());
    memory.passed(ONE, "a", 1);
    memory.failed(ONE, "a");
    assertFalse(memory.hasPassed(ONE, "a"));
    assertTrue(memory.hasEverPassed(ONE));
  }

  @Test
  void doesNotGrowForEver() throws Exception {
    Memory memory = new Memory(file());
    for (int i = 0; i < 1_000; i++) {
      memory.passed(ONE, "some-hash-" + i, 1);
    }
    memory.write();
    assertTrue(Files.size(file()) < 1_000, Files.readString(file()));
    assertTrue(new Memory(file()).hasPassed(ONE, "some-hash-999"));
  }

  @Test
  void beginsAnewWhenItIsSpoiled() throws Exception {
    Files.createDirectories(folder.resolve("memory"));
    for (String nonsense : List.of("\\u12", "", "half of a li", "\0\1\2")) {
      Files.writeString(file(), nonsense);
      Memory memory = new Memory(file());
      assertTrue(memory.trouble().startsWith("What passed before is judged again: "));
      assertTrue(memory.trouble().endsWith("."));

      memory.passed(ONE, "a", 1);
      memory.write();
      assertEquals("", memory.trouble());
      assertTrue(new Memory(file()).hasPassed(ONE, "a"));
    }
  }

  @Test
  void takesNonsenseForNothing() throws Exception {
    Files.createDirectories(folder.resolve("memory"));
    Files.writeString(file(), "format=1\n1.1.millis=soon\n1.1.hints=-7\n1.1.passed=\n");
    Memory memory = new Memory(file());
    assertEquals(0, memory.millis(ONE));
    assertEquals(0, memory.hints(ONE));
    assertFalse(memory.hasEverPassed(ONE));
  }

  @Test
  void goesOnWhenItCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve("memory"), "a file in the place of the folder");
    Memory memory = new Memory(file());
    memory.passed(ONE, "a", 1);
    memory.write();
    assertTrue(memory.trouble().startsWith("What passes now is judged again next time: "));
    assertTrue(memory.hasPassed(ONE, "a"));

    Files.delete(folder.resolve("memory"));
    memory.write();
    assertEquals("", memory.trouble());
    assertTrue(new Memory(file()).hasPassed(ONE, "a"));
  }

  @Test
  void mayBeThatOfTwoPrograms() throws Exception {
    List<Thread> programs = new ArrayList<>();
    for (Task task : List.of(ONE, TWO)) {
      Memory memory = new Memory(file());
      programs.add(new Thread(() -> {
        for (int i = 0; i < 100; i++) {
          memory.passed(task, task.number() + "." + i, i);
          memory.write();
        }
      }));
    }
    programs.forEach(Thread::start);
    for (Thread program : programs) {
      program.join();
    }
    Memory memory = new Memory(file());
    assertEquals("", memory.trouble());
    assertTrue(memory.hasPassed(ONE, "1.1.99") || memory.hasPassed(TWO, "1.2.99"));
    try (Stream<Path> files = Files.list(folder.resolve("memory"))) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void hasACopyOfEachSave() {
    Copies copies = new Copies(folder.resolve("saves"));
    copies.add(source("one"));
    copies.add(source("one"));
    copies.add(source("two"));
    copies.add(new Source(Map.of()));

    assertEquals(2, copies.names().size());
    assertEquals(source("one"), copies.source(copies.names().get(0)));
    assertEquals(source("two"), copies.source(copies.names().get(1)));
    assertEquals("", copies.trouble());
  }

  @Test
  void dropsTheOldestCopies() throws Exception {
    for (int i = 1; i <= Copies.MOST; i++) {
      Files.createDirectories(folder.resolve(String.format("saves/2000-01-01T00-00-00.%03d", i)));
    }
    Copies copies = new Copies(folder.resolve("saves"));
    copies.add(source("new"));

    assertEquals(Copies.MOST, copies.names().size());
    assertEquals("2000-01-01T00-00-00.002", copies.names().get(0));
    assertEquals(source("new"), copies.source(copies.names().get(Copies.MOST - 1)));
  }

  @Test
  void goesOnWithoutCopies() throws Exception {
    Files.writeString(folder.resolve("saves"), "a file in the place of the folder");
    Copies copies = new Copies(folder.resolve("saves"));
    copies.add(source("one"));
    assertTrue(copies.trouble().startsWith("This save is not copied: "), copies.trouble());
    assertEquals(List.of(), copies.names());
  }

  private static Source source(String text) {
    return new Source(Map.of("WebServer.java", text));
  }
}
