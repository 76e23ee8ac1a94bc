package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import judge.http.Form;
import judge.seen.Stand;
import judge.why.Printing;
import judge.words.Meaning;
import judge.words.Text;

/** What it means that a server has not printed the lines that a task of step 2 asks for. */
public final class OtherLines {

  private static final String ANNOUNCED =
      "- A body is announced by a header Content-Length alone, whatever the method is.";

  private static final List<String> PIECES = List.of(
      "- A letter may have two bytes, and a piece may end between them: put all bytes together"
          + " first, and make one text of them.",
      "- Every byte belongs to the body, a blank at its beginning, too: nothing is stripped.");

  private OtherLines() {}

  // ---- 2.3: silent clients, and slow ones ----

  /** The next client waits longer than a silent one may hold it up. */
  static Meaning heldUp(Stand stand) {
    Meaning meaning = Meaning.of(
        "The second client's request was not printed within 4 s: the silent one holds it up.",
        "- A read waits for the next byte as long as the client stays. setSoTimeout on the"
            + " socket sets a limit, for the reads that come after it.",
        "- The listener has a setSoTimeout, too. That one limits how long accept waits for a"
            + " client, not how long a read waits for its bytes.",
        "- Whoever catches the SocketTimeoutException and reads again, waits again: it must end"
            + " this connection.");
    return (stand.call().matches("ready|available|sleep|onSpinWait|yield")
            ? meaning.first("- ready and available tell what has come already. Who asks them again"
                + " and again waits without an end: only a read has the socket's limit.")
            : meaning)
        .withThreads();
  }

  /** The next client was served, but not soon. */
  static Meaning tooLate(long millis) {
    return Meaning.of(
        "The second client's request was printed only after " + millis / 100 / 10.0
            + " s: the silent one has held it up for so long. A second of silence is enough.",
        "- setSoTimeout counts milliseconds: a second is 1_000 of them.",
        "- Each read waits for the whole limit anew: whoever catches the SocketTimeoutException and"
            + " reads once more waits twice.");
  }

  /** A client that pauses was taken for a silent one. */
  static Meaning impatient() {
    return Meaning.of(
        "Your server has hung up on a slow client, which pauses for little more than half a"
            + " second.",
        "- setSoTimeout counts milliseconds: a second is 1_000 of them.",
        "- The limit is for the time from one byte to the next, not for the whole head.");
  }

  // ---- 2.4: the request line ----

  static Meaning noParts(String line, String wished, List<String> found) {
    return Meaning.of(
            "For the request line " + line + " this was to be printed, once, and no `not HTTP`: "
                + wished + Printing.but(found),
            "- Each part is printed as it came, with one blank before target= and version=.",
            "- Nothing is decoded, and no letter becomes a small or a capital one.",
            "- A line with three parts, one blank between two of them, and HTTP/ at the beginning"
                + " of the third is a request line, whatever its method and its target, and"
                + " whatever comes after HTTP/: M-SEARCH is a method, and HTTP/3 a version.",
            Form.EQUALS)
        .atPrinted(found);
  }

  static Meaning noRefusal(String line, List<String> found) {
    return Meaning.of(
            "\"" + line + "\" is no request line, so the line `not HTTP` was to be printed for it,"
                + " once, and no method="
                + (found.isEmpty() ? "." : "; printed was " + String.join(", ", found)),
            "- A request line has three parts, none of them empty, with exactly one blank between"
                + " two of them, and none around them. The third part begins with HTTP/, in capital"
                + " letters.",
            "- split(\" \") drops empty parts at the end, split(\" \", -1) keeps them. \\s+ takes"
                + " many blanks, or a tab, for one blank. trim and strip take blanks away at the"
                + " ends, and to isBlank a line of blanks is an empty one.",
            "- Three parts are no more and no fewer: length == 3, and not >= 3. split(\" \", 3)"
                + " leaves all the rest in the third.",
            "- Is an empty part asked for with isEmpty()? == and != compare objects, not texts:"
                + " what split returns is never the same object as \"\".")
        .atPrinted(found);
  }

  /** A head was taken apart that broke off. */
  static Meaning tooEarly() {
    return Meaning.of(
        "Clients have left half-way, but the first lines of their heads were taken apart: method="
            + " or `not HTTP` was printed.",
        "- Take the first line apart when the head is whole: after the loop, not in it, and not"
            + " when readLine has returned null.");
  }

  // ---- 2.5: the host ----

  public static Meaning otherHost(String header, String value, List<String> found) {
    return Meaning.of(
            "For the header \"" + header + "\" this was to be printed, once: host=" + value
                + Printing.but(found),
            "- The first colon ends the name. The value may have colons of its own, where"
                + " split(\":\") cuts it, too.",
            "- There may be no blank after the colon, one, or several, and some after the value;"
                + " but those inside it belong to it. The value may be empty.",
            "- Upper and lower case (Host, hOST) make no difference in the name. The value is"
                + " printed as it came.",
            "- Another header may have Host: in its value: it is not this one.",
            "- A line without a colon is passed over, wherever it stands: look at the next one.",
            Form.EQUALS)
        .atPrinted(found);
  }

  /**
   * A host was printed, though none has come.
   *
   * @param before those of earlier clients
   */
  public static Meaning hostOfNobody(List<String> found, List<String> before) {
    return Meaning.of(
            "No header Host has come, but this was printed: " + found.get(0),
            before.containsAll(found)
                ? "- An earlier client has sent this. What is static, or made before the loop, is"
                    + " kept from one request to the next: make a new map, or variable, for each."
                : "- Look at the names one by one: the name is all that stands before the first"
                    + " colon. X-Host is another name, and a value may have Host: in it. The first"
                    + " line is no header, whatever it looks like.")
        .atPrinted(found);
  }

  // ---- 2.7: the body ----

  public static Meaning otherBody(String text, List<String> found) {
    List<String> some = found.stream().map(Printing::shortened).toList();
    String fact =
        "This was to be printed, once: " + Printing.shortened("body=" + text) + Printing.but(some);
    String latin1 = new String(text.getBytes(UTF_8), ISO_8859_1);
    if (found.contains("body=" + latin1) || found.contains("body=" + Text.printable(latin1))) {
      return Meaning.of(
              fact,
              "- These are the right bytes, one char each: make bytes of them again,"
                  + " getBytes(ISO_8859_1), then new String(bytes, UTF_8).")
          .atPrinted(found);
    }
    return found.isEmpty()
        ? notTheBytes(fact).first(ANNOUNCED).and(Form.EQUALS)
        : notTheBytes(fact).first(PIECES).atPrinted(found);
  }

  /** The text is another one where the default charset is not UTF-8. */
  static Meaning notUtf8(String line) {
    return Meaning.of(
        "This was to be printed: " + line
            + ". It was not, where the default charset is ISO-8859-1.",
        "- new String(bytes) takes the default charset, and so do readers that are given none: it"
            + " is not UTF-8 everywhere. new String(bytes, UTF_8) says which one.");
  }

  /** Not exactly the bytes that Content-Length announces were read. */
  public static Meaning notTheBytes(String fact) {
    return Meaning.of(
        fact,
        "- Content-Length counts bytes. A reader counts characters, which may have two bytes each.",
        "- read(buffer) brings what has come so far, and available tells of that only;"
            + " readNBytes(length) waits for all, readAllBytes for the end of the stream, and"
            + " readLine for a line end, which a body need not have.",
        "- A BufferedReader or stream has read ahead: what is in its buffer, a second one on the"
            + " same socket does not see.",
        "- After the last byte, each read is one too many: what follows need not come.");
  }

  /** A number that is none, or not one to be believed, was taken for the length of a body. */
  public static Meaning noNumber(String fact) {
    return Meaning.of(
        fact,
        "- A client can send any text as a number. Before you read, check that it has one to four"
            + " digits, and nothing else: 0 to 9, no sign, no blank, no fifth digit, even if it is"
            + " a zero.",
        "- Integer.parseInt takes +5 and 00004 as well, and a Scanner takes the 4 of \"4 4\".");
  }

  /** A body was read without a header that announces it. */
  static Meaning unannounced(String fact) {
    return Meaning.of(
        "No Content-Length has come: then there is no body, and no line body=. " + fact,
        "- Only a header of this name announces a body: X-Content-Length is another name, and a"
            + " value may have Content-Length: in it.",
        "- What is kept in a static field, or made before the loop, may be an earlier client's.");
  }

  /** What is to be known of a body that is announced in this way. */
  static List<String> announced(String header) {
    List<String> causes = new ArrayList<>();
    if (!header.startsWith("Content-Length")) {
      causes.add("- Upper and lower case make no difference in the name of a header.");
    }
    if (header.contains("%0")) {
      causes.add("- A zero in front is a digit as any other: 0024 has four digits, and is 24.");
    }
    return causes;
  }

  // ---- 2.8: a limit for the head ----

  public static Meaning noLimit() {
    return Meaning.of(
        "Your server reads on, though the head is longer than 8 KB already.",
        "- readLine has no limit: it keeps a line until its end comes, or until memory is full."
            + " Count while you read, byte by byte, not when the line is whole.",
        "- The limit is for the whole head: many short lines are long, too, and a line may only"
            + " have the bytes that the lines before it have left, their ends included.",
        "- The size of a buffer is no limit: it is filled again and again.");
  }
}
