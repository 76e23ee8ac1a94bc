package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;
import project.Step;
import running.Program;
import running.Servers;

/**
 * A page of the book, and nobody else, has bytes sent to a server that runs, and to no other; and
 * nobody else sees what its threads do.
 */
class InstrumentsTest {

  private static final int PATIENCE = 120; // seconds, on a busy machine
  private static final Program LISTING = Program.of(Step.STEP2).get(1);
  private static final String SEND = "/do/2/02/send/0/fin";
  private static final String LOOK = "/do/2/02/look";
  private static final String TEXT = "X-Workbook-Text: GET%20%2Fsecret%5Cr%5Cn%5Cr%5Cn\r\n";

  private final Servers servers = new Servers();
  private LiveSite site;

  @BeforeEach
  void start() throws Exception {
    site = new LiveSite(Project.ROOT, feed -> {
      Wires wires = new Wires(feed, servers);
      ThreadBoard threads = new ThreadBoard(feed, servers);
      return (path, text) -> action(wires, threads, path, text);
    });
  }

  @AfterEach
  void stop() {
    site.close();
    servers.close();
  }

  private static Optional<Runnable> action(
      Wires wires, ThreadBoard threads, String path, String text) {
    Map<String, Runnable> all = new TreeMap<>();
    wires.addActions(all);
    wires.addActions(all, "/do/2/02/", LISTING, text);
    threads.addActions(all, "/do/2/02/", LISTING);
    return Optional.ofNullable(all.get(path));
  }

  private void run() {
    servers.start(LISTING, 0);
    Wait.until("it is recorded", () -> has("\"recording/2/02\":"), PATIENCE);
  }

  private boolean has(String text) {
    return site.feed.all().contains(text);
  }

  @Test
  void sendsWhatWasTyped() throws Exception {
    run();
    assertEquals("204", site.status(site.action(SEND, TEXT)));
    Wait.until("it is shown", () -> has("GET /secret\\u005cr\\u005cn"), PATIENCE);
    Wait.until("it has ended", () -> has("\"isOpen\":false"), PATIENCE);
    assertTrue(has("\"mark\":\"FIN\""), site.feed.all());

    assertEquals("204", site.status(site.action("/do/wire/clear", "")));
    Wait.until("it is forgotten", () -> has("\"wire/1\":null"), PATIENCE);
  }

  @Test
  void refusesWhoeverIsNoPageOfTheBook() throws Exception {
    run();
    for (String path : List.of(SEND, LOOK, "/do/wire/clear", "/do/wire/hangup")) {
      String good = site.action(path, TEXT);
      site.assertRefused(site.own("POST", path) + "Origin: " + site.origin() + "\r\n" + TEXT);
      site.assertRefused(LiveSite.withToken(site.own("POST", path)) + TEXT);
      site.assertRefused(good.replace("Host: 127.0.0.1", "Host: evil.example"));
      site.assertRefused(good.replace("Origin: http://127", "Origin: http://evil.example#127"));
      site.assertRefused(good.replace("Site: same-origin", "Site: cross-site"));
      site.assertRefused(good.replaceFirst("POST", "GET"));
    }
    site.assertRefused(site.own("GET", "/state"));
    assertFalse(has("\"wire/1\""), site.feed.all());
    assertFalse(has("\"threads/2/02\""), site.feed.all());
  }

  @Test
  void looksAtTheThreads() throws Exception {
    run();
    assertEquals("204", site.status(site.action(LOOK, "")));
    Wait.until("they are shown", () -> has("\"doing\":\"CLIENT\",\"call\":\"accept\""), PATIENCE);
    servers.stop(LISTING);
    Wait.until("they are forgotten", () -> has("\"threads/2/02\":null"), PATIENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/do/2/02/send/1/wait",
        "/do/2/02/send/0/other",
        "/do/2/02/send/0/wait/22",
        "/do/2/02/send/0/wait/127.0.0.1:22",
        "/do/2/22/send/0/wait",
        "/do/2/02/send//wait",
        "/do/2/22/look",
        "/do/2/02/look/1"
      })
  void hasNoAddressInAPath(String path) throws Exception {
    assertEquals("404", site.status(site.action(path, TEXT)));
  }

  @Test
  void sendsNothingIfTheServerDoesNotRun() throws Exception {
    assertEquals("204", site.status(site.action(SEND, TEXT)));
    assertFalse(has("\"wire/1\""), site.feed.all());
  }
}
