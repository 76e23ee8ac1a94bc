package lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Types every helper of the lab: first with no server, then with one that start() starts. */
@TestMethodOrder(OrderAnnotation.class)
class ExploreTest {

  private static LabSession lab;

  @BeforeAll
  static void open() throws Exception {
    lab = new LabSession();
  }

  @AfterAll
  static void close() throws Exception {
    lab.close();
  }

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    LabSession.assertContains(
        lab.greeting,
        "http://127.0.0.1:" + lab.port,
        "start(10)",
        "together(\"/sleep\", \"/\")",
        "start(11)",
        "var p = pool(20, 4)",
        "race()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("{ together(\"/\", \"/\"); hold(2); }");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    LabSession.assertContains(output, nobody, "start()", "mvn -pl step05-threads exec:java");
    LabSession.assertContains(output, "-Dport=" + lab.port);
    assertEquals(2, output.split(nobody, -1).length - 1, output);
    assertFalse(output.contains("|  "), output);
  }

  @Test
  @Order(3)
  void startsAnyListingOfTheStep() throws Exception {
    lab.shows("start(12)", "no listing 12", "10, 11, 13");
    lab.shows("start(11)", "Listing 11. Listening on");
    lab.shows("start()", "Listing 25. Listening on");
  }

  @Test
  @Order(4)
  void showsWhenEachIsAnswered() throws Exception {
    String output = lab.type("together(\"/\", \"/tea\")");

    assertTrue(output.matches("(?s).* s  / +HTTP/1.1 200 OK\n.*"), output);
    assertTrue(output.matches("(?s).* s  /tea +HTTP/1.1 404 Not Found\n.*"), output);
  }

  @Test
  @Order(4)
  void holdsAllWorkersOfThePool() throws Exception {
    lab.shows("hold(4)", "4 callers");
    lab.shows("together(\"/\")", "no answer");
    lab.shows("release()", "4 silent callers");
    lab.shows("together(\"/\")", "200 OK");
  }

  @Test
  @Order(5)
  void feedsAPoolWithJobs() throws Exception {
    String output = lab.type("feed(pool(20, 2), 2)");

    LabSession.assertContains(output, "job 1 on worker-", "2 of 2 jobs have run");
    LabSession.assertContains(output, "job 2 on worker-");
    lab.shows("feed(pool(13, 2), 1)", "0 of 1 jobs");
  }

  @Test
  @Order(5)
  void showsThatWorkersOutliveBadJobs() throws Exception {
    lab.shows("bad(pool(20, 4))", "broken on purpose", "4 of 4 jobs have run");
  }

  @Test
  @Order(5)
  void refusesAPoolThatThereIsNot() throws Exception {
    lab.shows("pool(11, 4)", "Listing 11 has no ThreadPool");
    lab.shows("pool(24, 0)", "pool size 0 below 1");
  }

  @Test
  @Order(5)
  void showsWhoWaitsForWhomInClose() throws Exception {
    lab.shows(
        "close(pool(22, 1))",
        "closer    WAITING",
        "join(), called by close(), Listing22",
        "worker-0  WAITING",
        "called by take(), Listing22",
        "for ever");
    lab.shows("close(pool(20, 1))", "has no close()");
  }

  @Test
  @Order(5)
  void showsThatWorkersDieInClose() throws Exception {
    String output = lab.type("close(pool(23, 1))");

    LabSession.assertContains(output, "closer    TERMINATED", "worker-0  TERMINATED", "come back");
    LabSession.assertContains(output, "NoSuchElementException");
  }

  @Test
  @Order(5)
  void closesAPoolInGoodOrder() throws Exception {
    lab.shows("var p = pool(25, 1)");
    lab.shows("close(p)", "TERMINATED", "come back");
    lab.shows("feed(p, 1)", "takes no job");
  }

  @Test
  @Order(5)
  void runsOneJobTwiceAndOneNever() throws Exception {
    String output = lab.type("race()");

    assertEquals(2, output.split("runs job A", -1).length - 1, output);
    assertEquals(0, output.split("runs job B", -1).length - 1, output);
  }
}
