package load;

import java.util.List;

/**
 * How the load generator asks.
 *
 * @param connections how many at a time
 * @param keepAlive whether one connection asks again and again, as far as the server lets it
 * @param sleeps whether one request in ten is for {@code /sleep}, which takes 5 s
 */
record Scenario(int connections, boolean keepAlive, boolean sleeps) {

  static final List<Scenario> ALL = List.of(
      new Scenario(8, false, false),
      new Scenario(64, false, false),
      new Scenario(1000, false, false),
      new Scenario(8, true, false),
      new Scenario(64, true, false),
      new Scenario(1000, true, false),
      new Scenario(64, true, true));

  /** How long to measure: longer than the 5 s that a request takes where one in ten sleeps. */
  int seconds(int usual) {
    return sleeps ? usual + 8 : usual;
  }

  @Override
  public String toString() {
    return connections + (keepAlive ? " keep-alive" : " close") + (sleeps ? " sleep" : "");
  }
}
