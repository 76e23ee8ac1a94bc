package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import judge.seen.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import project.Project;

/** Clients that are slow, many or big keep nobody else from the book. */
class CrowdTest {

  private static final int PATIENCE = 30_000;

  private final List<Wire> open = new ArrayList<>();
  private LiveSite site;

  @BeforeEach
  void start() throws Exception {
    site = new LiveSite(Project.ROOT);
  }

  @AfterEach
  void stop() {
    open.forEach(Wire::close);
    site.close();
  }

  private Wire connect() throws Exception {
    Wire wire = new Wire(site.port());
    open.add(wire);
    return wire;
  }

  private Wire follow() throws Exception {
    Wire wire = connect().send(LiveSite.withToken(site.own("GET", "/events")) + "\r\n");
    assertTrue(wire.hears(PATIENCE));
    return wire;
  }

  private void assertAnswers() throws Exception {
    assertEquals("200", site.status(site.own("GET", "/README.md")));
  }

  @Test
  void waitsForNobodyWhoSendsHalfARequest() throws Exception {
    for (int i = 0; i < 100; i++) {
      connect().send("GET /README.md HTTP/1.1\r\nHost: 127.0.0.1");
    }
    assertAnswers();
  }

  @Test
  void hangsUpOnWhoeverDoesNotComeToAnEnd() throws Exception {
    Wire slow = connect().send("GET /README.md HTTP/1.1\r\nX-Slow: ");
    assertTrue(slow.endsWithin(PATIENCE));
    assertAnswers();
  }

  @Test
  void takesNoEndOfHeaders() throws Exception {
    Wire wire = connect();
    wire.trySend("GET /README.md HTTP/1.1\r\n");
    boolean takesMore = true;
    for (int i = 0; i < 2_000 && takesMore; i++) {
      takesMore = wire.trySend("X-" + i + ": " + "x".repeat(1_000) + "\r\n");
    }
    assertTrue(wire.endsWithin(PATIENCE));
    assertAnswers();
  }

  @Test
  void readsNoHugeBody() throws Exception {
    Wire wire = connect();
    wire.trySend(site.action(LiveSite.ACTION, "Content-Length: 100000000\r\n") + "\r\n");
    wire.trySend("x".repeat(1_000_000));
    assertTrue(wire.endsWithin(PATIENCE));
    assertEquals(List.of(), site.done);
    assertAnswers();
  }

  /** Nothing piles up for them: they get the newest of a topic, when they read. */
  @Test
  void keepsOnlyTheNewestForSlowReaders() throws Exception {
    Wire slow = follow();
    for (int i = 0; i < 2_000; i++) {
      site.feed.put("output", i + " " + "x".repeat(10_000));
    }
    assertAnswers();
    site.feed.put("last", "end");
    StringBuilder all = new StringBuilder();
    while (all.indexOf("\"last\":\"end\"") < 0) {
      all.append(slow.receive(500).text());
    }
    assertTrue(all.indexOf("\"output\":\"1999 ") > 0);
    assertTrue(all.length() < 15_000_000, all.length() + " characters");
  }

  @Test
  void hasAnEndOfStreams() throws Exception {
    for (int i = 0; i < 32; i++) {
      follow();
    }
    assertEquals("503", site.status(LiveSite.withToken(site.own("GET", "/events"))));
    assertAnswers();
  }
}
