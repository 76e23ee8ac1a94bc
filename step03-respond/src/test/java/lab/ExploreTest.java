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
        lab.greeting,
        "http://127.0.0.1:" + lab.port,
        "get()",
        "send(\"GET / HTTP/1.1\\r\\n\\r\\n\")",
        "early()",
        "crlf()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("send(\"\"); get(); early(); crlf();");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    assertContains(output, nobody, "start()", "mvn -pl step03-respond exec:java");
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

      String output = lab.type("send(\"x\"); start();");

      assertContains(output, "came  Hi\\r\\n\n", " \\x1b\\xd0\n", "the end of the stream");
      assertContains(output, "Port " + lab.port + " is taken");
      server.get();
    }
  }

  @Test
  @Order(4)
  void startsTheListingOnce() throws Exception {
    String output = lab.type("start(); start();");

    assertContains(output, "Listing 03. Listening on http://127.0.0.1:" + lab.port, "is taken");
  }

  @Test
  @Order(5)
  void showsTheBytesOfTheAnswer() throws Exception {
    String output = lab.type("send(\"GET / HTTP/1.1\\r\\n\\r\\n\");");

    assertContains(
        output,
        "sent  GET / HTTP/1.1\\r\\n\n        \\r\\n\n",
        "came  HTTP/1.1 200 OK\\r\\n\n        \\r\\n\n",
        "the end of the stream");
  }

  @Test
  @Order(5)
  void showsWhatAnHttpClientUnderstands() throws Exception {
    String output = lab.type("get(\"/tea\");");

    assertContains(
        output,
        "sent  GET /tea HTTP/1.1\\r\\n",
        "status 200",
        "body",
        "only hanging up could end the body");
  }

  @Test
  @Order(5)
  void looksForAnAnswerThatComesEarly() throws Exception {
    String output = lab.type("Wire.limit = 500; early(); Wire.limit = 5_000;");

    assertContains(
        output,
        "came  (nothing)",
        "silence",
        "sent  .0.1\\r\\n",
        "came  HTTP/1.1 200 OK\\r\\n",
        "Nothing came early");
  }

  @Test
  @Order(5)
  void comparesLineEnds() throws Exception {
    String output = lab.type("crlf();");

    assertContains(
        output,
        "127.0.0.1\\r\\n\n",
        "came  HTTP",
        "127.0.0.1\\n\n",
        "came  HTTP",
        "The same answer to both");
  }
}
