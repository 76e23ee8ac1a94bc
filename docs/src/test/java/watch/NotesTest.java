package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watch.Notes.Note;

/** What a reader writes is there after a restart, whatever it is. */
class NotesTest {

  private static final String PAGE = "docs/step01-listen.md";
  private static final String TEXT = " \"=#!\\\n\ttwo lines: Привет, 😀 ";

  @TempDir
  Path folder;

  private Notes notes() {
    return new Notes(folder.resolve("new/notes"));
  }

  @Test
  void survivesARestart() {
    Notes notes = notes();
    notes.write(PAGE, "why", TEXT);
    notes.choose(PAGE, "which", "B");
    notes.open(PAGE, "why", true);
    notes.place(PAGE, "predict");

    Notes next = notes();
    assertEquals(new Note(TEXT, "", true), next.of(PAGE, "why"));
    assertEquals(new Note("", "B", false), next.of(PAGE, "which"));
    assertEquals(new Note("", "", false), next.of("docs/step02-read-request.md", "why"));
    assertEquals("predict", next.place(PAGE));
    assertEquals(PAGE, next.lastPage());
    assertEquals("", next.trouble());
  }

  @Test
  void mayBeThoseOfTwoPrograms() {
    Notes one = notes();
    Notes two = notes();
    one.write(PAGE, "why", "one");
    two.write(PAGE, "how", "two");
    one.write(PAGE, "what", "three");
    Notes next = notes();
    assertEquals("one", next.of(PAGE, "why").text());
    assertEquals("two", next.of(PAGE, "how").text());
    assertEquals("three", next.of(PAGE, "what").text());
  }

  @Test
  void saysWhenNothingIsKept() throws Exception {
    Files.writeString(folder.resolve("new"), "a file in the place of the folder");
    Notes notes = notes();
    notes.write(PAGE, "why", TEXT);
    assertTrue(notes.trouble().startsWith("This is not kept: "), notes.trouble());
    assertEquals(TEXT, notes.of(PAGE, "why").text());

    Files.delete(folder.resolve("new"));
    notes.write(PAGE, "how", TEXT);
    assertEquals("", notes.trouble());
    assertEquals(TEXT, notes().of(PAGE, "why").text());
  }
}
