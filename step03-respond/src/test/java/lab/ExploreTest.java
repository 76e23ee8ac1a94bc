package lab;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import support.LabTests;

/** Every helper of the lab is typed. */
class ExploreTest extends LabTests {

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    assertGreetsWith("get()", "send(\"GET / HTTP/1.1\\r\\n\\r\\n\")", "early()", "crlf()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    assertReachNobody("send(\"\"); get(); early(); crlf();");
  }

  @Test
  @Order(3)
  void showsEveryByteOfAnyServer() throws Exception {
    assertShowsEveryByte("send(\"x\")");
  }

  @Test
  @Order(4)
  void startsTheListingOnce() throws Exception {
    assertStartsOnce("03");
  }

  @Test
  void showsTheBytesOfTheAnswer() throws Exception {
    String output = type("send(\"GET / HTTP/1.1\\r\\n\\r\\n\");");

    assertContains(
        output,
        "sent  GET / HTTP/1.1\\r\\n\n        \\r\\n\n",
        "came  HTTP/1.1 200 OK\\r\\n\n        \\r\\n\n",
        "the end of the stream");
  }

  @Test
  void showsWhatAnHttpClientUnderstands() throws Exception {
    String output = type("get(\"/tea\");");

    assertContains(
        output,
        "sent  GET /tea HTTP/1.1\\r\\n",
        "status 200",
        "body",
        "only hanging up could end the body");
  }

  @Test
  void looksForAnAnswerThatComesEarly() throws Exception {
    String output = type("Wire.limit = 500; early(); Wire.limit = 5_000;");

    assertContains(
        output,
        "came  (nothing)",
        "silence",
        "sent  .0.1\\r\\n",
        "came  HTTP/1.1 200 OK\\r\\n",
        "Nothing came early");
  }

  @Test
  void comparesLineEnds() throws Exception {
    String output = type("crlf();");

    assertContains(
        output,
        "127.0.0.1\\r\\n\n",
        "came  HTTP",
        "127.0.0.1\\n\n",
        "came  HTTP",
        "The same answer to both");
  }
}
