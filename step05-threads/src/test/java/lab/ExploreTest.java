package lab;

import static lab.LabSession.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
    lab = new LabSession(ExploreTest.class);
  }

  @AfterAll
  static void close() throws Exception {
    lab.exit();
  }

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    assertContains(
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
    String output = lab.type("together(\"/\", \"/\"); hold(2);");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    assertContains(output, nobody, "start()", "mvn -pl step05-threads exec:java");
    assertContains(output, "-Dport=" + lab.port);
    assertEquals(2, output.split(nobody, -1).length - 1, output);
  }

  @Test
  @Order(3)
  void startsAnyListingOfTheStep() throws Exception {
    String output = lab.type("start(12); start(11); start();");

    assertContains(
        output,
        "no listing 12",
        "10, 11, 13",
        "Listing 11. Listening on",
        "Listing 25. Listening on");
  }

  @Test
  @Order(4)
  void showsWhenEachIsAnswered() throws Exception {
    String output = lab.type("together(\"/\", \"/tea\");");

    assertContains(output, "/        HTTP/1.1 200 OK");
    assertContains(output, "/tea     HTTP/1.1 404 Not Found");
  }

  @Test
  @Order(4)
  void holdsAllWorkersUntilItReleasesThem() throws Exception {
    String output = lab.type("hold(4); Wire.limit = 100; together(\"/\"); "
        + "Wire.limit = 5_000; release(); together(\"/\");");

    assertContains(
        output, "callers on the line: 4", "no answer", "hung up now: 4", "HTTP/1.1 200 OK");
  }

  @Test
  @Order(5)
  void feedsAPoolWithJobs() throws Exception {
    String output = lab.type("feed(pool(20, 2), 2);");

    assertContains(output, "job 1 on worker-", "Jobs that have run: 2 of 2");
    assertContains(output, "job 2 on worker-");
  }

  @Test
  @Order(5)
  void saysHowManyJobsHaveNotRun() throws Exception {
    String output = lab.type("Wire.limit = 100; feed(pool(13, 2), 1); Wire.limit = 5_000;");

    assertContains(output, "Jobs that have run: 0 of 1");
  }

  @Test
  @Order(5)
  void showsThatWorkersOutliveBadJobs() throws Exception {
    String output = lab.type("bad(pool(20, 4));");

    assertContains(output, "broken on purpose", "Jobs that have run: 4 of 4");
  }

  @Test
  @Order(5)
  void refusesAPoolThatThereIsNot() throws Exception {
    String output = lab.type("feed(pool(11, 4), 1); pool(24, 0);");

    assertContains(output, "Listing 11 has no ThreadPool", "pool size 0 below 1");
  }

  @Test
  @Order(5)
  void showsWhoWaitsForWhomInClose() throws Exception {
    String output =
        lab.type("Wire.limit = 500; close(pool(22, 1)); close(pool(20, 1)); Wire.limit = 5_000;");

    assertContains(
        output,
        "closer    WAITING",
        "join(), called by close(), Listing22",
        "worker-0  WAITING",
        "called by take(), Listing22",
        "for ever",
        "has no close()");
  }

  @Test
  @Order(5)
  void showsThatWorkersDieInClose() throws Exception {
    String output = lab.typeWithTrouble("close(pool(23, 1));");

    assertContains(output, "closer    TERMINATED", "worker-0  TERMINATED", "come back");
    assertContains(output, "NoSuchElementException");
  }

  @Test
  @Order(5)
  void closesAPoolInGoodOrder() throws Exception {
    String output = lab.type("var p = pool(25, 1); close(p); feed(p, 1);");

    assertContains(output, "TERMINATED", "come back", "takes no job");
  }

  @Test
  @Order(5)
  void runsOneJobTwiceAndOneNever() throws Exception {
    String output = lab.type("race();");

    assertContains(output, "runs job A", "runs job A");
    assertFalse(output.contains("runs job B"), output);
  }
}
