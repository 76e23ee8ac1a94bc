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
        "knock()",
        "knock(3)",
        "get()",
        "whoListens()");
  }

  @Test
  @Order(2)
  void saysThatNobodyListensAndHowToStartAServer() throws Exception {
    String output = lab.type("knock(); knock(3); get(); whoListens(); reset();");

    String nobody = "Nobody listens on 127.0.0.1:" + lab.port;
    assertContains(output, nobody, "start()", "mvn -pl step01-listen exec:java");
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

    assertContains(output, "Listing 01. Listening on http://127.0.0.1:" + lab.port, "is taken");
  }

  @Test
  @Order(5)
  void showsBothEndsOfEachCall() throws Exception {
    String output = lab.type("knock(2);");

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
  @Order(5)
  void showsWhatAnHttpClientMissed() throws Exception {
    String output = lab.type("get();");

    assertContains(output, "sent  GET / HTTP/1.1\\r\\n", "Host: ");
    assertContains(output, "OkHttp gives up: ", "status line");
  }

  @Test
  @Order(5)
  void findsTheOnlyAddressThatAnswers() throws Exception {
    String output = lab.type("whoListens();");

    assertContains(
        output, "  127.0.0.1 ", "answers\n", "  127.0.0.2 ", "Only programs on this machine");
  }

  @Test
  @Order(5)
  void leavesWithAResetThatTheServerSurvives() throws Exception {
    String output = lab.type("reset(); knock();");

    assertContains(output, "left with a reset", "the end of the stream");
  }

  @Test
  @Order(5)
  void showsTwoWaysToHangUp() throws Exception {
    String output = lab.type("endings();");

    assertContains(output, "close()", "-1", "setSoLinger(true, 0)", "Connection reset");
  }
}
