package support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Records what the server prints on {@code System.out}, from its creation until it is closed. */
public final class Terminal implements AutoCloseable {

  private final PrintStream before = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  public Terminal() {
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  /** All that was printed so far, with {@code \n} at each line's end. */
  public String text() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** Waits until a part of what was printed equals {@code text}. */
  public void await(String text) {
    Await.until("the terminal shows \"" + text + "\"", () -> text().contains(text));
  }

  @Override
  public void close() {
    System.setOut(before);
  }
}
