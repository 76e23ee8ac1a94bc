package support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import judge.seen.ChildProcess;
import judge.seen.LabSession;
import judge.seen.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A step's lab, of which a subclass types every helper: first with no server, then with one that
 * {@code start()} starts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
public abstract class LabTests {

  private static final Pattern TROUBLE =
      Pattern.compile("(?m)^\\|  (Error|Exception|Warning).*|^Exception in thread.*|^\\s+at .*");

  protected final int port = Ports.free();
  private final Path step = ChildProcess.module(getClass());
  private LabSession lab;
  private String greeting;

  /** The lab waits up to 5 s for an answer, so that a busy machine is no failure. */
  @BeforeAll
  void open() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    lab = new LabSession(step.resolve("explore.jsh"), classPath, port, "-R-Dlimit=5000");
    greeting = lab.output();
  }

  @AfterAll
  void close() throws IOException {
    lab.close();
  }

  /** Types statements; what they print, which must not be an error or a stack trace. */
  protected String type(String statements) throws IOException {
    return withoutTrouble(typeWithTrouble(statements));
  }

  /** Types statements; what they print, a stack trace or not. */
  protected String typeWithTrouble(String statements) throws IOException {
    return lab.type("{ " + statements + " }"); // one block is faster than one after the other
  }

  private static String withoutTrouble(String output) {
    assertFalse(TROUBLE.matcher(output).find(), output);
    return output;
  }

  /** Checks that a text contains these parts, in this order. */
  protected static void assertContains(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int found = text.indexOf(part, from);
      assertTrue(found >= 0, () -> "No \"" + part + "\", or not in this place, in:\n" + text);
      from = found + part.length();
    }
  }

  /** Checks that the lab begins with its address and these calls to try. */
  protected void assertGreetsWith(String... calls) {
    String address = "http://127.0.0.1:" + port;
    assertContains(withoutTrouble(greeting), address);
    assertContains(greeting.substring(greeting.indexOf(address)), calls);
  }

  /** Checks that each of the calls says that nobody listens, and how to start a server. */
  protected void assertReachNobody(String calls) throws IOException {
    String output = type(calls);

    String nobody = "Nobody listens on 127.0.0.1:" + port;
    assertContains(output, nobody, "start()", "mvn -pl " + step.getFileName() + " exec:java");
    assertContains(output, "-Dport=" + port);
    assertEquals(calls.split(";").length, output.split(nobody, -1).length - 1, output);
  }

  /** Checks that the call shows every byte of a server that is not the lab's. */
  protected void assertShowsEveryByte(String call) throws Exception {
    try (var listener = Ports.listen(port)) {
      var server = new FutureTask<>(() -> {
        try (Socket socket = listener.accept()) {
          socket.getOutputStream().write("Hi\r\n\u001b\u00d0".getBytes(ISO_8859_1));
          socket.shutdownOutput();
          return socket.getInputStream().readAllBytes().length;
        }
      });
      new Thread(server).start();

      String output = type(call + "; start();");

      assertContains(output, "came  Hi\\r\\n\n", " \\x1b\\xd0\n", "the end of the stream");
      assertContains(output, "Port " + port + " is taken");
      server.get();
    }
  }

  /** Checks that start() starts this listing, and a second start() says that one runs. */
  protected void assertStartsOnce(String listing) throws IOException {
    String address = "http://127.0.0.1:" + port;
    assertContains(
        type("start(); start();"), "Listing " + listing + ". Listening on " + address, "is taken");
  }
}
