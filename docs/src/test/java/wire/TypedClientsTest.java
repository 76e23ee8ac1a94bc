package wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a reader types for a client, as the bytes that it sends. */
class TypedClientsTest {

  private static String sent(String typed) {
    return new String(TypedClients.bytes(typed), UTF_8);
  }

  @Test
  void readsEscapesAsJavaDoes() {
    assertEquals("GET /\r\n\t\\r", sent("GET /\\r\\n\\t\\\\r"));
    assertArrayEquals(new byte[] {(byte) 0xff, 0, 'x'}, TypedClients.bytes("\\xff\\x00x"));
  }

  @Test
  void takesAllElseAsItIs() {
    assertEquals("\\q \\x4 \\ Привет", sent("\\q \\x4 \\ Привет"));
    assertEquals("", sent(""));
  }
}
