package wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import judge.words.Wait;
import org.junit.jupiter.api.Test;

/** What is recorded has its bounds, and its beginning and its end are kept. */
class RecorderTest extends Relayed {

  @Test
  void keepsTheLastOnes() throws Exception {
    for (int i = 0; i < Recorder.MOST + 5; i++) {
      talk(port, (client, server, all) -> {});
    }
    List<Connection> all = recorder.connections();
    assertEquals(Recorder.MOST, all.size());
    assertEquals(Recorder.MOST + 5, last().number());
  }

  private int moments() {
    boolean isNew = recorder.connections().isEmpty();
    return isNew ? 0 : last().leftOut() + last().moments().size();
  }

  /** One byte after another, with a pause: the first and the last are kept. */
  @Test
  void keepsTheBeginningAndTheEndOfWhatTricklesIn() throws Exception {
    talk(port, (client, server, all) -> {
      for (int i = 0; i < Recording.MOST_MOMENTS + 10; i++) {
        client.send("" + (char) ('0' + i));
        int sent = i + 1;
        Wait.until("it is recorded", () -> moments() == sent, PATIENCE);
        Thread.sleep(2L * Recording.MILLIS_OF_ONE);
      }
    });
    List<String> all = recorded();
    assertEquals("> 0", all.get(0));
    assertTrue(all.contains("> " + (char) ('0' + Recording.MOST_MOMENTS + 9)), all.toString());
    assertTrue(last().leftOut() >= 10 && all.size() == Recording.MOST_MOMENTS, all.toString());
  }
}
