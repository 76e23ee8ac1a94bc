package running;

/** What a server is doing. */
public enum Phase {
  STOPPED,
  /** It is being compiled, or has not printed anything yet. */
  STARTING,
  RUNNING,
  /** It was told to end, as Ctrl-C does. */
  STOPPING
}
