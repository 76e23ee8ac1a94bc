package judge.learner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import judge.events.Event;
import judge.events.Events;
import judge.words.CapturedOutput;
import judge.words.Limits;
import judge.words.Text;
import judge.words.Wait;

/**
 * What the learner's code has printed during the task, on System.out and System.err; of checks that
 * run side by side, each has its own.
 */
public final class Printed {

  /** The streams as they were before any task. */
  public static final PrintStream SCREEN = System.out;

  /** The name of an exception, without its package. */
  public static final Pattern EXCEPTION = Pattern.compile("\\b\\w+(Exception|Error)\\b");

  private static final PrintStream ERRORS = System.err;
  private static volatile Recorder recorder = new Recorder();

  private Printed() {}

  public static void begin() {
    recorder = new Recorder();
    CapturedOutput output = new CapturedOutput(recorder);
    CheckThreads.beginTask(output);
    output.begin();
  }

  /** From here on, nothing is printed until the next task begins: what is still to come is late. */
  public static void end() {
    recorder.end();
  }

  /** After the last task. */
  public static void restore() {
    System.setOut(SCREEN);
    System.setErr(ERRORS);
  }

  /** All of it, with {@code \n} at each line's end. */
  public static String text() {
    return CheckThreads.output().text();
  }

  public static List<String> lines() {
    return CheckThreads.output().lines();
  }

  /**
   * The last lines, with those of stack traces left out that are not the learner's.
   *
   * @param most how many at the most
   * @param after how many bytes were printed before the first of them
   */
  public static List<String> last(int most, int after) {
    int count = shortened(CheckThreads.output().lines(after)).size();
    return Text.last(shortened(lines()), Math.min(most, count));
  }

  private static List<String> shortened(List<String> lines) {
    return lines.stream()
        .filter(line -> !isFrame(line) || isLearners(line))
        .map(line -> line.replaceFirst("^\\t(?=at )", "    "))
        .toList();
  }

  /** Whether a line of code is in it: a frame is one however it is printed. */
  private static boolean hasPlace(String line) {
    return isFrame(line) || line.matches(".*\\w\\(\\w+\\.java:\\d+\\).*");
  }

  private static boolean isFrame(String line) {
    return line.matches("\\s+(at \\S+\\(.*\\)|\\.\\.\\. \\d+ more)");
  }

  private static boolean isLearners(String line) {
    return line.contains("at exercise.") && !line.contains("at exercise.Exercise");
  }

  /** How many lines contain the text. */
  public static long count(String text) {
    return lines().stream().filter(line -> line.contains(text)).count();
  }

  /** Waits until the lines are as wished; false if they are not in time. */
  public static boolean become(Predicate<List<String>> wished) {
    return Wait.until(() -> wished.test(lines()), Limits.SOON);
  }

  /** Waits until a line contains the text; false if none does in time. */
  public static boolean contains(String text) {
    return become(lines -> lines.stream().anyMatch(line -> line.contains(text)));
  }

  /** Whether the name of an exception is among the lines. */
  public static boolean hasException() {
    return EXCEPTION.matcher(text()).find();
  }

  /** Whether a stack trace is among the lines. */
  public static boolean hasStackTrace() {
    return lines().stream().anyMatch(Printed::hasPlace);
  }

  /**
   * The first stack trace among the lines, in short: the exception, and the learner's line.
   *
   * @return "" if there is none
   */
  public static String stackTrace() {
    List<String> lines = lines();
    for (int i = 1; i < lines.size(); i++) {
      if (isFrame(lines.get(i))) {
        String thrown = lines.get(i - 1).replaceFirst("^Exception in thread \"[^\"]*\" ", "");
        return thrown.replaceFirst("^([\\w$]+\\.)+", "") + place(lines.subList(i, lines.size()));
      }
    }
    return lines.stream().filter(Printed::hasPlace).findFirst().orElse("").strip();
  }

  private static String place(List<String> frames) {
    return frames.stream()
        .takeWhile(Printed::isFrame)
        .filter(Printed::isLearners)
        .findFirst()
        .map(frame -> ", from " + frame.replaceFirst(".*\\((.*)\\)", "$1"))
        .orElse("");
  }

  /**
   * Keeps the first megabyte, tells of the first lines, and ends threads that go on printing when
   * the task is over.
   */
  private static final class Recorder extends ByteArrayOutputStream {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_LINES_TOLD = 200;

    /**
     * The CR of a line end, where println ends lines with CR and LF; elsewhere one that is wrong.
     */
    private static final Pattern OWN_CR =
        Pattern.compile(System.lineSeparator().equals("\r\n") ? "\r$" : "(?!)");

    private volatile boolean isOver;
    private int linesTold;
    private int lineStart;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (isOver) {
        throw new Error("the task is over");
      }
      if (size() < MOST_BYTES && !TaskThreads.isLate()) {
        int from = count;
        super.write(bytes, offset, length);
        CheckThreads.keep(bytes, offset, length);
        tellLines(from);
      }
    }

    private void tellLines(int from) {
      for (int i = from; i < count; i++) {
        if (buf[i] == '\n') {
          tellLine(i);
        }
      }
    }

    private void tellLine(int end) {
      if (linesTold++ < MOST_LINES_TOLD) {
        String line = new String(buf, lineStart, end - lineStart, UTF_8);
        Events.tell(new Event.Print(Events.millis(), OWN_CR.matcher(line).replaceFirst("")));
      }
      lineStart = end + 1;
    }

    void end() {
      isOver = true;
      synchronized (this) {
        if (lineStart < count) {
          tellLine(count);
        }
      }
    }
  }
}
