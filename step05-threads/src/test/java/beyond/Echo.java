package beyond;

import java.util.List;

/** Answers with the path and the body that it got. */
final class Echo implements Handler {

  @Override
  public Response handle(Request request) {
    byte[] path = (request.path() + " ").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] echo = java.util.Arrays.copyOf(path, path.length + request.body().length);
    System.arraycopy(request.body(), 0, echo, path.length, request.body().length);
    return Response.page("200 OK", "text/plain", echo);
  }

  @Override
  public List<String> methods() {
    return List.of("GET", "HEAD", "POST", "OPTIONS");
  }
}
