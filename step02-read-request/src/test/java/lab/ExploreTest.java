package lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
        "get()",
        "send(\"GET / HT\", \"TP/1.1\\r\\n\\r\\n\")",
        "half()",
        "lines(\"one\\r\\ntwo\\n\\nend\")");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("{ knock(); half(); send(\"\"); get(); graffiti(); }");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    LabSession.assertContains(output, nobody, "start()", "mvn -pl step02-read-request exec:java");
    LabSession.assertContains(output, "-Dport=" + lab.port);
    assertEquals(5, output.split(nobody, -1).length - 1, output);
    assertFalse(output.contains("|  "), output);
  }

  @Test
  @Order(3)
  void showsEveryByteOfAnyServer() throws Exception {
    try (var listener = new ServerSocket(lab.port, 50, InetAddress.getByName("127.0.0.1"))) {
      var server = new FutureTask<>(() -> {
        try (Socket socket = listener.accept()) {
          socket.getOutputStream().write("Hi\r\n\u001b\u00d0".getBytes(ISO_8859_1));
          return socket.getInputStream().readAllBytes().length;
        }
      });
      new Thread(server).start();

      lab.shows("knock()", "came  Hi\\r\\n\n", " \\x1b\\xd0\n", "then  silence");
      lab.shows("start()", "Port " + lab.port + " is taken");
      server.get();
    }
  }

  @Test
  @Order(4)
  void startsTheListing() throws Exception {
    lab.shows("start()", "Listing 02. Listening on http://127.0.0.1:" + lab.port, "in the lab");
    lab.shows("start()", "is taken");
  }

  @Test
  @Order(5)
  void waitsInVainForASilentServer() throws Exception {
    lab.shows("knock()", "came  (nothing)", "then  silence", "No request.", "without a word");
  }

  @Test
  @Order(5)
  void sendsHalfARequest() throws Exception {
    lab.shows(
        "half()",
        "sent  GET / HTTP/1.1\\r\\n",
        "        Host: 127.0\n",
        "then  silence",
        "empty line");
  }

  @Test
  @Order(5)
  void sendsARequestInPieces() throws Exception {
    lab.shows(
        "send(\"GET / HT\", \"TP/1.1\\r\\n\\r\\n\")",
        "sent  GET / HT\n",
        "sent  TP/1.1\\r\\n\n        \\r\\n\n",
        "end of the stream");
  }

  @Test
  @Order(5)
  void showsTheRequestOfAnHttpClient() throws Exception {
    lab.shows(
        "get()",
        "sent  GET / HTTP/1.1\\r\\n",
        "User-Agent: okhttp/",
        "        \\r\\n\n",
        "OkHttp gives up: ");
    lab.shows("get(\"/tea\")", "  GET /tea HTTP/1.1\n");
  }

  @Test
  @Order(5)
  void showsWhatReadLineMakesOfLineEnds() throws Exception {
    lab.shows(
        "lines(\"a\\r\\nb\\n\\nc\\rd\")",
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
    lab.shows(
        "graffiti()", "User-Agent: \\x1b[41m I was here \\x1b[0m\\x07\\r\\n", "end of the stream");
  }
}
