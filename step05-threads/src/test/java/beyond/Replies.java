package beyond;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an answer has to have. */
final class Replies {

  private Replies() {}

  static void assertStatus(int status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
  }

  static void assertStatus(String status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + "\r\n"), answer);
  }

  static void assertHeader(String header, String answer) {
    assertTrue(answer.contains("\r\n" + header + "\r\n"), answer);
  }

  /** The answer says that it is the last one on its connection. */
  static void assertIsLast(String answer) {
    assertHeader("Connection: close", answer);
  }

  static void assertIsNotLast(String answer) {
    assertFalse(answer.contains("\r\nConnection:"), answer);
  }

  static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
