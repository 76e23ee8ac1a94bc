package wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.Wire;
import running.Phase;
import running.Run;
import wire.Moment.Kind;

/** Clients whose bytes the reader has typed; each is a connection of its own. */
public final class TypedClients {

  /** How many there may be at a time. */
  public static final int MOST = 20;

  /** Milliseconds between two pieces. */
  public static final List<Integer> PAUSES = List.of(0, 500, 1_000, 3_000);

  private static final int MILLIS_TO_CONNECT = 2_000;
  private static final int MILLIS_TO_WAIT = 600_000;
  private static final Pattern ESCAPE = Pattern.compile("\\\\([rnt\\\\]|x[0-9a-fA-F]{2})");

  /** What a client does when it has sent all pieces. */
  public enum Ending {
    /** It waits until the server hangs up. */
    WAIT,
    /** It says that nothing more comes (FIN), and waits. */
    FIN,
    /** It breaks off (RST). */
    RST,
    /** It hangs up, whatever the server may still say. */
    CLOSE;

    /** As it stands in the path of an action. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final RecordingPorts ports;
  private final Recorder recorder;
  private final IntConsumer onCount;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();

  /**
   * @param onCount is told how many are connected
   */
  public TypedClients(RecordingPorts ports, Recorder recorder, IntConsumer onCount) {
    this.ports = ports;
    this.recorder = recorder;
    this.onCount = onCount;
  }

  /**
   * Connects to a server that runs, and sends what was typed.
   *
   * @param text a piece a line, with escapes such as those of Java; nothing if it is empty
   * @param pause in milliseconds, after each piece
   */
  public void send(Run run, String text, int pause, Ending ending) {
    int port = ports.portOf(run);
    if (run.phase() != Phase.RUNNING || port == 0 || open.size() >= MOST) {
      return; // the page does not offer it
    }
    try {
      Wire wire = new Wire(port, MILLIS_TO_CONNECT);
      open.add(wire);
      onCount.accept(open.size());
      Thread thread = new Thread(() -> talk(wire, text, pause, ending), "typed client");
      thread.setDaemon(true);
      thread.start();
    } catch (ConnectException e) {
      Recording refused = recorder.open(run.program().key(), 0);
      refused.end(false, Kind.REFUSED);
      refused.close();
      recorder.tell(false);
    } catch (IOException e) {
      // The server's queue is full: nothing has happened that could be shown.
    }
  }

  private void talk(Wire wire, String text, int pause, Ending ending) {
    try (wire) {
      for (String piece : text.split("\\R")) {
        wire.trySend(bytes(piece));
        Thread.sleep(pause);
      }
      end(wire, ending);
    } catch (IOException | InterruptedException e) {
      // The server has broken off, or the reader has hung up.
    } finally {
      open.remove(wire);
      onCount.accept(open.size());
    }
  }

  private static void end(Wire wire, Ending ending) throws IOException {
    switch (ending) {
      case WAIT -> wire.endsWithin(MILLIS_TO_WAIT);
      case FIN -> wire.endOutput().endsWithin(MILLIS_TO_WAIT);
      case RST -> wire.reset();
      case CLOSE -> wire.close();
    }
  }

  /** What was typed, as bytes; what is no escape stands for itself. */
  static byte[] bytes(String typed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(typed);
    int end = 0;
    while (escape.find()) {
      bytes.writeBytes(typed.substring(end, escape.start()).getBytes(UTF_8));
      bytes.write(octet(escape.group(1)));
      end = escape.end();
    }
    bytes.writeBytes(typed.substring(end).getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private static int octet(String escape) {
    return switch (escape.charAt(0)) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'x' -> Integer.parseInt(escape.substring(1), 16);
      default -> '\\';
    };
  }

  /** All hang up. */
  public void hangUp() {
    open.forEach(Wire::close);
  }
}
