package judge.why;

import java.util.List;
import java.util.Optional;
import judge.seen.Serving;
import judge.words.Meaning;

/** What it means that a server waits for more, though the head of a request is whole. */
final class ReadingOn {

  private ReadingOn() {}

  static Meaning afterHead(Serving serving) {
    return Meaning.of(
            "Your server reads on, and so it waits for more after the end of the request.",
            "- A request's head ends with its empty line, not with the end of the stream: null from"
                + " readLine comes only when the client hangs up, and the client waits for you.",
            "- readLine returns a line without its end: the empty line is \"\", not \"\\r\\n\". Ask"
                + " with isEmpty(): == and != compare objects, not texts.",
            "- Each readLine takes a line away: with two of them in a loop, the empty line can slip"
                + " by, and after the loop it is one line too many.",
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
            "- Who reads bytes finds \\r\\n at the end of each line, so a head ends in \\r\\n\\r\\n,"
                + " not in \\n\\n. And after its last byte, each read is one too many.";
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
}
