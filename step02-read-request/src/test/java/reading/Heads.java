package reading;

import static judge.words.Fresh.word;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import judge.Client;
import judge.Prints;
import judge.Server;
import judge.http.Head;
import judge.learner.Printed;
import judge.verdict.Failure;
import judge.why.Printing;
import judge.words.Text;

/** Heads that are to be printed line by line, by a server that hangs up after them. */
public final class Heads {

  private final Server server;
  private final String after = "after-" + word();
  private final List<Head> asked = new ArrayList<>();

  public Heads(Server server) {
    this.server = server;
  }

  /** Neither two blanks, nor a %, nor a name that comes twice is anything special. */
  public static Head tea() {
    return Head.get(
        "X-Tea: " + word() + "  with 5% sugar", "Host: " + word() + ".org", "X-Tea: " + word());
  }

  /** The server waits for the first of them. */
  public void expectAlone(Head head) {
    Client client = server.connect();
    if (asked.isEmpty()) {
      client.letWait();
    }
    client.send(head.text() + after + "\r\n");
    client.expectHangUpWhileTalking(after + "\r\n");
    expectNothingOfWhatIsAfter();
    expect(head);
  }

  /** The last CR and LF come together: who has read that CR may be gone before the LF. */
  public void expectInPieces(int pause, String cut) {
    Head head = tea();
    Stream<String> pieces = Stream.concat(Stream.of(head.begun().split(cut)), Stream.of("\r\n"));
    Client client = server.connect();
    client.sendInPieces(pause, pieces.toArray(String[]::new));
    client.expectHangUpWhileTalking("more");
    expect(
        head,
        "- This request came in many pieces. read(buffer) brings what has come so far, and ready"
            + " and available tell of that only: readLine waits for a whole line.");
  }

  private void expect(Head head, String... why) {
    Prints.expectHead(server, head, why);
    List<String> ended = head.lines().stream()
        .filter(line -> Printed.text().contains(line + "\r"))
        .map(line -> Text.printable(line + "\r"))
        .toList();
    if (!ended.isEmpty()) {
      throw Failure.because(Printing.lineEnds(ended));
    }
    asked.add(head);
  }

  /** What is printed when the server has hung up counts as well. */
  public void expectNothingElse() {
    server.expectIdle();
    asked.forEach(head -> Prints.expectHead(server, head));
    expectNothingOfWhatIsAfter();
  }

  private void expectNothingOfWhatIsAfter() {
    if (Printed.text().contains(after)) {
      throw Failure.because(
          "What came after the empty line was printed: " + after,
          "- The head ends with its empty line: print nothing that comes later.",
          "- One read can bring more than the head: print lines, not what one read brings. ready"
              + " and available tell what has come already, be it of the head or not.");
    }
  }
}
