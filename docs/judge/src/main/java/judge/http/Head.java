package judge.http;

import java.util.List;
import java.util.stream.Stream;
import judge.words.Fresh;

/**
 * The head of a request, line by line.
 *
 * @param lines the request line, then headers; one char for each byte (ISO-8859-1)
 */
public record Head(List<String> lines) {

  public static Head of(String... lines) {
    return new Head(List.of(lines));
  }

  /** Asks for a path that no other request has. */
  public static Head get(String... headers) {
    Stream<String> first = Stream.of("GET " + Fresh.path() + " HTTP/1.1");
    return new Head(Stream.concat(first, Stream.of(headers)).toList());
  }

  /** Asks for the target as a client must in HTTP/1.1. */
  public static Head asking(String target) {
    return of("GET " + target + " HTTP/1.1", "Host: localhost");
  }

  public String method() {
    return lines.get(0).split(" ", 2)[0];
  }

  /** As it is sent. */
  public String text() {
    return begun() + "\r\n";
  }

  /** The same without the empty line at its end: there may be more to come. */
  public String begun() {
    return String.join("\r\n", lines) + "\r\n";
  }
}
