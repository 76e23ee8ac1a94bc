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

  /** As it is sent, with the empty line at its end. */
  public String text() {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }
}
