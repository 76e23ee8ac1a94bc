package running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import judge.seen.Environment;

/** What jstack says of the threads of a process. */
final class Dump {

  private static final Pattern STATE = Pattern.compile("Thread.State: (\\w+)");
  private static final Pattern WANTS = Pattern.compile("- waiting to (?:re-)?lock .*?<(\\w+)>");
  private static final Pattern WAITS = Pattern.compile("- waiting on <(\\w+)>");
  private static final Pattern HAS =
      Pattern.compile("\\((?:WebServer|Listing\\d\\d)\\.java:\\d+\\)((?:\n\t- .*)+)");
  private static final Pattern ADDRESS = Pattern.compile("- locked <(\\w+)>");

  private final Map<String, String> threads = new HashMap<>();

  private Dump(String text) {
    for (String one : text.split("\n\n")) {
      if (one.startsWith("\"")) {
        threads.putIfAbsent(
            one.substring(1, one.indexOf('"', 1)), one); // of deadlocks it tells twice
      }
    }
  }

  static Dump of(long pid) throws IOException {
    String jstack = Path.of(System.getProperty("java.home"), "bin", "jstack").toString();
    Process process = Environment.command(List.of(jstack, "" + pid)).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Dump(text.replace("\r\n", "\n"));
  }

  String text(String thread) {
    return threads.getOrDefault(thread, "no such thread: " + thread);
  }

  String state(String thread) {
    return first(STATE, thread);
  }

  /** How many locks the learner's code has there. */
  long locks(String thread) {
    return addresses(thread).size();
  }

  /** Which thread has the lock that this one wants; empty if it wants none. */
  String waitsFor(String thread) {
    String wanted = first(WANTS, thread);
    return threads.keySet().stream()
        .filter(other -> !other.equals(thread) && addresses(other).contains(wanted))
        .findFirst()
        .orElse("");
  }

  private Set<String> addresses(String thread) {
    String letGo = first(WAITS, thread) + first(WANTS, thread);
    return HAS.matcher(text(thread))
        .results()
        .flatMap(found -> ADDRESS.matcher(found.group(1)).results())
        .map(found -> found.group(1))
        .filter(address -> !letGo.contains(address))
        .collect(Collectors.toSet());
  }

  private String first(Pattern wanted, String thread) {
    Matcher found = wanted.matcher(text(thread));
    return found.find() ? found.group(1) : "";
  }
}
