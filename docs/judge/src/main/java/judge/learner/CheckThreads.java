package judge.learner;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import judge.words.CapturedOutput;

/**
 * The threads of one of a task's checks that run side by side: what they do and print is told in
 * this check's story alone.
 */
public final class CheckThreads extends ThreadGroup {

  private static final List<CheckThreads> ALL = new CopyOnWriteArrayList<>();

  private static volatile CapturedOutput ofTask = new CapturedOutput(new ByteArrayOutputStream());

  private final CapturedOutput output;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private CheckThreads(String name) {
    super(name);
    output = new CapturedOutput(printed);
  }

  /** The threads of a new check: from here on, all that this task's thread starts in it. */
  public static CheckThreads begin(String name) {
    CheckThreads check = new CheckThreads(name);
    ALL.add(check);
    return check;
  }

  /** A task begins, of which all is printed there: it has no checks yet. */
  static void beginTask(CapturedOutput output) {
    ALL.clear();
    ofTask = output;
  }

  /** What the check printed that asks, or else the task. */
  static CapturedOutput output() {
    CheckThreads check = current();
    return check == null ? ofTask : check.output;
  }

  /** That of the thread that asks, or null if it belongs to no check. */
  static CheckThreads current() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group != null && !(group instanceof CheckThreads)) {
      group = group.getParent();
    }
    return (CheckThreads) group;
  }

  /** Keeps what this thread prints; what comes from no check's thread may concern each of them. */
  static void keep(byte[] bytes, int offset, int length) {
    CheckThreads own = current();
    for (CheckThreads check : own == null ? ALL : List.of(own)) {
      check.printed.write(bytes, offset, length);
    }
  }
}
