package book;

/** A block cannot be replayed on this machine, whether it is true or not. */
public final class NotReplayed extends Exception {

  private static final long serialVersionUID = 1L;

  NotReplayed(String why) {
    super("not replayed: " + why);
  }
}
