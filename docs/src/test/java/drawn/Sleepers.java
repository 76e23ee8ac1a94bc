package drawn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import judge.seen.Wire;
import project.Step;

/**
 * Clients that ask for {@code /sleep}, and a last one that asks for {@code /} right behind them. A
 * request sleeps {@link #SECONDS}; how long each waited follows from the order of what happens, so
 * that a busy machine changes nothing.
 *
 * @param begins when the first, the second and so on begin to sleep, in seconds
 * @param last how long the last one waits for its page, in seconds
 */
record Sleepers(List<Integer> begins, int last) {

  /** How long a request for {@code /sleep} takes, which {@link Tale} compares with the listing. */
  static final int SECONDS = 5;

  /**
   * Runs a listing of step 5.
   *
   * @param sleepers how many ask for {@code /sleep}
   * @param together how many are to sleep before the first may wake; an error if fewer do
   * @param isLastFirst whether the last one is to have its page before that
   */
  static Sleepers of(int listing, int sleepers, int together, boolean isLastFirst)
      throws Exception {
    try (Tale tale = new Tale(Step.STEP5, listing)) {
      tale.tellConnection((client, thread) -> {});
      tale.tellServing();
      tale.tellBegin(together);
      tale.tellAnswer();
      tale.begin();

      List<Wire> clients = new ArrayList<>();
      for (int i = 0; i < sleepers; i++) {
        clients.add(tale.ask("/sleep"));
      }
      clients.add(tale.ask("/"));
      tale.log.await("begins", together);
      if (isLastFirst) {
        clients.get(sleepers).rest();
      }
      tale.program.release();
      for (Wire client : clients) {
        client.rest();
      }
      return of(tale.log.events(), Tale.name(sleepers + 1));
    }
  }

  /** Whoever begins after another has ended has waited for it. */
  private static Sleepers of(List<Event> events, String last) {
    Map<String, Integer> begins = new HashMap<>();
    List<Integer> inOrder = new ArrayList<>();
    int now = 0;
    int wait = -1;
    for (Event event : events) {
      if (event.what().equals("begins")) {
        begins.put(event.to(), now);
        inOrder.add(now);
      } else if (event.to().equals(last)) {
        wait = now;
      } else if (begins.containsKey(event.to())) {
        now = Math.max(now, begins.get(event.to()) + SECONDS);
      }
    }
    return new Sleepers(inOrder, wait);
  }
}
