package beyond;

/** A request that gets no answer but a status, after which its connection is closed. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Response response;

  /** The reason is for the client to read: it repeats nothing that the client has sent. */
  Refused(String status, String why) {
    this(Response.text(status, why, ""));
  }

  Refused(Response response) {
    super(response.toString(), null, false, false); // no stack trace: the fault is not here
    this.response = response;
  }

  /** Refuses what breaks the grammar. */
  static void unless(boolean valid, String why) throws Refused {
    if (!valid) {
      throw new Refused("400 Bad Request", why);
    }
  }

  Response response() {
    return response;
  }
}
