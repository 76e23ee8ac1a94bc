package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static judge.words.Says.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import judge.seen.Stand;
import judge.words.Meaning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which cause is named for the lines that were printed. */
class OtherLinesTest {

  private static final Leaving HALF_A_LINE = new Leaving("has left in the middle of a line", 1, 1);

  @Test
  void isToldByTheVeryLinesAlone() {
    assertTrue(HALF_A_LINE.isTold(List.of("cut off", "no request", "host=a")));
    assertEquals(
        2, HALF_A_LINE.otherLines(List.of("no request", "cut off")).causes().size());
  }

  @TestFactory
  Stream<DynamicTest> ofAClientThatLeaves() {
    List<String> both = List.of("no request", "no request", "cut off");
    List<String> more = List.of("no request", "Cut off!");
    return Stream.of(
        says("there are 0 and 0", "null for the first line", HALF_A_LINE.otherLines(List.of())),
        says("1 line `cut off`", "the piece of a line", HALF_A_LINE.otherLines(List.of())),
        says("there are 2 and 1", "nothing yet", HALF_A_LINE.otherLines(both)),
        says("there are 1 and 0", "exactly this text", HALF_A_LINE.otherLines(more)));
  }

  @TestFactory
  Stream<DynamicTest> ofAClientThatHasBegunOrIsWhole() {
    Leaving oneByte = new Leaving("has left after one byte", 0, 1);
    Leaving whole = new Leaving("has sent a whole head, without headers", 0, 0);
    return Stream.of(
        says("there are 1 and 0", "One byte is", oneByte.otherLines(List.of("no request"))),
        says("there are 0 and 1", "with its empty line", whole.otherLines(List.of("cut off"))));
  }

  @TestFactory
  Stream<DynamicTest> ofSilenceAndPauses() {
    return Stream.of(
        says("not printed within 4 s", "must end this connection", OtherLines.heldUp(at("read"))),
        says("not printed within 4 s", "without an end", OtherLines.heldUp(at("ready"))),
        says("only after 3.0 s", "waits twice", OtherLines.tooLate(3_004)),
        says("on a slow client", "milliseconds", OtherLines.impatient()));
  }

  private static Stand at(String call) {
    return new Stand(Thread.State.RUNNABLE, call, List.of(call));
  }

  @TestFactory
  Stream<DynamicTest> ofARequestLine() {
    List<String> none = List.of();
    List<String> near = List.of("method = GET");
    return Stream.of(
        says(
            "GET / HTTP/1.1",
            "== and !=",
            OtherLines.noParts("GET / HTTP/1.1", "method=GET", none)),
        says(
            "get / HTTP/2.0",
            "whatever comes",
            OtherLines.noParts("get / HTTP/2.0", "method=get", none)),
        says("printed was method = GET", "as it came", OtherLines.noParts("GET", "m", near)),
        says("is no request line", "in capital", OtherLines.noRefusal("GET / http/1.1", none)),
        says("is no request line", "isEmpty()", OtherLines.noRefusal(" / HTTP/1.1", none)),
        says("printed was not HTTP!", "capital", OtherLines.noRefusal("a", List.of("not HTTP!"))),
        says("have left half-way", "after the loop", OtherLines.tooEarly()));
  }

  @TestFactory
  Stream<DynamicTest> ofControlCharacters() {
    return Stream.of(
        says("was to be printed: a", "0x85", Unescaped.notEscaped("a", List.of())),
        says(
            "was to be printed: body=", "line end", Unescaped.notEscapedInBody("body=", List.of())),
        says("character 0x0b itself", "body=", Unescaped.raw(0x0b, "body=\u000b")));
  }

  @TestFactory
  Stream<DynamicTest> ofALength() {
    List<String> zeros = OtherLines.announced("Content-Length:  %04d  ");
    List<String> letters = OtherLines.announced("cONTENT-lENGTH: %d");
    return Stream.of(
        says("waits", "no fifth digit", OtherLines.noNumber("Your server waits.")),
        says("waits", "takes +5", OtherLines.noNumber("Your server waits.")),
        says("default charset is ISO", "not UTF-8 everywhere", OtherLines.notUtf8("body=é")),
        says("No Content-Length has come", "of this name", OtherLines.unannounced("But")),
        says("length", "A zero in front", Meaning.of("length", zeros)),
        says("length", "Upper and lower case", Meaning.of("length", letters)),
        says("longer than 8 KB", "ends included", OtherLines.noLimit()));
  }

  @TestFactory
  Stream<DynamicTest> ofAHostAndABody() {
    String text = "мир";
    List<String> latin1 = List.of("body=" + new String(text.getBytes(UTF_8), ISO_8859_1));
    List<String> old = List.of("host=a");
    return Stream.of(
        says("printed: host=a", "An earlier client", OtherLines.hostOfNobody(old, old)),
        says("printed: host=a", "one by one", OtherLines.hostOfNobody(old, List.of())),
        says("printed was body=", "one char each", OtherLines.otherBody(text, latin1)),
        says("no such line", "whatever the method is", OtherLines.otherBody(text, List.of())),
        says("no such line", "== and !=", OtherLines.otherBody(text, List.of())),
        says("host=a", "those inside it", OtherLines.otherHost("Host: a", "a", List.of())),
        says("host=a", "== and !=", OtherLines.otherHost("Host: a", "a", List.of())),
        says("no such line", "counts bytes", OtherLines.otherBody(text, List.of())));
  }
}
