package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static judge.words.Fresh.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import judge.Client;
import judge.Prints;
import judge.Program;
import judge.Server;
import judge.http.Head;
import judge.learner.Printed;
import judge.verdict.Failure;
import judge.why.Printing;
import judge.words.Fresh;
import judge.words.Meaning;
import judge.words.Wait;

/** Requests with a body, and the line {@code body=...} that is to be printed, or not. */
public final class Bodies {

  /** Values of Content-Length that are none. */
  private static final List<String> NO_LENGTHS = List.of(
      "abc",
      "-1",
      "",
      "2147483647",
      "9".repeat(20),
      "10000",
      "+5",
      "-0",
      "00004",
      "0x5",
      "4.0",
      "4 4");

  private static final String LENGTH = "Content-Length: %d";

  private final Server server;
  private final Supplier<List<String>> printed = Prints.fromNowOn("body=");

  private Bodies(Server server) {
    this.server = server;
  }

  /**
   * Sends head, body, and more, and makes sure that the body is printed.
   *
   * @param cuts after so many bytes of the body, in rising order, there is a pause
   */
  public static void expectBody(Server server, int... cuts) {
    new Bodies(server).expect("GET", LENGTH, russian(), cuts);
  }

  /**
   * The same for a body that is announced in another way.
   *
   * @param header with a place for the number of bytes, as in {@code String.format}
   */
  public static void expectBody(Server server, String method, String header) {
    new Bodies(server).expect(method, header, russian());
  }

  /** Where the default charset is UTF-8, nobody sees who leaves the choice to it. */
  public static void expectUtf8(Class<?> server) {
    String text = russian();
    byte[] bytes = text.getBytes(UTF_8);
    String[] options = {
      "-Dfile.encoding=ISO-8859-1", "-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8"
    };
    try (Program program = Program.start(server, 0, options)) {
      program.send(head(bytes.length) + new String(bytes, ISO_8859_1));
      String line = "body=" + text;
      if (!program.prints(line)) {
        throw Failure.because(OtherLines.notUtf8(line));
      }
    }
  }

  /** The longest body that there may be. */
  public static void expectLongBody(Server server) {
    new Bodies(server).expect("GET", LENGTH, word() + "x".repeat(9_991));
  }

  private void expect(String method, String header, String text, int... cuts) {
    int length = text.getBytes(UTF_8).length;
    String more = "more-" + word();
    String announced = String.format(Locale.ROOT, header, length);
    Head head = Head.of(method + " " + Fresh.path() + " HTTP/1.1", "Host: a", announced);
    send(
        head.text(),
        method.equals("GET") ? text + more : text, // also nothing that could be read too much
        more,
        OtherLines.notTheBytes(
            "Your server reads on, though all " + length + " bytes of the body came."),
        cuts);
    Prints.expect(
        server,
        () -> Prints.count("body=" + text) == 1,
        () -> OtherLines.otherBody(text, printed.get()).first(OtherLines.announced(header)));
    if (Printed.text().contains(more)) {
      throw Failure.because(
          OtherLines.notTheBytes("What came after the body was printed, too: " + more));
    }
  }

  private static String head(Object length) {
    return Head.get("Host: a", "Content-Length: " + length).text();
  }

  /** A blank, and letters that have two bytes each. */
  private static String russian() {
    return ThreadLocalRandom.current()
        .ints(Fresh.number(12, 20), 'а', 'я' + 1)
        .mapToObj(Character::toString)
        .collect(joining("", " 5%s", ""));
  }

  /** Goes on with more until the server hangs up. */
  private void send(String head, String rest, String more, Meaning readsOn, int... cuts) {
    byte[] request = (head + rest).getBytes(UTF_8);
    Client client = server.connect();
    int sent = 0;
    for (int cut : cuts) {
      client.push(Arrays.copyOfRange(request, sent, head.length() + cut));
      sent = head.length() + cut;
      Wait.pause(20);
    }
    client.push(Arrays.copyOfRange(request, sent, request.length));
    client.expectHangUpWhileTalking(more, readsOn);
  }

  /** A body of no bytes is one, too; nothing comes after it. */
  public static void expectEmptyBody(Server server) {
    String more = "more-" + word();
    Bodies bodies = new Bodies(server);
    Meaning waits = Meaning.of(
        "Your server waits for a body, though Content-Length is 0.",
        "- After the empty line nothing need come here: each read is one too many.");
    bodies.send(head(0), "", more, waits);
    Prints.expect(
        server,
        () -> bodies.printed.get().equals(List.of("body=")),
        () -> Meaning.of(
            "Content-Length: 0 announces a body of no bytes: the line body= was to be printed, once"
                + Printing.but(bodies.printed.get()),
            "- Whether a request has a body is told by the header, not by the number in it."));
  }

  /** Announces a length that is no number, or not one to be believed. */
  private static void expectNoBody(Server server, String length) {
    String but = ", though Content-Length is \"" + length + "\"";
    Bodies bodies = new Bodies(server);
    Meaning waits = OtherLines.noNumber("Your server waits for a body" + but + ".");
    bodies.send(head(length), "0123", "0123", waits);
    bodies.expectNone("This was printed" + but + ": ", waits.causes().toArray(String[]::new));
  }

  public static void expectNoBodyOfNoLength(Server server) {
    NO_LENGTHS.forEach(length -> expectNoBody(server, length));
  }

  /** Announces nothing. */
  public static void expectNoBody(Server server) {
    Bodies bodies = new Bodies(server);
    String head = Head.get("X-Content-Length: 4", "X-Note: Content-Length: 4").text();
    bodies.send(head, "0123", "0123", OtherLines.unannounced("But your server waits for one."));
    Meaning none = OtherLines.unannounced("But this was printed: ");
    bodies.expectNone(none.fact(), none.causes().toArray(String[]::new));
  }

  /** Leaves in the middle of the body. */
  public static void expectNoPartOfABody(Server server) {
    Bodies bodies = new Bodies(server);
    Asking.leave(server, head(40) + word());
    bodies.expectNone(
        "The client left after 8 of 40 bytes, but this was printed: ",
        "- readNBytes returns fewer bytes when the stream ends: compare the length of what came"
            + " with Content-Length.",
        "- An array keeps its length, whatever read has put into it: read returns how many bytes"
            + " came, or -1.");
  }

  /** Says no more in the middle of the body, and stays. */
  public static void expectNextServed(Server server) {
    Bodies bodies = new Bodies(server);
    Silence.expectNextServed(server, head(40) + word());
    bodies.expectNone(
        "The client said no more after 8 of 40 bytes, but this was printed: ",
        "- A body that is not whole is none: an exception of the read ends this connection.");
  }

  private void expectNone(String fact, String... why) {
    Asking.expectServed(server, Head.get("X-Last: " + word()));
    server.expectIdle();
    if (!printed.get().isEmpty()) {
      String line = printed.get().get(0);
      throw Failure.because(
          Meaning.of(fact + Printing.shortened(line), why).atPrinted(List.of(line)));
    }
  }
}
