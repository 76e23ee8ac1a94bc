package wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import judge.seen.Ports;
import judge.seen.Received;
import judge.seen.Wire;
import judge.words.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and a server that talk to each other, with or without the recording port between. */
abstract class Relayed {

  static final int PATIENCE = 30; // seconds
  static final int SHORT = 600; // milliseconds

  /** What a client and a server do; both say what they have seen. */
  interface Talk {
    void run(Wire client, Socket server, List<String> seen) throws Exception;
  }

  /** Not the usual one, which a book that runs may have. */
  final int own = Ports.free();

  final Recorder recorder = new Recorder(connection -> {});
  volatile int port;
  ServerSocket listener;
  Relay relay;

  @BeforeEach
  void start() throws Exception {
    listener = Ports.listen(Ports.free()); // nobody is given it while it is shut
    relay = new Relay("1/mine", listener.getLocalPort(), own, recorder, now -> port = now);
    Wait.until("it listens", () -> port != 0, PATIENCE);
  }

  @AfterEach
  void stop() throws Exception {
    relay.close();
    listener.close();
  }

  /** What is seen through the recording port; it must be what is seen without it. */
  List<String> seen(Talk talk) throws Exception {
    List<String> direct = talk(listener.getLocalPort(), talk);
    List<String> relayed = talk(port, talk);
    assertEquals(direct, relayed);
    return relayed;
  }

  List<String> talk(int where, Talk talk) throws Exception {
    List<String> seen = new ArrayList<>();
    try (Wire client = new Wire(where);
        Socket server = listener.accept()) {
      server.setSoTimeout(10_000);
      talk.run(client, server, seen);
    }
    return seen;
  }

  /** What the server reads next: bytes, FIN or RST. */
  static String read(Socket server) {
    byte[] some = new byte[1_000];
    try {
      int count = server.getInputStream().read(some);
      return count < 0 ? "FIN" : new String(some, 0, count, ISO_8859_1);
    } catch (IOException e) {
      return "RST";
    }
  }

  static void write(Socket server, String text) throws IOException {
    server.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  static String rest(Wire client) {
    Received all = client.receive(SHORT);
    return all.text() + " " + all.end();
  }

  /** What was recorded of the last connection. */
  List<String> recorded() {
    Wait.until("it is closed", () -> !last().isOpen(), PATIENCE);
    return last().moments().stream()
        .map(one -> (one.isClients() ? "> " : "< ")
            + (one.kind() == Moment.Kind.BYTES ? new String(one.bytes(), ISO_8859_1) : one.kind()))
        .toList();
  }

  Connection last() {
    List<Connection> all = recorder.connections();
    return all.get(all.size() - 1);
  }
}
