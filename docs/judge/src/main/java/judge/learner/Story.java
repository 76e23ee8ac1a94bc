package judge.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import judge.words.Text;

/** What happened in the task so far, as the clients saw it: the first part of a failure. */
public final class Story {

  private static final int MOST_LINES = 16;
  private static final int MOST_BODY = 3;
  private static final int COLUMNS = 90;
  private static final ThreadLocal<Story> OF_THREAD = new ThreadLocal<>();
  private static volatile Story ofTask = new Story();

  private final List<String> lines = new ArrayList<>();
  private String command;

  private Story() {}

  public static void begin() {
    ofTask = new Story();
  }

  /** From here on, this thread has a story of its own. */
  public static void beginOfThread() {
    OF_THREAD.set(new Story());
  }

  private static Story current() {
    Story own = OF_THREAD.get();
    return own == null ? ofTask : own;
  }

  public static void tell(String line) {
    Story story = current();
    synchronized (story) {
      story.lines.add(line);
    }
  }

  /** Where the story stands now: {@link #back} goes back to it. */
  public static int mark() {
    Story story = current();
    synchronized (story) {
      return story.lines.size();
    }
  }

  /** Forgets what has been told since: it went well, and a line may say so in short. */
  public static void back(int mark) {
    Story story = current();
    synchronized (story) {
      story.lines.subList(mark, story.lines.size()).clear();
    }
  }

  /** Tells of bytes, line by line. */
  public static void tell(String who, byte[] bytes) {
    String margin = " ".repeat(who.length());
    for (String line : shortened(Text.visibleLines(bytes), bytes.length)) {
      tell(who + " " + line);
      who = margin;
    }
  }

  /** The whole head, but of a long body only its beginning. */
  private static List<String> shortened(List<String> lines, int bytes) {
    int body = lines.indexOf("\\r\\n") + 1;
    if (body == 0 || lines.size() - body <= MOST_BODY && lines.stream().noneMatch(Story::isLong)) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, body));
    lines.stream().skip(body).limit(MOST_BODY).map(Story::cut).forEach(some::add);
    some.add("... (" + bytes + " bytes with the head)");
    return some;
  }

  private static boolean isLong(String line) {
    return line.length() > COLUMNS;
  }

  private static String cut(String line) {
    return isLong(line) ? line.substring(0, COLUMNS) + "..." : line;
  }

  /** Keeps the command that does the same by hand. */
  public static void tryWith(String curl) {
    current().command = curl;
  }

  public static String command() {
    return current().command;
  }

  /** The last lines, if possible from where a client begins; the failure is at their end. */
  public static List<String> lines() {
    Story story = current();
    synchronized (story) {
      return last(story.lines, mostLines(story.lines));
    }
  }

  private static int mostLines(List<String> lines) {
    int size = lines.size();
    return IntStream.concat(
            IntStream.rangeClosed(-MOST_LINES, -MOST_LINES / 2),
            IntStream.rangeClosed(MOST_LINES, MOST_LINES * 3 / 2))
        .map(Math::abs)
        .filter(count -> count <= size && isBeginning(lines.get(size - count)))
        .findFirst()
        .orElse(MOST_LINES);
  }

  private static boolean isBeginning(String line) {
    return line.matches("client \\d+ connects .*|OkHttp sends .*");
  }

  /** The last so many of the lines, and how many came before them. */
  public static List<String> last(List<String> lines, int most) {
    if (lines.size() <= most) {
      return List.copyOf(lines);
    }
    int left = lines.size() - most;
    List<String> last = new ArrayList<>();
    last.add("(" + left + (left == 1 ? " line" : " lines") + " before)");
    last.addAll(lines.subList(left, lines.size()));
    return last;
  }
}
