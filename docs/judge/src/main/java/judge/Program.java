package judge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import judge.http.Form;
import judge.http.Head;
import judge.learner.Story;
import judge.seen.ChildProcess;
import judge.seen.Received;
import judge.seen.Wire;
import judge.verdict.Failure;
import judge.words.Limits;
import judge.words.Text;
import judge.words.Wait;

/** The learner's {@code main}, started as a program of its own: {@code java exercise.WebServer}. */
public final class Program implements AutoCloseable {

  private static final int START = Limits.millis(15_000);

  private final ChildProcess process;
  private int told; // so many of its lines

  private Program(ChildProcess process) {
    this.process = process;
  }

  /** Starts it, with options of Java's; port 0 is any free one. */
  public static Program start(Class<?> server, int port, String... options) {
    String all = String.join(" ", options) + (options.length > 0 ? " " : "");
    Story.tell("$ java " + all + "-Dport=" + port + " " + server.getName());
    try {
      return new Program(ChildProcess.start(server, port, options));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts one that {@link #stop} is to end; port 0 is any free one. */
  public static Program startStoppable(Class<?> server, int port) {
    Story.tell("$ java -Dport=" + port + " " + server.getName());
    try {
      return new Program(ChildProcess.startStoppable(server, port));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, as Ctrl-C does. */
  public void stop() {
    Story.tell("the program is asked to end, as by Ctrl-C");
    process.stop();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** All lines printed so far, on both streams. */
  public List<String> lines() {
    return process.lines();
  }

  /**
   * Waits for the line that says {@code Listening on http://127.0.0.1:} and a port.
   *
   * @throws Failure if it does not come
   */
  public int expectPort() {
    String words = "Listening on http://127.0.0.1:";
    boolean listens = Wait.until(
        () -> lines().stream().anyMatch(line -> line.matches(".*" + words + "\\d+.*"))
            || !process.isAlive(),
        START);
    tellLines();
    return lines().stream()
        .filter(line -> line.contains(words))
        .map(line -> Integer.parseInt(line.replaceAll(".*" + words + "(\\d+).*", "$1")))
        .findFirst()
        .orElseThrow(() -> Failure.because(
            "main has not said \"" + words + "\" and its port.",
            listens
                ? "- It has ended before."
                : "- It runs, but says something else, or nothing."));
  }

  /** Sends one byte for each char (ISO-8859-1), and waits until it hangs up. */
  public void send(String text) {
    int port = expectPort();
    Story.sent("a client sends", text.getBytes(ISO_8859_1));
    try (Wire wire = new Wire(port)) {
      wire.send(text)
          .receive(Limits.SOON, () -> !process.isAlive())
          .tell("the client", Limits.SOON);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Failure failed(IOException e) {
    return Failure.because("The client's connection has failed: " + e.getMessage() + ".");
  }

  /** Whether it prints the line; blanks in front of it do not matter. */
  public boolean prints(String line) {
    boolean isThere = Wait.until(
        () -> lines().stream().anyMatch(one -> one.strip().equals(line)) || !process.isAlive(),
        Limits.SOON);
    tellLines();
    return isThere && lines().stream().anyMatch(one -> one.strip().equals(line));
  }

  /**
   * Sends it the request, and reads what comes back until it hangs up.
   *
   * @param why what it likely means if that is wrong in its form
   * @throws Failure unless a well-formed response comes
   */
  public Answer ask(Head request, String... why) {
    int port = expectPort();
    Story.tryWith(null);
    Story.sent("a client sends", request.text().getBytes(ISO_8859_1));
    try (Wire wire = new Wire(port)) {
      return answer(receive("the client", wire.send(request.text())), request.method(), why);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** What comes to one of its clients until it hangs up. */
  public Received receive(String name, Wire client) {
    Received received = client.receive(Limits.SOON, () -> !process.isAlive());
    received.tell(name, Limits.SOON);
    return received;
  }

  /**
   * The response in what was received.
   *
   * @param why what it likely means if that is wrong in its form
   * @throws Failure unless it is well-formed
   */
  public static Answer answer(Received received, String method, String... why) {
    Failure.raise(Form.problem(received.bytes(), method).map(m -> m.first(why)));
    return Answer.of(received.bytes());
  }

  /**
   * Waits for its end, and returns the exit code.
   *
   * @throws Failure if it goes on
   */
  public int expectExit() {
    Wait.until(() -> !process.isAlive() || isListening(), START);
    boolean ended = Wait.until(() -> !process.isAlive(), Limits.SOON);
    tellLines();
    if (!ended) {
      throw Failure.because(
          "The program goes on; it should have ended.",
          isListening()
              ? "- It listens, but not on the port that -Dport names."
              : "- It may wait for something, or try again and again.",
          "- Where the port is taken, nothing is left to do: System.exit(1).");
    }
    try {
      int code = process.awaitExit(10);
      Story.tell("exit code " + code);
      return code;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isListening() {
    return lines().stream().anyMatch(line -> line.contains("Listening on"));
  }

  /** Tells what it has printed since, or the last lines of that. */
  public void tellLines() {
    List<String> all = lines();
    Text.last(all.subList(told, all.size()), 8).forEach(Story::tell);
    told = all.size();
  }

  @Override
  public void close() {
    process.close();
  }
}
