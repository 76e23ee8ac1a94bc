package threads;

/** What a thread does at a moment. */
public enum Doing {
  RUNS('r'),
  /** It is in accept(), or reads what a client has to say. */
  CLIENT('c'),
  /** Another thread has the lock that it wants. */
  LOCK('l'),
  /** It is in wait(), or in something like take(), until somebody wakes it. */
  JOB('j'),
  /** It is in something like join(), until another thread has done its part. */
  THREAD('t'),
  SLEEPS('s'),
  ENDED('e');

  private final char letter;

  Doing(char letter) {
    this.letter = letter;
  }

  /** For a place where there is room for a letter only. */
  char letter() {
    return letter;
  }
}
