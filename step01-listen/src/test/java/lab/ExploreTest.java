package lab;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import support.LabTests;

/** Every helper of the lab is typed. */
class ExploreTest extends LabTests {

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    assertGreetsWith("knock()", "knock(3)", "get()", "whoListens()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    assertReachNobody("knock(); knock(3); get(); whoListens(); reset();");
  }

  @Test
  @Order(3)
  void showsEveryByteOfAnyServer() throws Exception {
    assertShowsEveryByte("knock()");
  }

  @Test
  @Order(4)
  void startsTheListingOnce() throws Exception {
    assertStartsOnce("01");
  }

  @Test
  void showsBothEndsOfEachCall() throws Exception {
    String output = type("knock(2);");

    assertContains(
        output,
        "you   /127.0.0.1:",
        "calls /127.0.0.1:",
        "came  (nothing)",
        "the end of the stream",
        "you   /127.0.0.1:",
        "came  (nothing)");
  }

  @Test
  void showsWhatAnHttpClientMissed() throws Exception {
    String output = type("get();");

    assertContains(output, "sent  GET / HTTP/1.1\\r\\n", "Host: ");
    assertContains(output, "OkHttp gives up: ", "status line");
  }

  @Test
  void findsTheOnlyAddressThatAnswers() throws Exception {
    String output = type("whoListens();");

    assertContains(
        output, "  127.0.0.1 ", "answers\n", "  127.0.0.2 ", "Only programs on this machine");
  }

  @Test
  void leavesWithAResetThatTheServerSurvives() throws Exception {
    String output = type("reset(); knock();");

    assertContains(output, "left with a reset", "the end of the stream");
  }

  @Test
  void showsTwoWaysToHangUp() throws Exception {
    String output = type("endings();");

    assertContains(output, "close()", "-1", "setSoLinger(true, 0)", "Connection reset");
  }
}
