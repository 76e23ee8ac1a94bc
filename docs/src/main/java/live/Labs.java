package live;

import java.net.URI;
import project.Step;
import running.Phase;
import running.Run;
import running.Servers;
import trying.LabNames;
import trying.LabRooms;
import trying.LabView;

/** What the pages show of the steps' labs. */
final class Labs {

  private static final int PORT = 7878;

  private Labs() {}

  /** Tells the feed. */
  static LabRooms open(Feed feed, Servers servers) {
    return new LabRooms(
        step -> port(servers, step), lab -> show(feed, lab), names -> show(feed, names));
  }

  private static void show(Feed feed, LabView lab) {
    feed.put("lab/" + lab.step().number(), View.of(lab));
    feed.put("lines/" + lab.step().number(), lab.lines());
  }

  private static void show(Feed feed, LabNames names) {
    feed.put("names/" + names.step().number(), names);
  }

  /** Where a server of the step listens now; if none does, the port at which it would. */
  private static int port(Servers servers, Step step) {
    return servers.runs().stream()
        .filter(run -> run.program().step() == step && run.phase() == Phase.RUNNING)
        .map(Run::address)
        .filter(address -> !address.isEmpty())
        .mapToInt(address -> URI.create(address).getPort())
        .findFirst()
        .orElse(PORT);
  }
}
