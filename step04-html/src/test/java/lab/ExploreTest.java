package lab;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import support.LabTests;

/** Every helper of the lab is typed. */
class ExploreTest extends LabTests {

  @Test
  @Order(1)
  void greetsWithCallsToTry() {
    assertGreetsWith("get()", "raw(\"/\")", "count()", "start(6)");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    assertReachNobody("get(); raw(\"/\"); twice(\"/\"); big(9);");
  }

  @Test
  @Order(3)
  void showsEveryByteOfAnyServer() throws Exception {
    assertShowsEveryByte("raw(\"/\")");
  }

  @Test
  @Order(4)
  void startsAnyListingOfTheStep() throws Exception {
    String output = type("start(8); start(6); get(\"/tea\"); start();");

    assertContains(
        output,
        "no listing 8",
        "[5, 6, 7, 9]",
        "Listing 06. Listening on",
        "OkHttp gives up",
        "Listing 09. Listening on");
  }

  @Test
  void showsThePageAsAClientUnderstandsIt() throws Exception {
    String output = type("get(); get(\"/tea\");");

    assertContains(
        output, "status 200", "Content-Type: text/html", "<h1>Hello!</h1>", "status 404", "Oops!");
  }

  @Test
  void comparesContentLengthWithTheBytes() throws Exception {
    int bytes = getClass().getResourceAsStream("/hello.html").readAllBytes().length;

    String output = type("raw(\"/\");");

    assertContains(
        output, "came  HTTP/1.1 200 OK\\r\\n", "\\xd0\\x9f", bytes + " bytes", ": " + bytes);
  }

  @Test
  void countsCharactersAndBytes() throws Exception {
    String output = type("count(); count(\"tea\");");

    assertContains(output, "length()", "is 6", "is 12", "\\xd0\\x9f", "is 3", "is 3");
  }

  @Test
  void timesTwoRequests() throws Exception {
    String output = type("twice(\"/\");");

    assertContains(output, "first", "bytes after", "second", "bytes after");
  }

  @Test
  void sendsABigHeader() throws Exception {
    String output = type("big(9000);");

    assertContains(output, "X-Big: xxx", "... 9009 bytes", "HTTP/1.1 200 OK", "It has read");
  }
}
