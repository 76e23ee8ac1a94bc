package support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import judge.words.Await;

/** Records what is printed, and keeps it off the screen, from its creation to that of the next. */
public final class Terminal {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  public Terminal() {
    PrintStream recorder = new PrintStream(printed, true, UTF_8);
    System.setOut(recorder);
    System.setErr(recorder);
  }

  /** All that was printed so far, with {@code \n} at each line's end. */
  public String text() {
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** Waits until that text is part of what was printed. */
  public void await(String text) {
    Await.until("the terminal shows \"" + text + "\"", () -> text().contains(text));
  }
}
