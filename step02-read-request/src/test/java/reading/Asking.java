package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import judge.Client;
import judge.Prints;
import judge.Server;
import judge.http.Head;

/** Clients that want no answer: they say something, and wait until the server hangs up. */
public final class Asking {

  private Asking() {}

  public static void ask(Server server, Head head) {
    begin(server, head.text()).expectEnd();
  }

  /** Makes sure that the next client is served: that its request is printed. */
  public static void expectServed(Server server, Head head, String... why) {
    ask(server, head);
    Prints.expectHead(server, head, why);
  }

  /** A new client; it may say nothing, "". */
  public static Client begin(Server server, String said) {
    Client client = server.connect();
    if (!said.isEmpty()) {
      client.send(said);
    }
    return client;
  }

  /** Says nothing at first; then it asks, if the server has not hung up. */
  public static void askLate(Server server, Head head) {
    Client client = server.connect();
    client.letWait();
    client.push(head.text().getBytes(ISO_8859_1));
    client.expectEnd();
  }

  /**
   * Says something, and then that no more will come.
   *
   * <p>It closes one direction only: after a full close, a server's greeting would meet a reset.
   */
  public static void leave(Server server, String said) {
    Client client = begin(server, said);
    client.endOutput();
    client.expectEnd();
  }
}
