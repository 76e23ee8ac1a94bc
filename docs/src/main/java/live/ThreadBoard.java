package live;

import java.util.Map;
import running.Phase;
import running.Program;
import running.Run;
import running.Servers;
import threads.Rows;

/** What the pages show of the threads of the servers that run. */
final class ThreadBoard {

  private final Feed feed;
  private final Servers servers;

  /** Tells the feed. */
  ThreadBoard(Feed feed, Servers servers) {
    this.feed = feed;
    this.servers = servers;
    servers.onLook(this::show);
    servers.onChange(this::follow);
  }

  private void show(Program program, Rows rows) {
    feed.put(topic(program), rows);
  }

  private void follow(Run run) {
    if (run.phase() == Phase.STOPPED) {
      feed.forget(topic(run.program()));
    }
  }

  private static String topic(Program program) {
    return "threads/" + program.key();
  }

  /** Adds what a page may ask for: it does so again and again while it shows them. */
  void addActions(Map<String, Runnable> all, String prefix, Program program) {
    all.put(prefix + "look", () -> servers.look(program));
  }
}
