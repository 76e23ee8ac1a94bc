package judge.events;

import java.io.Serializable;
import java.util.List;
import judge.words.Text;

/** What has just happened while tasks are judged. */
public sealed interface Event extends Serializable {

  /**
   * When it was.
   *
   * @param check 0 for the task itself, or the number of one of its checks that run side by side
   * @param millis since the task began
   */
  record At(int check, long millis) implements Serializable {}

  /** The learner's files do not compile: nothing is judged. */
  record DoesNotCompile(List<Problem> problems) implements Event {}

  /** A task begins: all that follows belongs to it, up to its verdict. */
  record Began(Task task) implements Event {}

  /** A part of the story that a failure tells. */
  sealed interface Told extends Event {
    At at();
  }

  /** The same in words: a client connects, hears nothing, sees that the server has hung up. */
  record Words(At at, String line) implements Told {}

  /**
   * A client has sent or received bytes.
   *
   * @param what who did what with them: {@code "client 1 sends"}
   * @param isSent whether the learner's server was to get them
   * @param bytes the first 64 KB
   * @param length how many there were
   */
  record Bytes(At at, String what, boolean isSent, byte[] bytes, int length) implements Told {}

  /** The last so many parts of the story went well: the next one says in short what they were. */
  record InShort(At at, int parts) implements Event {

    /** Takes these parts out of what was told up to here. */
    public void shorten(List<? extends Event> story) {
      for (int i = story.size() - 1, left = parts; i >= 0 && left > 0; i--) {
        if (story.get(i) instanceof Told told && told.at().check() == at.check()) {
          story.remove(i);
          left--;
        }
      }
    }
  }

  /** How to do the same by hand: a curl line, or null from where there is none. */
  record ByHand(At at, String command) implements Event {}

  /** The learner's code has printed a line. */
  record Print(long millis, String line) implements Event {}

  /** Where each of the learner's threads stands: {@code "server waits in accept at …"}. */
  record Stands(long millis, List<String> threads) implements Event {}

  /** What became of a task. */
  sealed interface Verdict extends Event {

    Task task();

    /** In a word. */
    String word();

    /** In a line. */
    default String summary() {
      return word();
    }

    /** All that a learner reads. */
    default String text() {
      return word();
    }
  }

  /** The task is solved. */
  record Passed(Task task) implements Verdict {
    @Override
    public String word() {
      return "passed";
    }
  }

  /**
   * The task is not solved yet.
   *
   * @param hints where to find help
   */
  record Failed(Task task, Findings findings, List<String> hints) implements Verdict {
    @Override
    public String word() {
      return "FAILED";
    }

    @Override
    public String summary() {
      return Text.oneLine(findings.meaning().fact());
    }

    @Override
    public String text() {
      return findings.text(task, hints);
    }
  }

  /** It was not the task's turn: an earlier one has failed. */
  record Waiting(Task task) implements Verdict {
    @Override
    public String word() {
      return "waiting";
    }
  }

  /** The test itself has a defect. */
  record Broken(Task task, String text) implements Verdict {
    @Override
    public String word() {
      return "FAILED";
    }

    @Override
    public String summary() {
      return text.lines().findFirst().orElse("");
    }
  }
}
