package listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import judge.seen.OkHttp;
import judge.seen.RunningServer;
import judge.seen.Wire;
import judge.words.CapturedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class Listing01Test {

  private static final String END_OF_STREAM = "";

  private final CapturedOutput terminal = new CapturedOutput();

  @Test
  void hangsUpWithoutAWordAndPrintsALineForEachClient() throws IOException {
    List<String> expected = new ArrayList<>();
    try (RunningServer server = RunningServer.start(Listing01::serve)) {
      for (int i = 0; i < 3; i++) {
        Wire client = server.connect();
        assertEquals(END_OF_STREAM, client.rest());
        expected.add("Connection established! /127.0.0.1:" + client.port());
      }

      assertEquals(expected, terminal.lines());
    }
  }

  /** A browser shows an error page for the same reason. */
  @Test
  void givesAnHttpClientNoResponse() throws IOException {
    try (RunningServer server = RunningServer.start(Listing01::serve)) {
      assertThrows(IOException.class, () -> OkHttp.get(server.url("/")).close());

      assertEquals(END_OF_STREAM, server.ask(""), "the next connection");
    }
  }

  @Test
  void survivesClientsThatLeaveOrReset() throws IOException {
    try (RunningServer server = RunningServer.prepare(Listing01::serve)) {
      for (int i = 0; i < 5; i++) {
        server.connect().close();
        server.connect().reset();
      }
      server.begin();

      assertEquals(END_OF_STREAM, server.ask(""), "the next connection");
    }
  }
}
