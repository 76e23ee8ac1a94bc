package judge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import judge.words.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a response, by its bytes. */
class FormTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GET  | Hello                                               | does not begin with a status line
      GET  | You are client 1.\\r\\nHTTP/1.1 200 OK\\r\\n\\r\\n  | this first: "You are client 1."
      GET  | HTTP/1.1 200\\r\\n\\r\\n                            | no status line: HTTP/1.1 200
      GET  | HTTP/2.0 200 OK\\r\\n\\r\\n                         | no status line: HTTP/2.0
      GET  | HTTP/1.1 200 OK\\n\\n                               | does not end in \\r\\n
      GET  | HTTP/1.1 200 OK\\r\\nA: 1\\n\\r\\n                  | does not end in \\r\\n
      GET  | HTTP/1.1 200 OK/r/n/r/n                             | /r/n are four characters
      GET  | HTTP/1.1 200 OK\\r\\nA: 1\\r\\n                     | the empty line is missing
      GET  | HTTP/1.1 200 OK\\r\\nA : 1\\r\\n\\r\\n              | this is no header: A : 1
      GET  | HTTP/1.1 200 OK\\r\\nHello                          | this is no header: Hello
      GET  | HTTP/1.1 200 OK\\r\\nA: 1\\r\\na: 2\\r\\n\\r\\n       | there twice: a: 2
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: +1\\r\\n\\r\\nx | not a number of bytes; it is: +1
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 1A: 1\\r\\n\\r\\nx | a \\r\\n is missing behind the number
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 41\\r\\n\\r\\n  | 41 bytes, but only 0 came
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 40\\r\\n\\r\\nx | It includes the head
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\n\\303\\244 | the number of characters
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\nx\\n  | println adds one
      GET  | HTTP/1.1 200 OK\\r\\n\\r\\nHTTP/1.1 404 No\\r\\n\\r\\n  | two answers to one request
      HEAD | HTTP/1.1 200 OK\\r\\n\\r\\nx                        | HEAD was asked, and a body came
      HEAD | HTTP/1.1 200 OK\\r\\n\\r\\nx                        | == and != compare objects
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: \\5\\r\\n\\r\\n  | write(number) sends one byte
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: \\r\\r\\n\\r\\n | write(number) sends one byte
      HEAD | HTTP/1.1 405 No\\r\\nAllow: GET, HEAD\\r\\n\\r\\nx    | Allow names HEAD
      GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\nx     | nothing
      HEAD | HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\n      | nothing
      """)
  void saysWhatIsWrong(String method, String response, String problem) {
    byte[] bytes = response.translateEscapes().getBytes(ISO_8859_1);
    String text = Form.problem(bytes, method).map(Meaning::paragraphs).toString();
    assertTrue(text.contains(problem.equals("nothing") ? "Optional.empty" : problem), text);
  }
}
