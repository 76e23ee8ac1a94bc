package live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import judge.events.Event;
import judge.events.Event.Print;
import judge.events.Event.Stands;
import live.Lane.Stretch;
import org.junit.jupiter.api.Test;
import project.Source;

/** What is told of the learner's threads becomes a lane for each of them. */
class LaneTest {

  private static final Source SOURCE =
      new Source(Map.of("WebServer.java", "one\n  listener.accept();\n  in.readLine();\n"));

  private static final String ACCEPTS = "server waits in accept at WebServer.java:2 in serve";
  private static final String READS = "my worker 1 waits in readLine at WebServer.java:3 in read";

  private static Stretch accepts(long from, long to) {
    return new Stretch(
        from, to, "waits", "waits in accept", "WebServer.java:2", "serve", "listener.accept();");
  }

  private static List<Lane> of(Event... story) {
    return Lane.of(List.of(story), SOURCE);
  }

  @Test
  void aStretchLastsUntilItsThreadIsElsewhere() {
    List<Lane> lanes = of(
        new Stands(10, List.of(ACCEPTS)),
        new Stands(20, List.of(READS, ACCEPTS)),
        new Stands(30, List.of()),
        new Stands(40, List.of(ACCEPTS)),
        new Print(60, "the last that is told"));

    Stretch reads = new Stretch(
        20, 30, "waits", "waits in readLine", "WebServer.java:3", "read", "in.readLine();");
    assertEquals(
        List.of(
            new Lane("server", List.of(accepts(10, 30), accepts(40, 60))),
            new Lane("my worker 1", List.of(reads))),
        lanes);
  }

  @Test
  void eachWayToStandIsTold() {
    Map<String, String> kinds = Map.of(
        "t waits for a lock at WebServer.java:2 in a", "lock",
        "t waits for a lock in take at WebServer.java:2 in a", "lock",
        "t is in a job, at WebServer.java:2 in a", "job",
        "t runs at WebServer.java:2 in a", "runs",
        "t runs println at WebServer.java:2 in a lambda in serve", "runs");

    kinds.forEach((stand, kind) -> {
      Stretch only = of(new Stands(0, List.of(stand))).get(0).stretches().get(0);
      assertEquals(kind, only.kind(), stand);
      assertEquals("listener.accept();", only.code(), stand);
    });
  }

  @Test
  void aLineThatIsGoneIsNotShown() {
    String gone = "t runs at WebServer.java:9 in a";
    assertEquals("", of(new Stands(0, List.of(gone))).get(0).stretches().get(0).code());
  }
}
