package judge.why;

import java.util.List;
import java.util.stream.Stream;

/** Why a thread that is to serve a client has another socket, or a closed one. */
public final class HandingOver {

  private static final String OWN_SOCKET =
      "- Each job needs a socket of its own. A field, or a variable that the next accept writes to,"
          + " has changed before the job looks at it: make the variable inside the loop.";

  private HandingOver() {}

  /**
   * Why a job has the socket of another client.
   *
   * @param shared the fields in which it may be
   */
  public static List<String> ownSocket(List<String> shared) {
    return Stream.concat(
            shared.stream()
                .map(field ->
                    "- Is it " + field + "? That is one place for all clients: the next one"
                        + " is put there before the job of the one before has looked."),
            Stream.of(OWN_SOCKET))
        .toList();
  }

  /**
   * The socket was closed too early.
   *
   * @param call what comes back before the job has begun: {@code start}, {@code execute}
   */
  public static String closedAround(String call) {
    return "- Who closes the socket, and when? " + call + " comes back before the job has begun: a"
        + " try (socket) around it closes the socket before another thread reads from it. The job"
        + " itself must close it.";
  }
}
