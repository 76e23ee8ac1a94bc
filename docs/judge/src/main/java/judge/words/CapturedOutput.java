package judge.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What is printed on System.out and System.err: it is kept, and does not appear on the screen. */
public final class CapturedOutput {

  private final ByteArrayOutputStream printed;

  /** Keeps what is printed, from now on until another one begins. */
  public CapturedOutput() {
    this(new ByteArrayOutputStream());
    begin();
  }

  public CapturedOutput(ByteArrayOutputStream printed) {
    this.printed = printed;
  }

  public void begin() {
    PrintStream stream = new PrintStream(printed, true, UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  /** All that was printed so far, with {@code \n} at each line's end. */
  public String text() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  public List<String> lines() {
    return text().lines().toList();
  }

  /** How many bytes there are so far. */
  public int size() {
    return printed.size();
  }

  /** The lines after so many bytes. */
  public List<String> lines(int after) {
    byte[] bytes = printed.toByteArray();
    return new String(bytes, after, bytes.length - after, UTF_8).lines().toList();
  }

  /** Waits until that text is part of what was printed. */
  public void await(String text) {
    Wait.until("the terminal shows \"" + text + "\"", () -> text().contains(text));
  }
}
