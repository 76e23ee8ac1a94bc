package reply;

import static judge.words.Fresh.path;

import judge.Answer;
import judge.Program;
import judge.http.Head;
import judge.words.Fresh;

/** The answer to a request: a tick, and what was asked for. */
public final class Tick {

  private Tick() {}

  /** Where the default charset is UTF-8, nobody sees who leaves the choice to it. */
  public static void expectWhateverTheDefaultIs(Class<?> server) {
    try (Program program = Program.start(server, 0, "-Dfile.encoding=ISO-8859-1")) {
      String target = path();
      String why =
          "- The default charset was ISO-8859-1 here. getBytes() without a charset takes the"
              + " default, and so do writers: it is not UTF-8 everywhere.";
      expectIn(program.ask(Head.asking(target), why), target, why);
    }
  }

  public static void expectIn(Answer answer, String target, String... why) {
    answer.expectStatus("200 OK").expectBody("✓ " + target, why.length > 0 ? why : about(target));
    answer.expectLength("- It is the number of bytes of the body, and a header like the others.");
  }

  private static String[] about(String target) {
    return new String[] {
      target.contains("?")
          ? "- The query, from the ? on, is a part of the target."
          : "- After the tick and one blank comes the target: the middle part of the request line.",
      "- Nothing comes before the tick, and nothing after the target."
    };
  }

  /** Long enough for three digits in Content-Length. */
  public static String longPath() {
    return path().repeat(Fresh.number(20, 35));
  }
}
