package judge.why;

import static judge.words.Says.says;

import java.util.List;
import java.util.stream.Stream;
import judge.http.Head;
import judge.words.Meaning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which cause is named for the lines that were printed of a head. */
class PrintingTest {

  private static final String GET = "GET / HTTP/1.1";
  private static final String HOST = "Host: a";
  private static final String OWN = "- the task's own";

  private static Meaning of(String... printed) {
    return Printing.otherHead(Head.of(GET, HOST), List.of(printed));
  }

  @TestFactory
  Stream<DynamicTest> ofAHeadWhoseLinesShowTheCause() {
    Head odd = Head.of(GET, "X-Tea: 1  %", "Host: a", "X-Tea: 2");
    List<String> words = List.of(GET, "X-Tea: 1 %", "Host: a", "X-Tea: 2");
    List<String> map = List.of(GET, "X-Tea: 1  %", "Host: a");
    List<String> sorted = List.of(GET, "Host: a", "X-Tea: 1  %", "X-Tea: 2");
    return Stream.of(
        says("Nothing of this request", "the numbers of the characters", of("  7169843247")),
        says("the request line: GET", "lacks its first letter", of("ET / HTTP/1.1", HOST)),
        says("not printed: X-Tea: 1  %", "split, and joined", Printing.otherHead(odd, words)),
        says("not printed: X-Tea: 2", "a Map or a Set keeps one", Printing.otherHead(odd, map)),
        says("in another order", "A Map or a Set has its own", Printing.otherHead(odd, sorted)),
        says("not printed: X-Tea: 1  %", "printf", Printing.otherHead(odd, List.of(GET))),
        says("with the \\r of their ends", "still have their \\r", Printing.lineEnds(List.of())));
  }

  @TestFactory
  Stream<DynamicTest> ofAHead() {
    Head head = Head.of(GET, HOST);
    return Stream.of(
        says("Nothing of this request", "must read the lines", of("no request")),
        says("not printed, the request line: GET /", "takes a line away", of(HOST)),
        says("not printed: Host: a", "takes a line away", of(GET)),
        says("not printed: Host: a", "stands alone", of(GET, "Host: a, done")),
        says("Nothing of this request", "still have their \\r", of(GET + "\\x0d")),
        says("more than once: Host: a", "one too many", of(GET, HOST, HOST)),
        says("in another order", OWN, Printing.otherHead(head, List.of(HOST, GET), OWN)),
        says("not printed: Host: a", OWN, Printing.otherHead(head, List.of(GET), OWN)));
  }
}
