package live;

import java.util.Map;
import java.util.stream.IntStream;
import running.Program;
import running.Servers;
import wire.Connection;
import wire.Recorder;
import wire.RecordingPorts;
import wire.TypedClients;
import wire.TypedClients.Ending;

/** What the pages show of the connections to the servers, and what they may do with them. */
final class Wires {

  private final Feed feed;
  private final Servers servers;
  private final Recorder recorder = new Recorder(this::show);
  private final RecordingPorts ports;
  private final TypedClients clients;

  /** Records what goes to these servers, and tells the feed. */
  Wires(Feed feed, Servers servers) {
    this.feed = feed;
    this.servers = servers;
    ports = new RecordingPorts(
        recorder, (program, port) -> feed.put("recording/" + program.key(), port));
    clients = new TypedClients(ports, recorder, count -> feed.put("clients", count));
    feed.put("clients", 0);
    servers.onChange(ports::follow);
  }

  private void show(Connection connection) {
    feed.put(topic(connection.number()), ConnectionView.of(connection));
  }

  /** A newer connection takes the place of an old one. */
  private static String topic(int number) {
    return "wire/" + number % Recorder.MOST;
  }

  /** Adds what a page may ask for. */
  void addActions(Map<String, Runnable> all) {
    all.put("/do/wire/clear", this::clear);
    all.put("/do/wire/hangup", clients::hangUp);
  }

  /**
   * The same for one program.
   *
   * @param prefix of the paths
   * @param text what the reader has typed
   */
  void addActions(Map<String, Runnable> all, String prefix, Program program, String text) {
    for (int pause : TypedClients.PAUSES) {
      for (Ending ending : Ending.values()) {
        all.put(
            prefix + "send/" + pause + "/" + ending.word(),
            () -> clients.send(servers.run(program), text, pause, ending));
      }
    }
  }

  private void clear() {
    recorder.clear();
    IntStream.range(0, Recorder.MOST).forEach(slot -> feed.forget(topic(slot)));
  }
}
