package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import judge.seen.Environment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import project.Source;

/** A save is noticed however it is made, once, and never half of it. */
class SavesTest {

  @TempDir
  Path folder;

  private final List<Save> told = new ArrayList<>();
  private Path java;
  private Path pages;
  private Saves saves;

  @BeforeEach
  void begin() throws Exception {
    java = Files.createDirectory(folder.resolve("java with blanks, # and ä"));
    pages = folder.resolve("pages");
    write("WebServer.java", "one");
    saves = new Saves(() -> Save.look(java, pages), told::add);
    look();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(java.resolve(name), text);
  }

  /** As often as it takes. */
  private void look() {
    saves.look();
    saves.look();
  }

  private void assertTold(Map<String, String> last, int count) {
    assertEquals(count, told.size(), told.toString());
    assertEquals(last, told.get(count - 1).source().files());
  }

  @Test
  void isToldOnceAtFirst() {
    look();
    assertTold(Map.of("WebServer.java", "one"), 1);
  }

  @Test
  void isWhatTwoLooksAgreeOn() throws Exception {
    write("WebServer.java", "");
    saves.look();
    write("WebServer.java", "tw");
    saves.look();
    write("WebServer.java", "two");
    saves.look();
    assertEquals(1, told.size());

    saves.look();
    assertTold(Map.of("WebServer.java", "two"), 2);
  }

  @Test
  void isNoneIfTheOldTextIsBack() throws Exception {
    write("WebServer.java", "half");
    saves.look();
    write("WebServer.java", "one");
    look();
    assertEquals(1, told.size());
  }

  @Test
  void isAnAtomicRename() throws Exception {
    Path draft = Files.writeString(folder.resolve("draft"), "two");
    Files.move(draft, java.resolve("WebServer.java"), StandardCopyOption.ATOMIC_MOVE);
    look();
    assertTold(Map.of("WebServer.java", "two"), 2);
  }

  @Test
  void hasAllFilesOfAnEditor() throws Exception {
    write("WebServer.java", "two");
    write("ThreadPool.java", "new");
    write("WebServer.java~", "one");
    write("._WebServer.java", "what a Mac puts on a stick");
    look();
    assertTold(Map.of("WebServer.java", "two", "ThreadPool.java", "new"), 2);

    Files.delete(java.resolve("ThreadPool.java"));
    look();
    assertTold(Map.of("WebServer.java", "two"), 3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isSeenBesideTheLockOfAnEditor() throws Exception {
    Files.createSymbolicLink(java.resolve(".#WebServer.java"), Path.of("me@here.4711:1")); // Emacs
    write("WebServer.java", "two");
    look();
    assertTold(Map.of("WebServer.java", "two"), 2);
  }

  @Test
  void isWhatGitChecksOut() throws Exception {
    git("init", "-q");
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "one");
    write("WebServer.java", "two");
    look();
    git("checkout", "-q", ".");
    look();
    assertTold(Map.of("WebServer.java", "one"), 3);
  }

  private void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process git =
        Environment.command(command).directory(java.toFile()).inheritIO().start();
    assertEquals(0, git.waitFor());
  }

  @Test
  void isAChangeOfAPage() throws Exception {
    Files.createDirectories(pages.resolve("sub"));
    Files.writeString(pages.resolve("sub/one.html"), "<p>");
    look();
    assertTold(Map.of("WebServer.java", "one"), 2);
    Files.writeString(pages.resolve("sub/one.html"), "<b>");
    look();
    assertEquals(3, told.size());
    assertEquals(3, Set.copyOf(told.stream().map(Save::hash).toList()).size());
  }

  @Test
  void mayBeOfNothing() throws Exception {
    Files.delete(java.resolve("WebServer.java"));
    Files.delete(java);
    look();
    assertTold(Map.of(), 2);
  }

  @Test
  void isNotToldWhileAFileCannotBeRead() throws Exception {
    Files.createDirectory(java.resolve("Folder.java"));
    assertNull(Save.look(java, pages));
    write("WebServer.java", "two");
    look();
    assertEquals(1, told.size());

    Files.delete(java.resolve("Folder.java"));
    look();
    assertTold(Map.of("WebServer.java", "two"), 2);
  }

  @Test
  void mayHaveBytesThatAreNoText() throws Exception {
    Files.write(java.resolve("WebServer.java"), new byte[] {'/', '/', (byte) 0xe4, '\n'});
    look();
    assertTold(Map.of("WebServer.java", "//\ufffd\n"), 2);
  }

  @Test
  void hasAHashOfItsOwn() {
    Save save = new Save(new Source(Map.of("A.java", "text")), "");
    assertEquals(save.hash(), new Save(new Source(Map.of("A.java", "text")), "").hash());
    Set<String> others = Set.of(
        save.hash(),
        new Save(new Source(Map.of("A.java", "texts")), "").hash(),
        new Save(new Source(Map.of("B.java", "text")), "").hash(),
        new Save(new Source(Map.of("A.java", "text")), "page").hash(),
        new Save(new Source(Map.of("A.java", "te", "B.java", "xt")), "").hash());
    assertEquals(5, others.size());
  }
}
