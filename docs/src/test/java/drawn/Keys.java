package drawn;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import judge.seen.Received;
import judge.seen.Wire;
import project.Step;

/** What happens in the questions with options that ask for it: each is run. */
final class Keys {

  /** By how a question begins, the words of its right option. */
  static final Map<String, Callable<String>> ALL = Map.of(
      "Your server stands in a debugger, before `accept`.", Keys::notAccepted,
      "`curl -d name=Ada` has sent eight bytes after the empty line.", Keys::bodyUnread,
      "When does B have its page?", Keys::behindTheSleeper,
      "A pool of four workers gets six jobs at once.", Keys::sixJobs,
      "Listing 20-24 runs, and a client waits for `/sleep`.", Keys::stopped,
      "Four silent clients hold the four workers of 20-20.", Keys::silentClients);

  private Keys() {}

  private static String notAccepted() throws Exception {
    try (Tale tale = new Tale(Step.STEP1, 1)) {
      tale.holdBeforeAccept();
      tale.begin();
      try (Wire client = tale.ask("/")) {
        return client.hears(100) ? "refused" : "Nothing. It is connected, sends its request";
      }
    }
  }

  /** What lies in the socket, unread, when it is closed makes a reset of the end. */
  private static String bodyUnread() throws Exception {
    try (Tale tale = new Tale(Step.STEP2, 2)) {
      tale.begin();
      try (Wire client = tale.connect()) {
        client.send("POST / HTTP/1.1\r\nContent-Length: 8\r\n\r\nname=Ada");
        return client.receive(Wire.PATIENCE).end() == Received.End.CLOSED
            ? "In the buffer of the reader"
            : "In the socket";
      }
    }
  }

  private static String behindTheSleeper() throws Exception {
    List<Event> answers = Scenes.oneThread().stream()
        .filter(event -> event.what().equals("200 OK"))
        .toList();
    return answers.get(answers.size() - 1).to().equals("B")
        ? "After five seconds, behind A"
        : "At once";
  }

  private static String sixJobs() throws Exception {
    List<Integer> begins = Sleepers.of(20, 6, 4, false).begins();
    double jobs = (double) begins.get(5) / Sleepers.SECONDS;
    return "At about " + 0.3 * jobs + " s";
  }

  private static String stopped() throws Exception {
    try (Tale tale = new Tale(Step.STEP5, 24)) {
      tale.tellConnection((client, thread) -> {});
      tale.tellServing();
      tale.tellSleep();
      tale.begin();
      try (Wire client = tale.ask("/sleep")) {
        tale.log.await("sleeps");
        tale.program.stop();
        return client.rest().isEmpty() ? "An empty reply, at once" : "The page";
      }
    }
  }

  private static String silentClients() throws Exception {
    try (Tale tale = new Tale(Step.STEP5, 20)) {
      tale.tellConnection((client, thread) -> {});
      tale.tellServing();
      tale.tellStart();
      tale.begin();
      for (int i = 0; i < 4; i++) {
        tale.connect();
      }
      tale.log.await("D's connection");
      long threads = tale.log.count("start()");
      try (Wire fifth = tale.ask("/")) {
        return !fifth.hears(300) && tale.log.count("start()") == threads
            ? "It waits, and the server starts no further thread"
            : "It is answered";
      }
    }
  }
}
