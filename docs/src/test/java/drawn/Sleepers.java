package drawn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import judge.seen.Wire;
import project.Step;

/**
 * Four clients that ask for {@code /sleep}, and a fifth that asks for {@code /} right behind them. A
 * request sleeps {@link #SECONDS}; how long each waited follows from the order of what happens, so
 * that a busy machine changes nothing.
 *
 * @param begins when the first, the second and so on begin to sleep, in seconds
 * @param fifth how long the fifth waits for its page, in seconds
 */
record Sleepers(List<Integer> begins, int fifth) {

  /** How long a request for {@code /sleep} takes, which {@link Tale} compares with the listing. */
  static final int SECONDS = 5;

  private static final int COUNT = 4;

  /**
   * Runs a listing of step 5.
   *
   * @param together how many are to sleep before the first may wake; it ends in an error if fewer do
   * @param isFifthFirst whether the fifth is to have its page before that
   */
  static Sleepers of(int listing, int together, boolean isFifthFirst) throws Exception {
    try (Tale tale = new Tale(Step.STEP5, listing)) {
      tale.tellConnection((client, thread) -> {});
      tale.tellServing();
      tale.tellBegin(together);
      tale.tellAnswer();
      tale.begin();

      List<Wire> clients = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        clients.add(tale.ask("/sleep"));
      }
      clients.add(tale.ask("/"));
      tale.log.await("begins", together);
      if (isFifthFirst) {
        clients.get(COUNT).rest();
      }
      tale.program.release();
      for (Wire client : clients) {
        client.rest();
      }
      return of(tale.log.events());
    }
  }

  /** Whoever begins after another has ended has waited for it. */
  private static Sleepers of(List<Event> events) {
    String last = Tale.name(COUNT + 1);
    Map<String, Integer> begins = new HashMap<>();
    List<Integer> inOrder = new ArrayList<>();
    int now = 0;
    int fifth = -1;
    for (Event event : events) {
      if (event.what().equals("begins")) {
        begins.put(event.to(), now);
        inOrder.add(now);
      } else if (event.to().equals(last)) {
        fifth = now;
      } else if (begins.containsKey(event.to())) {
        now = Math.max(now, begins.get(event.to()) + SECONDS);
      }
    }
    return new Sleepers(inOrder, fifth);
  }
}
