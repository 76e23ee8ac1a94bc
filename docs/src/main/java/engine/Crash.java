package engine;

import judge.words.Meaning;

/** What it means when a worker does not come to an end, or to one of its own. */
final class Crash {

  private static final int OUT_OF_MEMORY = 3; // of -XX:+ExitOnOutOfMemoryError

  private Crash() {}

  /** The process has ended in the middle of a task. */
  static Meaning ended(int exitCode) {
    if (exitCode == OUT_OF_MEMORY) {
      return Meaning.of(
          "The program has ended in the middle of the task: its memory is used up, "
              + WorkerProcess.MEMORY + " MB.",
          "- What grows without an end? A loop may add to a list or a text again and again, or"
              + " start"
              + " threads that never end.",
          "- A client may send as much as it likes: what you keep of it needs a limit.",
          "- Runtime.halt(3) looks the same. One client must not be able to end a server.");
    }
    return Meaning.of(
        "The program has ended in the middle of the task, with exit code " + exitCode + ".",
        "- Runtime.halt ends a program at once, and your server with it. One client must not be"
            + " able"
            + " to do that: leave its connection only.",
        "- If nothing in your code asks for it, the system may have ended it, for want of memory.");
  }

  /** The process goes on, but the judge in it does not. */
  static Meaning stuck(long seconds) {
    return Meaning.of(
        "Nothing has come from the task for " + seconds + " s: it was ended.",
        "- Your code keeps the program so busy that the judge in it does not get its turn. Does"
            + " a loop"
            + " start threads, or print, without an end?");
  }
}
