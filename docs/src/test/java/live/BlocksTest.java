package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;
import project.Step;
import rendering.Html;
import rendering.Library;
import trying.Trials;

/** The blocks of a page are named by their numbers, and run for nobody but the book's own pages. */
class BlocksTest {

  private static final String BLOCK = "2/run";
  private static final List<String> DONE = new CopyOnWriteArrayList<>();

  private static Trials trials;
  private static Map<String, Runnable> actions;
  private static LiveSite site;

  @BeforeAll
  static void start() throws Exception {
    trials = new Trials();
    actions = trials.actions(Step.STEP1);
    site = new LiveSite(Project.ROOT, feed -> BlocksTest::find);
  }

  /** Looks it up as the book does; that it was found is enough. */
  private static Optional<Runnable> find(String path, String text) {
    return Optional.ofNullable(actions.get(path.replaceFirst("^/do/1/block/", "")))
        .map(found -> () -> DONE.add(path + text));
  }

  @BeforeEach
  void forget() {
    DONE.clear();
  }

  @AfterAll
  static void stop() {
    site.close();
    trials.close();
  }

  private static String action(String name) {
    return site.action("/do/1/block/" + name, "");
  }

  @Test
  void runsABlockForItsOwnPage() throws Exception {
    assertEquals("204", site.status(action(BLOCK)));
    assertEquals(List.of("/do/1/block/" + BLOCK), DONE);
  }

  @Test
  void runsNothingForOthers() throws Exception {
    String own = action(BLOCK);
    for (String request : LiveSite.forged(own)) {
      site.assertRefused(request);
    }
    assertEquals(List.of(), DONE);
  }

  /** Block 1 is a picture, block 14 shows a listing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/run",
        "14/run",
        "0/run",
        "-2/run",
        "02/run",
        "999/run",
        "2/undo",
        "2/run/",
        "2",
        "2/RUN",
        "2/run;ls",
        "2/run%20ls",
        "..%2f2/run",
        "2/start/0",
        "over/2",
        "ls"
      })
  void runsNothingThatIsNoBlock(String name) throws Exception {
    assertEquals("404", site.status(action(name)));
    assertEquals(List.of(), DONE);
  }

  /** The number that a page has for a block is the one by which it is run. */
  @Test
  void hasTheNumbersOfThePages() throws Exception {
    var library = new Library(Project.ROOT);
    for (Step step : Step.values()) {
      String name = Project.ROOT.relativize(step.page()).toString().replace('\\', '/');
      String html = Html.of(library, library.find(name).orElseThrow());
      trials.blocks(step).forEach(block -> {
        String begin = "data-block=\"" + block.number() + "\" data-language=\""
            + block.fence().language() + "\">";
        String first = block.fence().lines().get(0).replaceFirst("[&<>\"].*", "");
        int at = html.indexOf(begin);
        assertTrue(at > 0, block.fence().place());
        String code = html.substring(html.indexOf("<code>", at) + 6);
        assertTrue(code.startsWith(first), block.fence().place());
      });
    }
  }
}
