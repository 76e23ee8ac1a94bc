package beyond;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers with the pages that lie in a folder on the class path. */
final class Pages implements Handler {

  /** What ends otherwise is no page. Types as in RFC 9110, section 8.3. */
  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "txt", "text/plain; charset=utf-8",
      "svg", "image/svg+xml",
      "png", "image/png",
      "jpg", "image/jpeg",
      "ico", "image/x-icon");

  /** One dot, and so no {@code ..}: there is no way out of the folder. */
  private static final Pattern PAGE = Pattern.compile("/[0-9A-Za-z_/-]+\\.([a-z]+)");

  private static final int CACHED_PAGES = 1_000;

  private final String folder;
  private final Map<String, byte[]> cache = new ConcurrentHashMap<>();

  /** Pages in a folder of the class path, such as {@code /pages}. */
  Pages(String folder) {
    this.folder = folder;
  }

  @Override
  public Response handle(Request request) throws IOException, InterruptedException {
    if (request.path().equals("/sleep")) {
      Thread.sleep(5_000);
    }
    boolean isStart = request.path().equals("/") || request.path().equals("/sleep");
    return isStart ? page("200 OK", "/hello.html", "html") : find(request.path());
  }

  private Response find(String path) throws IOException {
    Matcher page = PAGE.matcher(path);
    if (page.matches() && TYPES.containsKey(page.group(1))) {
      try {
        return page("200 OK", path, page.group(1));
      } catch (FileNotFoundException e) {
        // as below
      }
    }
    return page("404 Not Found", "/404.html", "html");
  }

  private Response page(String status, String path, String ending) throws IOException {
    byte[] body = cache.get(path);
    if (body == null) {
      body = read(folder + path);
      if (cache.size() < CACHED_PAGES) { // a file may have many names where case does not count
        cache.put(path, body);
      }
    }
    return Response.page(status, TYPES.get(ending), body);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      if (in == null && Pages.class.getResource(name) != null) {
        throw new IOException(name + " cannot be opened now"); // out of file descriptors
      }
      if (in == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }
}
