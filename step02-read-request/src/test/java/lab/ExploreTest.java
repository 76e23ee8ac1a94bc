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
        "send(\"GET / HT\", \"TP/1.1\\r\\n\\r\\n\")",
        "half()",
        "lines(\"one\\r\\ntwo\\n\\nend\")");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("knock(); half(); send(\"\"); get(); graffiti();");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    assertContains(output, nobody, "start()", "mvn -pl step02-read-request exec:java");
    assertContains(output, "-Dport=" + lab.port);
    assertEquals(5, output.split(nobody, -1).length - 1, output);
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

      String output = lab.type("knock(); start();");

      assertContains(output, "came  Hi\\r\\n\n", " \\x1b\\xd0\n", "the end of the stream");
      assertContains(output, "Port " + lab.port + " is taken");
      server.get();
    }
  }

  @Test
  @Order(4)
  void startsTheListingOnce() throws Exception {
    String output = lab.type("start(); start();");

    assertContains(output, "Listing 02. Listening on http://127.0.0.1:" + lab.port, "is taken");
  }

  @Test
  @Order(5)
  void waitsOnlyAWhileForASilentServer() throws Exception {
    String output = lab.type("Wire.limit = 100; knock(); half(); Wire.limit = 5_000;");

    assertContains(output, "came  (nothing)", "then  silence", "without a word");
    assertContains(
        output,
        "sent  GET / HTTP/1.1\\r\\n",
        "        Host: 127.0\n",
        "then  silence",
        "empty line");
  }

  @Test
  @Order(5)
  void sendsARequestInPieces() throws Exception {
    String output = lab.type("send(\"GET / HT\", \"TP/1.1\\r\\n\\r\\n\");");

    assertContains(
        output,
        "sent  GET / HT\n",
        "sent  TP/1.1\\r\\n\n        \\r\\n\n",
        "the end of the stream");
  }

  @Test
  @Order(5)
  void showsTheRequestOfAnHttpClient() throws Exception {
    String output = lab.type("get(); get(\"/tea\");");

    assertContains(
        output,
        "sent  GET / HTTP/1.1\\r\\n",
        "User-Agent: okhttp/",
        "        \\r\\n\n",
        "OkHttp gives up: ",
        "sent  GET /tea HTTP/1.1\\r\\n");
  }

  @Test
  @Order(5)
  void showsWhatReadLineMakesOfLineEnds() throws Exception {
    String output = lab.type("lines(\"a\\r\\nb\\n\\nc\\rd\");");

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
  @Order(5)
  void sendsControlCharacters() throws Exception {
    String output = lab.type("graffiti();");

    assertContains(
        output, "User-Agent: \\x1b[41m I was here \\x1b[0m\\x07\\r\\n", "the end of the stream");
  }
}
