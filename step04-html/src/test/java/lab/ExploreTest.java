package lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lab.LabSession.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.FutureTask;
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
        lab.greeting, "http://127.0.0.1:" + lab.port, "get()", "raw(\"/\")", "count()", "start(6)");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("get(); raw(\"/\"); twice(\"/\"); big(9);");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    assertContains(output, nobody, "start()", "mvn -pl step04-html exec:java");
    assertContains(output, "-Dport=" + lab.port);
    assertEquals(4, output.split(nobody, -1).length - 1, output);
  }

  @Test
  @Order(3)
  void showsEveryByteOfAnyServer() throws Exception {
    try (var listener = new ServerSocket(lab.port, 50, InetAddress.getByName("127.0.0.1"))) {
      var server = new FutureTask<>(() -> {
        try (Socket socket = listener.accept()) {
          socket.getOutputStream().write("Hi\r\n\u001b\u00d0".getBytes(ISO_8859_1));
          socket.shutdownOutput();
          return socket.getInputStream().readAllBytes().length;
        }
      });
      new Thread(server).start();

      String output = lab.type("raw(\"/\"); start();");

      assertContains(output, "came  Hi\\r\\n\n", " \\x1b\\xd0\n", "the end of the stream");
      assertContains(output, "Port " + lab.port + " is taken");
      server.get();
    }
  }

  @Test
  @Order(4)
  void startsAnyListingOfTheStep() throws Exception {
    String output = lab.type("start(8); start(6); get(\"/tea\"); start();");

    assertContains(
        output,
        "no listing 8",
        "[5, 6, 7, 9]",
        "Listing 06. Listening on",
        "OkHttp gives up",
        "Listing 09. Listening on");
  }

  @Test
  @Order(5)
  void showsThePageAsAClientUnderstandsIt() throws Exception {
    String output = lab.type("get(); get(\"/tea\");");

    assertContains(
        output, "status 200", "Content-Type: text/html", "<h1>Hello!</h1>", "status 404", "Oops!");
  }

  @Test
  @Order(5)
  void comparesContentLengthWithTheBytes() throws Exception {
    int bytes = getClass().getResourceAsStream("/hello.html").readAllBytes().length;

    String output = lab.type("raw(\"/\");");

    assertContains(
        output, "came  HTTP/1.1 200 OK\\r\\n", "\\xd0\\x9f", bytes + " bytes", ": " + bytes);
  }

  @Test
  @Order(5)
  void countsCharactersAndBytes() throws Exception {
    String output = lab.type("count(); count(\"tea\");");

    assertContains(output, "length()", "is 6", "is 12", "\\xd0\\x9f", "is 3", "is 3");
  }

  @Test
  @Order(5)
  void timesTwoRequests() throws Exception {
    String output = lab.type("twice(\"/\");");

    assertContains(output, "first", "bytes after", "second", "bytes after");
  }

  @Test
  @Order(5)
  void sendsABigHeader() throws Exception {
    String output = lab.type("big(9000);");

    assertContains(output, "X-Big: xxx", "... 9009 bytes", "HTTP/1.1 200 OK", "It has read");
  }
}
