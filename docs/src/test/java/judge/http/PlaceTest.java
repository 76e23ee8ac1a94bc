package judge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Collectors;
import judge.events.Event;
import judge.events.StoryText;
import judge.words.Meaning;
import judge.words.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which byte of a response is the first wrong one: here it comes after {@code @}. */
class PlaceTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GET  | @Hello
      GET  | @HTML/1.1 200 OK\\r\\n\\r\\n
      GET  | HTTP/1.1 200@\\r\\n\\r\\n
      GET  | HTTP/@2.0 200 OK\\r\\n\\r\\n
      GET  | HTTP/1.1 200 OK@\\n\\n
      GET  | HTTP/1.1 200 OK\\r\\nA: 1@\\n\\r\\n
      GET  | HTTP/1.1 200 OK@/r/n/r/n
      GET  | HTTP/1.1 200 OK\\r\\nA: 1\\r\\n@
      GET  | HTTP/1.1 200 OK\\r\\nA@ : 1\\r\\n\\r\\n
      GET  | HTTP/1.1 200 OK\\r\\nA: 1\\r\\n@a: 2\\r\\n\\r\\n
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: @+1\\r\\n\\r\\nx
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nabc@
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nab@c
      GET  | HTTP/1.1 200 OK\\r\\n\\r\\nab@HTTP/1.1 404 No\\r\\n\\r\\n
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\na@HTTP/1.1 5
      HEAD | HTTP/1.1 200 OK\\r\\n\\r\\n@x
      HEAD | HTTP/1.1 @405 No\\r\\nAllow: GET, HEAD\\r\\n\\r\\nx
      """)
  void isWhereItGoesWrong(String method, String marked) {
    String text = marked.translateEscapes();
    byte[] bytes = text.replace("@", "").getBytes(ISO_8859_1);
    Spot spot = Form.problem(bytes, method).map(Meaning::spot).orElseThrow();
    assertEquals(text.indexOf('@'), spot.offset());
    assertEquals(bytes.length, spot.length());
  }

  private static String story(String response, Spot spot) {
    byte[] bytes = response.getBytes();
    var at = new Event.At(0, 0);
    List<Event.Told> story = List.of(
        new Event.Bytes(at, "it receives", false, "no".getBytes(), 2),
        new Event.Bytes(at, "it receives", false, bytes, bytes.length),
        new Event.Bytes(at, "it sends", true, bytes, bytes.length));
    return StoryText.of(story, spot).stream().collect(Collectors.joining("\n"));
  }

  @Test
  void aStoryPointsAtIt() {
    String response = "HTTP/1.1 200 OK\r\nA: ✓1\n\r\n";
    Spot spot = Meaning.of("")
        .atByte(response.getBytes().length - 3, response.getBytes().length)
        .spot();
    assertEquals("""
        it receives no
        it receives HTTP/1.1 200 OK\\r\\n
                    A: ✓1\\n
                         ^ here
                    \\r\\n
        it sends HTTP/1.1 200 OK\\r\\n
                 A: ✓1\\n
                 \\r\\n""", story(response, spot));
  }

  @Test
  void aStoryPointsAtTheEndOfWhatIsTooShort() {
    assertEquals("""
        it receives no
                      ^ here
        it receives HTTP/1.1
        it sends HTTP/1.1""", story("HTTP/1.1", Meaning.of("").atByte(2, 2).spot()));
  }

  @Test
  void whatWasNotReceivedIsPointedAtNowhere() {
    assertFalse(story("HTTP/1.1", Meaning.of("").atByte(0, 3).spot()).contains("here"));
    assertFalse(story("HTTP/1.1", Spot.NONE).contains("here"));
  }
}
