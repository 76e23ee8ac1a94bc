package lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;

/** The lab of this step, as {@code exec:java@jshell} starts it: type a line, get its output. */
public final class LabSession {

  private static final String PROMPT = "jshell> ";
  private static final Pattern TROUBLE =
      Pattern.compile("(?m)^\\|  (Error|Exception|Warning).*|^Exception in thread.*|^\\s+at .*");

  public final int port = freePort();
  public final String greeting;

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final FutureTask<Integer> tool;

  /**
   * Starts the lab; it waits up to 5 s for an answer, so that a busy machine is no failure.
   *
   * @param test a class of the step whose lab it is
   */
  public LabSession(Class<?> test) throws Exception {
    tool = new FutureTask<>(jshell(script(test), new PipedInputStream(keyboard)));
    new Thread(tool, "jshell").start();
    greeting = output();
    assertFalse(TROUBLE.matcher(greeting).find(), greeting);
  }

  private Callable<Integer> jshell(Path script, PipedInputStream in) throws Exception {
    var out = new PrintStream(screen, true);
    String[] arguments = {
      "--class-path",
      classPath(),
      "-R-Dport=" + port,
      "-R-Dlimit=5000",
      "-R-XX:TieredStopAtLevel=1",
      "-R-XX:+UseSerialGC",
      script.toString()
    };
    return () -> JavaShellToolBuilder.builder()
        .in(in, null)
        .out(out)
        .err(out)
        .persistence(new HashMap<>())
        .start(arguments);
  }

  /** Types statements; what they print, which must not be an error or a stack trace. */
  public String type(String statements) throws Exception {
    String output = typeWithTrouble(statements);
    assertFalse(TROUBLE.matcher(output).find(), output);
    return output;
  }

  /** Types statements; what they print, a stack trace or not. */
  public String typeWithTrouble(String statements) throws Exception {
    return line("{ " + statements + " }"); // one block is faster than one statement after the other
  }

  private String line(String line) throws Exception {
    screen.reset();
    keyboard.write((line + "\n").getBytes(UTF_8));
    keyboard.flush();
    return output();
  }

  /** Checks that a text contains these parts, in this order. */
  public static void assertContains(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int found = text.indexOf(part, from);
      assertTrue(found >= 0, () -> "No \"" + part + "\", or not in this place, in:\n" + text);
      from = found + part.length();
    }
  }

  private String output() throws Exception {
    while (!text().endsWith(PROMPT) && !tool.isDone()) {
      Thread.sleep(5);
    }
    return text().replace("\r", "");
  }

  private String text() {
    return screen.toString(Charset.defaultCharset());
  }

  /** Leaves the lab as a learner does. */
  public void exit() throws Exception {
    line("/exit");
    tool.get();
  }

  private static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path");
    return surefire == null ? System.getProperty("java.class.path") : surefire;
  }

  /** The step's explore.jsh: it lies above the compiled tests, wherever those are run from. */
  private static Path script(Class<?> test) throws Exception {
    URI classes = test.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Stream.iterate(Path.of(classes), path -> path != null, Path::getParent)
        .map(folder -> folder.resolve("explore.jsh"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  /** A free port below those that the system gives to clients. */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (var probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        return probe.getLocalPort();
      } catch (BindException e) {
        // somebody has it: try another
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
