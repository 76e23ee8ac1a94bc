package lab;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import support.LabTests;

/** Every helper of the lab is typed. */
class ExploreTest extends LabTests {

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    assertGreetsWith(
        "get()",
        "send(\"GET / HT\", \"TP/1.1\\r\\n\\r\\n\")",
        "half()",
        "lines(\"one\\r\\ntwo\\n\\nend\")");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    assertReachNobody("knock(); half(); send(\"\"); get(); graffiti();");
  }

  @Test
  @Order(3)
  void showsEveryByteOfAnyServer() throws Exception {
    assertShowsEveryByte("knock()");
  }

  @Test
  @Order(4)
  void startsTheListingOnce() throws Exception {
    assertStartsOnce("02");
  }

  @Test
  void waitsOnlyAWhileForASilentServer() throws Exception {
    String output = type("Wire.limit = 100; knock(); half(); Wire.limit = 5_000;");

    assertContains(output, "came  (nothing)", "then  silence", "without a word");
    assertContains(
        output,
        "sent  GET / HTTP/1.1\\r\\n",
        "        Host: 127.0\n",
        "then  silence",
        "empty line");
  }

  @Test
  void sendsARequestInPieces() throws Exception {
    String output = type("send(\"GET / HT\", \"TP/1.1\\r\\n\\r\\n\");");

    assertContains(
        output,
        "sent  GET / HT\n",
        "sent  TP/1.1\\r\\n\n        \\r\\n\n",
        "the end of the stream");
  }

  @Test
  void showsTheRequestOfAnHttpClient() throws Exception {
    String output = type("get(); get(\"/tea\");");

    assertContains(
        output,
        "sent  GET / HTTP/1.1\\r\\n",
        "User-Agent: okhttp/",
        "        \\r\\n\n",
        "OkHttp gives up: ",
        "sent  GET /tea HTTP/1.1\\r\\n");
  }

  @Test
  void showsWhatReadLineMakesOfLineEnds() throws Exception {
    String output = type("lines(\"a\\r\\nb\\n\\nc\\rd\");");

    assertContains(
        output,
        "text  a\\r\\n",
        "is \"a\"",
        "is \"b\"",
        "is \"\"",
        "is \"c\"",
        "is \"d\"",
        "is null");
  }

  @Test
  void sendsControlCharacters() throws Exception {
    String output = type("graffiti();");

    assertContains(
        output, "User-Agent: \\x1b[41m I was here \\x1b[0m\\x07\\r\\n", "the end of the stream");
  }
}
