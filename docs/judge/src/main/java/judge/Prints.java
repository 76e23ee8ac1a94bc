package judge;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import judge.http.Head;
import judge.learner.Printed;
import judge.verdict.Failure;
import judge.why.Exceptions;
import judge.why.Printing;
import judge.words.Meaning;

/** What a server prints, line by line; the blanks around a line do not matter. */
public final class Prints {

  private Prints() {}

  /** All lines so far. */
  public static List<String> lines() {
    return Printed.lines().stream().map(String::strip).toList();
  }

  /** How often the line was printed. */
  public static long count(String line) {
    return lines().stream().filter(line::equals).count();
  }

  /** The lines that begin with the text. */
  public static List<String> beginning(String start) {
    return lines().stream().filter(line -> line.startsWith(start)).toList();
  }

  /** The same, but only those that are printed from now on. */
  public static Supplier<List<String>> fromNowOn(String start) {
    int before = beginning(start).size();
    return () -> beginning(start).stream().skip(before).toList();
  }

  /**
   * Waits for what must be printed: a server may do it when it has hung up already.
   *
   * @throws Failure if it is not there in time
   */
  public static void expect(Server server, BooleanSupplier isThere, Supplier<Meaning> why) {
    if (!server.prints(isThere)) {
      server.expectServing();
      Meaning meaning = why.get();
      throw Failure.because(Exceptions.mistake(lines()).map(meaning::first).orElse(meaning));
    }
  }

  /**
   * Waits for the lines of a head, each once, in this order; other lines do not matter.
   *
   * @param why what it likely means if they are not there, and do not show it
   */
  public static void expectHead(Server server, Head head, String... why) {
    expect(
        server,
        () -> lines().stream().filter(head.lines()::contains).toList().equals(head.lines()),
        () -> Printing.otherHead(head, lines(), why));
  }

  /**
   * Makes sure that no stack trace was printed.
   *
   * @param what could have led to one, as a subject: {@code "What a client does"}
   */
  public static void expectNoStackTrace(String what) {
    if (Printed.hasStackTrace()) {
      throw Failure.because(Printing.stackTrace(what, Printed.stackTrace()));
    }
  }
}
