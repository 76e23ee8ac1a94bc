package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;
import project.Step;
import running.Servers;
import trying.LabRooms;

/** What is typed on a page of the book runs in the lab; nothing runs for anybody else. */
class LabTest {

  private static final int PATIENCE = 120; // seconds, on a busy machine
  private static final String DO = "/do/1/lab/";

  @TempDir
  private Path folder;

  private final Servers servers = new Servers();
  private LabRooms labs;
  private LiveSite site;

  @BeforeEach
  void start() throws Exception {
    site = new LiveSite(Project.ROOT, feed -> {
      labs = Labs.open(feed, servers);
      return (path, text) -> action(path, text);
    });
  }

  private Optional<Runnable> action(String path, String text) {
    return path.startsWith(DO)
        ? Optional.ofNullable(labs.actions(Step.STEP1, text).get(path.substring(DO.length())))
        : Optional.empty();
  }

  @AfterEach
  void stop() {
    site.close();
    labs.close();
    servers.close();
  }

  /** Makes a file. */
  private String typed(Path file) {
    return "X-Workbook-Text: java.nio.file.Files.createFile(Path.of(%22"
        + file.toString().replace("\\", "%5C%5C") + "%22))\r\n";
  }

  private void awaitFeed(String text) {
    Wait.until("the page is told " + text, () -> site.feed.all().contains(text), PATIENCE);
  }

  @Test
  void runsWhatItsOwnPageTypesAndNothingElse() throws Exception {
    assertEquals("204", site.status(site.action(DO + "open", "")));
    awaitFeed("\"prompt\":\"jshell> \"");
    Path bad = folder.resolve("bad");
    String own = site.action(DO + "type", typed(bad));
    for (String request : LiveSite.forged(own)) {
      site.assertRefused(request);
    }
    Path good = folder.resolve("good");
    assertEquals("204", site.status(site.action(DO + "type", typed(good))));
    Wait.until("it has run", () -> Files.exists(good), PATIENCE);
    assertFalse(Files.exists(bad));
    assertFalse(site.feed.all().contains("bad"), site.feed.all());
  }

  @Test
  void opensForNobodyElse() throws Exception {
    site.assertRefused(site.own("POST", DO + "open") + "Origin: " + site.origin() + "\r\n");
    site.assertRefused(LiveSite.withToken(site.own("POST", DO + "open")));
    assertFalse(site.feed.all().contains("lab/1"), site.feed.all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "type/1", "open/7878", "", "../lab/type", "TYPE", "type%20ls"})
  void hasNoOtherActions(String name) throws Exception {
    assertEquals("404", site.status(site.action(DO + name, typed(folder.resolve("bad")))));
  }
}
