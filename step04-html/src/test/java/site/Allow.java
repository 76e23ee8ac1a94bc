package site;

import java.util.List;
import java.util.stream.Stream;
import judge.Answer;
import judge.verdict.Failure;

/** The header that says which methods would have worked (RFC 9110 section 10.2.1). */
public final class Allow {

  private Allow() {}

  /** Makes sure that 405 is the answer, with this header. */
  public static void expectRefusal(Site site, String method, String path) {
    Answer answer = site.request(method, path);
    answer.expectStatus(
        "405 Method Not Allowed",
        switch (answer.status()) {
          case 501 ->
            "- 501 is for a method that your server has never heard of. " + method
                + " is well known: it is just not allowed here.";
          case 404 -> "- Look at the method before you look for a file.";
          default ->
            "- The method is the first part of the request line: everything but GET, and HEAD if"
                + " you like, is refused, not POST alone.";
        });
    answer.expectLength(Site.LENGTH + " Content-Length: 0 is one, too.");
    expectIn(answer);
  }

  /** The methods that it names, GET among them. */
  public static List<String> expectIn(Answer answer) {
    if (answer.headers("Allow").isEmpty()) {
      throw Failure.because(
          "The header Allow is missing.",
          "- \"You may not do this\" is half an answer: Allow says which methods would have worked"
              + " (RFC 9110 section 15.5.6).");
    }
    String value = String.join(",", answer.headers("Allow"));
    List<String> methods = methodsIn(value);
    if (!methods.contains("GET")) {
      throw Failure.because(
          "Allow does not name GET; it says: " + value,
          "- It names the methods that would have worked, in capital letters: get is another"
              + " method.");
    }
    return methods;
  }

  private static List<String> methodsIn(String allow) {
    List<String> methods = Stream.of(allow.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
    for (String method : methods) {
      if (!method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw Failure.because(
            "In Allow, this is no method: " + method,
            "- It has names of methods, with commas between them: Allow: GET, HEAD");
      }
    }
    return methods;
  }
}
