package watch;

/** Where a task stands. */
public enum State {
  /** It was not its turn yet. */
  WAITING,
  /** It is being judged now. */
  JUDGING,
  PASSED,
  FAILED,
  /** It has passed before, and fails now. */
  BROKEN
}
