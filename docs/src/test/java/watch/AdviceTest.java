package watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import judge.events.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commonest errors of javac's come with what to do. */
class AdviceTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      ';' expected | A semicolon is missing at this place.
      cannot find symbol\\n  symbol:   class Socket\\n  location: class exercise.WebServer | If you mean the JDK's, an import is missing: import java.net.Socket;
      cannot find symbol\\n  symbol:   variable List\\n  location: class A | If you mean the JDK's, an import is missing: import java.util.List;
      cannot find symbol\\n  symbol:   variable ISO_8859_1\\n  location: class A | If you mean the JDK's, an import is missing: import static java.nio.charset.StandardCharsets.ISO_8859_1;
      cannot find symbol\\n  symbol:   variable SECONDS\\n  location: class A | If you mean the JDK's, an import is missing: import static java.util.concurrent.TimeUnit.SECONDS;
      cannot find symbol\\n  symbol:   variable LIMIT\\n  location: class A | ""
      cannot find symbol\\n  symbol:   class Sokket\\n  location: class A | ""
      reached end of file while parsing | A } is missing somewhere above.
      incompatible types: String cannot be converted to int | ""
      """)
  void isGiven(String message, String advice) {
    Problem problem = new Problem("A.java", 1, 1, message.replace("\\n", "\n"), "");
    assertEquals(advice, Advice.of(problem));
  }
}
