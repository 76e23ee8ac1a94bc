package load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import load.Contender.Running;

/**
 * Measures servers side by side, and leaves the results in {@code docs/src/load/results.csv}.
 *
 * <p>{@code mvn -pl docs test-compile exec:java@load} with {@code -Drounds=5}, {@code -Dseconds=2},
 * {@code -Dservers=25,Sturdy} for those whose names have one of these words, and
 * {@code -Drust=PATH} for a program that listens on the port that is its only argument.
 */
public final class Load {

  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int SECONDS = Integer.getInteger("seconds", 2);

  private Load() {}

  /** Measures all scenarios, one round after the other, the servers in another order each time. */
  public static void main(String[] args) throws Exception {
    List<Contender> servers = new ArrayList<>(Contenders.all());
    String[] wanted = System.getProperty("servers", "").split(",");
    servers.removeIf(server -> List.of(wanted).stream().noneMatch(server.name()::contains));
    Results results = new Results();
    List<Running> running = new ArrayList<>();
    try {
      for (Contender server : servers) {
        running.add(warmedUp(server));
      }
      Random random = new Random(1);
      for (int round = 1; round <= ROUNDS; round++) {
        for (Scenario scenario : Scenario.ALL) {
          for (int i : order(servers, scenario, random)) {
            results.add(round, scenario, measure(servers, running, i, scenario));
          }
        }
        System.out.println("round " + round + " of " + ROUNDS + " is done");
      }
    } finally {
      running.forEach(Running::close);
    }
    results.write();
    Report.main(args);
  }

  private static List<Integer> order(List<Contender> servers, Scenario scenario, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < servers.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    order.removeIf(i -> !servers.get(i).takes(scenario));
    return order;
  }

  /** So that the JVM has compiled what is called often; a server that did not survive is new. */
  private static Running warmedUp(Contender server) throws IOException, InterruptedException {
    Running running = server.start();
    Wrk.run(running.port(), new Scenario(8, false, false), SECONDS);
    Wrk.run(running.port(), new Scenario(8, true, false), SECONDS);
    if (running.isUp()) {
      return running;
    }
    running.close();
    return server.start();
  }

  private static Results.Row measure(
      List<Contender> servers, List<Running> running, int i, Scenario scenario)
      throws IOException, InterruptedException {
    Contender server = servers.get(i);
    boolean isNew = scenario.sleeps(); // the other one would sleep on in the next scenario
    Running one = isNew ? server.start() : running.get(i);
    double[] before = one.processorSeconds();
    Wrk.Figures figures = Wrk.run(one.port(), scenario, scenario.seconds(SECONDS));
    double[] after = one.processorSeconds();
    double perAnswer = figures.answers() == 0 ? 0 : 1e6 / figures.answers();
    double megabytes = one.megabytes();
    boolean isUp = one.isUp();
    if (isNew) {
      one.close();
    } else if (!isUp) {
      one.close();
      running.set(i, warmedUp(server));
    }
    return new Results.Row(
        server.name(),
        figures,
        (after[0] - before[0]) * perAnswer,
        (after[1] - before[1]) * perAnswer,
        megabytes,
        isUp);
  }
}
