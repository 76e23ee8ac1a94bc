package judge.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import judge.events.Event;
import judge.events.Event.Told;
import judge.events.Events;
import judge.events.StoryText;
import judge.words.Spot;

/**
 * What happened in the task so far, as the clients saw it: the first part of a failure. Checks that
 * run side by side have a story each.
 */
public final class Story {

  private static final int MOST_BYTES = 65_536;
  private static final Map<CheckThreads, Story> OF_CHECKS = new ConcurrentHashMap<>();
  private static final Story NOWHERE = new Story(0); // of a task that is over
  private static volatile Story ofTask = new Story(0);

  private final int check;
  private final AtomicInteger checks = new AtomicInteger();
  private final List<Told> parts = new ArrayList<>();
  private final List<Integer> printed = new ArrayList<>(); // bytes, before each part
  private String command;

  private Story(int check) {
    this.check = check;
  }

  public static void begin() {
    OF_CHECKS.clear();
    ofTask = new Story(0);
  }

  /** From here on, the check that this thread belongs to has a story of its own. */
  public static void beginOfCheck() {
    OF_CHECKS.put(CheckThreads.current(), new Story(ofTask.checks.incrementAndGet()));
  }

  /** What is still told by a task that was stopped, is no part of the next one's story. */
  private static Story current() {
    Story story = ofTask; // before the question: a later one is that of a later task
    if (TaskThreads.isLate()) {
      return NOWHERE;
    }
    CheckThreads check = CheckThreads.current();
    return check == null ? story : OF_CHECKS.getOrDefault(check, story);
  }

  private Event.At now() {
    return new Event.At(check, Events.millis());
  }

  public static void tell(String line) {
    Story story = current();
    story.add(new Event.Words(story.now(), line));
  }

  /** Tells of bytes for the learner's server: {@code "client 1 sends"}. */
  public static void sent(String what, byte[] bytes) {
    current().add(what, true, bytes);
  }

  /** Tells of bytes from the learner's server: {@code "client 1 receives"}. */
  public static void received(String what, byte[] bytes) {
    current().add(what, false, bytes);
  }

  private void add(String what, boolean isSent, byte[] bytes) {
    byte[] some = Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES));
    add(new Event.Bytes(now(), what, isSent, some, bytes.length));
  }

  private synchronized void add(Told part) {
    if (this == NOWHERE) {
      return;
    }
    parts.add(part);
    printed.add(CheckThreads.output().size());
    Events.tell(part);
  }

  /** Where the story stands now: {@link #back} goes back to it. */
  public static int mark() {
    Story story = current();
    synchronized (story) {
      return story.parts.size();
    }
  }

  /** Forgets what has been told since: it went well, and a line may say so in short. */
  public static void back(int mark) {
    Story story = current();
    if (story == NOWHERE) {
      return;
    }
    synchronized (story) {
      List<Told> since = story.parts.subList(mark, story.parts.size());
      Events.tell(new Event.InShort(story.now(), since.size()));
      since.clear();
      story.printed.subList(mark, story.printed.size()).clear();
    }
  }

  /** Keeps the command that does the same by hand. */
  public static void tryWith(String curl) {
    Story story = current();
    if (story == NOWHERE) {
      return;
    }
    story.command = curl;
    Events.tell(new Event.ByHand(story.now(), curl));
  }

  public static String command() {
    return current().command;
  }

  /** How many bytes the learner's code had printed when {@link #lines} begin. */
  public static int start(Spot spot) {
    Story story = current();
    synchronized (story) {
      int first = StoryText.first(story.parts, spot);
      return first == 0 ? 0 : story.printed.get(first);
    }
  }

  /** The last lines of it, in which the spot is pointed at. */
  public static List<String> lines(Spot spot) {
    Story story = current();
    synchronized (story) {
      return StoryText.of(story.parts, spot);
    }
  }
}
