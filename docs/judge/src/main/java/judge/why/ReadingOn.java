package judge.why;

import java.util.List;
import java.util.Optional;
import judge.seen.Serving;
import judge.words.Meaning;

/** What it means that a server waits for bytes, be it though the head of a request is whole. */
final class ReadingOn {

  /** Calls that wait for no client; none at all is a loop of one's own. */
  private static final String BUSY = "|print.*|format|append|add|concat|toString";

  private ReadingOn() {}

  static Meaning afterHead(Serving serving) {
    String call = serving.stand().call();
    boolean isBusy = serving.stand().state() == Thread.State.RUNNABLE && call.matches(BUSY);
    return isBusy ? busy(call) : waiting(serving);
  }

  private static Meaning busy(String call) {
    return Meaning.of(
        "Your server does not hang up after the end of the request: it is busy"
            + (call.isEmpty() ? "" : ", in " + call) + ".",
        "- Look for a loop that does not end: at the empty line its condition must be false.");
  }

  private static Meaning waiting(Serving serving) {
    return Meaning.of(
            "Your server reads on, and so it waits for more after the end of the request.",
            "- A request's head ends with its empty line, not with the end of the stream: null from"
                + " readLine comes only when the client hangs up, and the client waits for you.",
            "- readLine returns a line without its end: the empty line is \"\", not \"\\r\\n\". Ask"
                + " with isEmpty(): == and != compare objects, not texts.",
            "- Each readLine takes a line away: with two of them in a loop, the empty line can slip"
                + " by, and after the loop it is one line too many.",
            "- A new BufferedReader does not see what the one before it has read ahead: make one"
                + " for the connection, before the loop.",
            "- read and ready do not tell where a request ends: one request may come in many"
                + " pieces.")
        .first(of(serving.stand().call()).map(List::of).orElse(List.of()))
        .first(Printing.numbers(serving.printed()));
  }

  /** The cause that the method shows in which the server waits. */
  private static Optional<String> of(String call) {
    return Optional.ofNullable(
        switch (call) {
          case "read" ->
            "- Who reads bytes finds \\r\\n at the end of each line, so a head ends in"
                + " \\r\\n\\r\\n, not in \\n\\n. And after its last byte, each read is one too"
                + " many.";
          case "next" ->
            "- Scanner's next takes words: to it a line end is a blank, and an empty line nothing"
                + " at all. nextLine takes lines.";
          case "hasNext", "hasNextLine" ->
            "- " + call + " waits until more comes, or the stream ends: it does not say that the"
                + " head is whole. Ask of each line whether it is empty.";
          case "forEach", "collect", "toList", "toArray" ->
            "- A stream of lines ends where the connection ends: takeWhile(line -> !line.isEmpty())"
                + " ends it at the empty line.";
          case "readAllBytes", "transferTo", "readAllLines", "readString" ->
            "- " + call + " goes on to the end of the stream.";
          default -> null;
        });
  }

  /** Whether a method of that name waits for bytes. */
  static boolean isReading(String call) {
    return call.matches("(read(?!y)|next|hasNext).*|transferTo|lines|collect|forEach|toList|skip");
  }

  /** The cause, for a server that waits in a method of that name. */
  static String waits(String call, boolean hasSpoken) {
    return hasSpoken ? waitsForMore(call) : waitsForAByte(call);
  }

  private static String waitsForMore(String call) {
    return "- Your serve waits for more from a client, in " + call
        + ". A client that wants an answer"
        + " keeps the connection open, so the end of the stream does not come; an HTTP request ends"
        + " with its empty line. And a client may say nothing at all: you would wait for ever,"
        + " unless"
        + " socket.setSoTimeout(milliseconds) sets a limit.";
  }

  private static String waitsForAByte(String call) {
    return "- Your serve waits for a byte, in " + call + ". But this client says nothing, and need"
        + " not: in TCP either side may speak first, or never. You would wait for ever, unless"
        + " socket.setSoTimeout(milliseconds) sets a limit.";
  }
}
