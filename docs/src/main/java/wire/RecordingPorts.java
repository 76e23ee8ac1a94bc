package wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import running.Phase;
import running.Program;
import running.Run;

/** Puts a recording port in front of each server that runs. */
public final class RecordingPorts {

  /** The one above those of servers and pages, 7878. */
  private static final int USUAL_PORT = 7879;

  private final Recorder recorder;
  private final BiConsumer<Program, Integer> onPort;
  private final Map<Program, Relay> relays = new HashMap<>();
  private final Map<Program, Integer> ports = new HashMap<>();

  /**
   * @param onPort is told the recording port of a program, and 0 when there is none any more
   */
  public RecordingPorts(Recorder recorder, BiConsumer<Program, Integer> onPort) {
    this.recorder = recorder;
    this.onPort = onPort;
  }

  /** Tells how it stands with a server now. */
  public synchronized void follow(Run run) {
    Program program = run.program();
    Relay relay = relays.get(program);
    if (run.phase() == Phase.STOPPED && relay != null) {
      relays.remove(program).close();
    } else if (run.phase() == Phase.RUNNING && relay == null && serverPort(run) != 0) {
      relays.put(program, open(program, serverPort(run)));
    }
  }

  private Relay open(Program program, int port) {
    try {
      return new Relay(program.key(), port, USUAL_PORT, recorder, now -> changed(program, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void changed(Program program, int port) {
    ports.put(program, port);
    onPort.accept(program, port);
  }

  /** Where a server that runs listens, as it says itself or as it was told; 0 if nobody knows. */
  static int serverPort(Run run) {
    return run.address().isEmpty() ? run.port() : URI.create(run.address()).getPort();
  }

  /** Where a client reaches a server that runs: the recording port, if it has one. */
  synchronized int portOf(Run run) {
    int port = ports.getOrDefault(run.program(), 0);
    return port == 0 ? serverPort(run) : port;
  }
}
