package reply;

import java.util.Locale;
import judge.Answer;

/** A response that says what it is, how long, and that its server hangs up. */
public final class Described {

  private Described() {}

  /** What every response of this step says about itself. */
  public static void expect(Answer answer) {
    String type = String.join("", answer.headers("Content-Type")).toLowerCase(Locale.ROOT);
    answer
        .expectHeader("Content-Type", "text/plain; charset=utf-8", aboutType(type))
        .expectHeader(
            "Connection",
            "close",
            "- In HTTP/1.1 a connection stays open for the next request unless one side says this,"
                + " in every answer.")
        .expectLength("- Every answer has to say how many bytes its body has.");
  }

  private static String aboutType(String type) {
    if (type.isEmpty()) {
      return "- Every answer needs it, an error's too: let one method send them all.";
    }
    if (type.contains("html")) {
      return "- As HTML, what somebody has typed into an address would run as a page.";
    }
    return type.contains("charset")
        ? "- Compare the two, character by character: a semicolon comes before charset."
        : "- Without charset=utf-8 a client guesses the charset, and shows other characters.";
  }

  public static void expectRefusal(Answer answer, String status, String... why) {
    expect(answer.expectStatus(status, why));
  }
}
