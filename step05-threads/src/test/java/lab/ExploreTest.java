package lab;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import support.LabTests;

/** Every helper of the lab is typed. */
class ExploreTest extends LabTests {

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    assertGreetsWith(
        "start(10)", "together(\"/sleep\", \"/\")", "start(11)", "var p = pool(20, 4)", "race()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    assertReachNobody("together(\"/\", \"/\"); hold(2);");
  }

  @Test
  @Order(3)
  void startsAnyListingOfTheStep() throws Exception {
    String output = type("start(12); start(11); start();");

    assertContains(
        output,
        "no listing 12",
        "10, 11, 13",
        "Listing 11. Listening on",
        "Listing 25. Listening on");
  }

  @Test
  void showsWhenEachIsAnswered() throws Exception {
    String output = type("together(\"/\", \"/tea\");");

    assertContains(output, "/        HTTP/1.1 200 OK");
    assertContains(output, "/tea     HTTP/1.1 404 Not Found");
  }

  @Test
  void holdsAllWorkersUntilItReleasesThem() throws Exception {
    String output = type("hold(4); Wire.limit = 100; together(\"/\"); "
        + "Wire.limit = 5_000; release(); together(\"/\");");

    assertContains(
        output, "callers on the line: 4", "no answer", "hung up now: 4", "HTTP/1.1 200 OK");
  }

  @Test
  void feedsAPoolWithJobs() throws Exception {
    String output = type("feed(pool(20, 2), 2);");

    assertContains(output, "job 1 on worker-", "Jobs that have run: 2 of 2");
    assertContains(output, "job 2 on worker-");
  }

  @Test
  void saysHowManyJobsHaveNotRun() throws Exception {
    String output = type("Wire.limit = 100; feed(pool(13, 2), 1); Wire.limit = 5_000;");

    assertContains(output, "Jobs that have run: 0 of 1");
  }

  @Test
  void showsThatWorkersOutliveBadJobs() throws Exception {
    String output = type("bad(pool(20, 4));");

    assertContains(output, "broken on purpose", "Jobs that have run: 4 of 4");
  }

  @Test
  void refusesAPoolThatThereIsNot() throws Exception {
    String output = type("feed(pool(11, 4), 1); pool(24, 0);");

    assertContains(output, "Listing 11 has no ThreadPool", "pool size 0 below 1");
  }

  @Test
  void showsWhoWaitsForWhomInClose() throws Exception {
    String output =
        type("Wire.limit = 500; close(pool(22, 1)); close(pool(20, 1)); Wire.limit = 5_000;");

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
  void showsThatWorkersDieInClose() throws Exception {
    String output = typeWithTrouble("close(pool(23, 1));");

    assertContains(output, "closer    TERMINATED", "worker-0  TERMINATED", "come back");
    assertContains(output, "NoSuchElementException");
  }

  @Test
  void closesAPoolInGoodOrder() throws Exception {
    String output = type("var p = pool(25, 1); close(p); feed(p, 1);");

    assertContains(output, "TERMINATED", "come back", "takes no job");
  }

  @Test
  void runsOneJobTwiceAndOneNever() throws Exception {
    String output = type("race();");

    assertContains(output, "runs job A", "runs job A");
    assertFalse(output.contains("runs job B"), output);
  }
}
