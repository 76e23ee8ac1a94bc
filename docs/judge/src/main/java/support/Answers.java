package support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;

/** What the listings with pages must send, byte by byte, one char for each (ISO-8859-1). */
public final class Answers {

  private Answers() {}

  /** The whole answer that carries a page from the class path. */
  public static String withPage(String status, String file) throws IOException {
    byte[] page = page(file);
    return withLength(status, page.length) + new String(page, ISO_8859_1);
  }

  /** The answer to {@code GET /}. */
  public static String hello() throws IOException {
    return withPage("200 OK", "hello.html");
  }

  /** The answer to a request whose page is missing. */
  public static String serverError() {
    return withLength("500 Internal Server Error", 0);
  }

  private static String withLength(String status, int bytes) {
    return ("HTTP/1.1 " + status + "\r\n")
        + ("Content-Length: " + bytes + "\r\n")
        + "Content-Type: text/html; charset=utf-8\r\n"
        + "Connection: close\r\n"
        + "\r\n";
  }

  /** The page's bytes as they are in src/main/resources. */
  public static byte[] page(String file) throws IOException {
    try (InputStream in = Answers.class.getResourceAsStream("/" + file)) {
      return in.readAllBytes();
    }
  }
}
