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
        "knock()",
        "knock(3)",
        "get()",
        "whoListens()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("{ knock(); knock(3); get(); whoListens(); reset(); }");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    LabSession.assertContains(output, nobody, "start()", "mvn -pl step01-listen exec:java");
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
    lab.shows("start()", "Listing 01. Listening on http://127.0.0.1:" + lab.port, "in the lab");
    lab.shows("start()", "is taken");
  }

  @Test
  @Order(5)
  void showsBothEndsOfEachCall() throws Exception {
    String output = lab.type("knock(2)");

    LabSession.assertContains(
        output, "calls /127.0.0.1:" + lab.port, "came  (nothing)", "end of the");
    assertEquals(2, output.split("Connection established!", -1).length - 1, output);
  }

  @Test
  @Order(5)
  void explainsWhatAnHttpClientMissed() throws Exception {
    lab.shows("get()", "sent  GET / HTTP/1.1\\r\\n", "Host: ", "OkHttp gives up: ", "status line");
  }

  @Test
  @Order(5)
  void findsTheOnlyAddressThatAnswers() throws Exception {
    lab.shows(
        "whoListens()",
        "  127.0.0.1 ",
        "answers\n",
        "  127.0.0.2 ",
        "Only programs on this machine");
  }

  @Test
  @Order(5)
  void leavesWithAReset() throws Exception {
    lab.shows("reset()", "left with a reset");
    lab.shows("knock()", "end of the stream");
  }

  @Test
  @Order(5)
  void showsTwoWaysToHangUp() throws Exception {
    lab.shows("endings()", "close()", "-1", "setSoLinger(true, 0)", "Connection reset");
  }
}
