package reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static judge.words.Says.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
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
  Stream<DynamicTest> ofAHostAndABody() {
    String text = "мир";
    List<String> latin1 = List.of("body=" + new String(text.getBytes(UTF_8), ISO_8859_1));
    List<String> old = List.of("host=a");
    return Stream.of(
        says("printed: host=a", "An earlier client", OtherLines.hostOfNobody(old, old)),
        says("printed: host=a", "one by one", OtherLines.hostOfNobody(old, List.of())),
        says("printed was body=", "one char each", OtherLines.otherBody(text, latin1)),
        says("no such line", "counts bytes", OtherLines.otherBody(text, List.of())));
  }
}
