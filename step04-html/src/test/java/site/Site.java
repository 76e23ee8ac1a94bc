package site;

import java.util.Arrays;
import java.util.Locale;
import judge.Answer;
import judge.Server;
import judge.learner.Serve;
import judge.verdict.Failure;

/** The learner's server, and the files that it must send. */
public final class Site implements AutoCloseable {

  public static final String HTML = "text/html; charset=utf-8";

  /** Whatever a web server sends, a client must know where it ends. */
  public static final String LENGTH =
      "- All responses of this step have it. Without it a client cannot tell a page from a part of"
          + " it.";

  final Folder folder;
  private final Server server;

  private Site(Folder folder, Server server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @throws Failure if one of the files is missing
   */
  public static Site open(Class<?> program, Serve serve) {
    return new Site(Folder.of(program), Server.start(serve));
  }

  public Answer get(String target) {
    return server.get(target);
  }

  public Answer request(String method, String target) {
    return server.request(method, target);
  }

  /** Asks for a target that OkHttp would change. */
  public Answer getAsItIs(String target) {
    return server.getAsItIs(target);
  }

  /** Adds a small page, which stays until the site is closed, and returns its name. */
  public String add(String file) {
    return folder.add(file);
  }

  public String add(String file, byte[] bytes) {
    return folder.add(file, bytes);
  }

  public void expectFirstPage(String target, String... why) {
    expectPage(get(target), "200 OK", "hello.html", why);
  }

  public void expectNotFound(String target, String... why) {
    expectNotFound(get(target), why);
  }

  public void expectNotFound(Answer answer, String... why) {
    expectPage(answer, "404 Not Found", "404.html", why);
  }

  /** The status, the file's bytes and length, and the type of an HTML page. */
  private void expectPage(Answer answer, String status, String file, String... why) {
    expectFile(answer, status, file, why)
        .expectHeader(
            "Content-Type",
            HTML,
            "- A page in UTF-8 says so here: a browser that must guess gets it wrong.",
            "- It is the type of the page you send, " + file + ", whatever was asked for.");
  }

  /** Makes sure that the path leads to no file in other letters, where files can be told apart. */
  public void expectOnlyInItsLetters(String path) {
    String other = path.toUpperCase(Locale.ROOT);
    if (!folder.has(other.substring(1))) {
      expectNotFound(
          other, "- Upper and lower case count in a path: " + other + " is not " + path + ".");
    }
  }

  /** Makes sure that the target gets the file. */
  public Answer expectFile(String target, String file) {
    return expectFile(target, file, "- The file is pages/" + file + ".");
  }

  public Answer expectFile(String target, String file, String... why) {
    return expectFile(get(target), "200 OK", file, why);
  }

  /** The status, and the file's bytes and length. */
  public Answer expectFile(Answer answer, String status, String file, String... why) {
    return answer
        .expectStatus(status, why)
        .expectBody(folder.bytes(file), folder.otherBytes(file, answer.body()))
        .expectLength(LENGTH);
  }

  /**
   * Makes sure that 400 is the answer to a target whose % is none.
   *
   * @param part where it stands
   * @param more what else there is to say about it
   */
  public void expectMalformed(String target, String part, String more) {
    getAsItIs(target)
        .expectStatus(
            "400 Bad Request",
            "- The % in " + part + " is not followed by two hexadecimal digits" + more
                + ". URLDecoder throws an IllegalArgumentException for it.")
        .expectLength(LENGTH);
  }

  /** Makes sure that nothing is sent for a path that leads to no page. */
  public void expectRefused(Answer answer) {
    if (answer.status() != 404 && answer.status() != 400) {
      throw Failure.because(
          "The status is " + answer.status() + "; asked for is 404 Not Found or 400 Bad Request.",
          "- There is no such page, whatever else this path may lead to.");
    }
    answer.expectLength(LENGTH);
  }

  /** Makes sure that a path to a folder is none to a page; / itself may be meant by it. */
  public void expectNoListOfNames(String path) {
    Answer answer = getAsItIs(path);
    if (answer.status() == 200 && Arrays.equals(answer.body(), folder.bytes("hello.html"))) {
      return; // to take /sub/.. for / is no mistake
    }
    if (answer.status() == 200) {
      throw Failure.because(
          answer.text().contains("html")
              ? "The answer is a list of the names in a folder."
              : "The status is 200, but " + path + " is no file.",
          "- It has a dot, and is a folder all the same: . is the folder itself, and .. the one"
              + " above. Let no part of a path be one of these.");
    }
    expectRefused(answer);
  }

  @Override
  public void close() {
    server.close();
    folder.close();
  }
}
