package book;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;

/**
 * What a {@link LabTool} prints, as text. Its prompt comes apart, when it asks for a line: what the
 * threads of the lab print meanwhile stands above it.
 */
public final class LabScreen extends OutputStream {

  /** Asks for a line. */
  public static final String PROMPT = "jshell> ";

  /** Asks for the next line of the same. */
  public static final String MORE = "   ...> ";

  private static final int MOST_AT_ONCE = 4_096;

  private final Consumer<String> printed;
  private final Consumer<String> asked;
  private final Text tool = new Text(Charset.defaultCharset());
  private final Text threads = new Text(UTF_8);
  private String prompt = "";
  private boolean isAtStart = true;
  private int count;

  /**
   * @param printed is told what is printed
   * @param asked is told the prompt
   */
  public LabScreen(Consumer<String> printed, Consumer<String> asked) {
    this.printed = printed;
    this.asked = asked;
  }

  /** Bytes of which some may be the beginning of a character that is not whole yet. */
  private static final class Text {

    private final CharsetDecoder decoder;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    Text(Charset charset) {
      decoder = charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    String add(byte[] bytes, int from, int length) {
      ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
      all.put(rest).put(bytes, from, length).flip();
      CharBuffer text = CharBuffer.allocate(all.remaining());
      decoder.decode(all, text, false);
      rest = all;
      return text.flip().toString();
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (!Thread.currentThread().getName().equals(LabTool.THREAD)) {
      print(threads, bytes, from, length);
      rest(length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      write(bytes, i);
    }
  }

  /** What floods leaves time to others. */
  private void rest(int length) throws IOException {
    count += length;
    if (count >= MOST_AT_ONCE) {
      count = 0;
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** JShell writes its prompts, and what is typed after them, byte by byte. */
  private void write(byte[] bytes, int at) {
    String more = prompt + (char) bytes[at];
    if (isAtStart && (PROMPT.startsWith(more) || MORE.startsWith(more))) {
      prompt = more;
      if (more.equals(PROMPT) || more.equals(MORE)) {
        asked.accept(more);
      }
      return;
    }
    byte[] held = prompt.getBytes(US_ASCII);
    prompt = "";
    print(tool, held, 0, held.length);
    print(tool, bytes, at, 1);
    isAtStart = bytes[at] == '\n';
  }

  private void print(Text source, byte[] bytes, int from, int length) {
    String text = source.add(bytes, from, length);
    if (!text.isEmpty()) {
      printed.accept(text);
    }
  }
}
