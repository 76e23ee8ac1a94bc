package start;

/** A command that cannot be carried out, and why, in one sentence. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1;

  Refused(String why) {
    super(why);
  }
}
