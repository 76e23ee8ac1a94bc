package live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;
import project.Tree;

/** No path leads out of the book, and none of a request leads to an action that is not listed. */
class PathsTest {

  @TempDir
  static Path folder;

  private static Path root;
  private static LiveSite site;

  /** The book alone, beside a file that nobody should read. */
  @BeforeAll
  static void start() throws Exception {
    root = Files.createDirectories(folder.resolve("b \u00f6 #1%20"));
    Tree.copy(Project.ROOT.resolve("docs"), root.resolve("docs"));
    Files.copy(Project.ROOT.resolve("README.md"), root.resolve("README.md"));
    Tree.copy(Project.ROOT.resolve("step04-html/src"), root.resolve("step04-html/src"));
    Files.createDirectories(root.resolve(".workbook"));
    Files.writeString(root.resolve(".workbook/token"), "SECRET");
    Files.writeString(folder.resolve("secret.md"), "# SECRET");
    tryToLink(root.resolve("docs/link.md"), folder.resolve("secret.md"));
    tryToLink(root.resolve("docs/images/link.svg"), folder.resolve("secret.md"));
    site = new LiveSite(root);
  }

  /** Windows allows it only to some. */
  private static void tryToLink(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      System.out.println("no link can be made here: " + e);
    }
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.md",
        "/docs/../../secret.md",
        "/docs/%2e%2e/%2e%2e/secret.md",
        "/docs/..%2f..%2fsecret.md",
        "/docs/..%5c..%5csecret.md",
        "/docs/%252e%252e/%252e%252e/secret.md",
        "/docs/....//....//secret.md",
        "/docs/%c0%ae%c0%ae/secret.md",
        "/docs/..;/..;/secret.md",
        "/docs/link.md",
        "/docs/images/link.svg",
        "/docs/README.md%00.png",
        "/README.md/",
        "/README.md%20",
        "/readme.md",
        "//README.md",
        "/./README.md",
        "/docs//README.md",
        "/docs/",
        "/docs",
        "/.workbook/token",
        "/live/../../../../../.workbook/token",
        "/live/..%2f..%2f..%2f..%2f..%2f.workbook%2ftoken",
        "/live/page.html",
        "/docs/pom.xml",
        "/step04-html/pom.xml",
        "/step04-html/src/main/java/exercise/WebServer.java",
        "/step04-html/src/main/java/listings/../exercise/WebServer.java",
        "/step04-html/src/solution/java/exercise/WebServer.java",
        "/step04-html/src/main/java/listings/",
        "/step04-html/src/main/resources/icon.png",
        "/docs/src/main/java/live/Guard.java",
        "/docs/images/../pom.xml",
        "/pom.xml",
        "/.git/config",
        "/etc/passwd",
        "/C:/Windows/win.ini",
        "/file:///etc/passwd"
      })
  void leadsNowhere(String path) throws Exception {
    String open = site.own("GET", path);
    for (String request : List.of(open, LiveSite.withToken(open))) {
      String response = site.ask(request);
      assertTrue(response.matches("(?s)HTTP/1.1 (400|403|404) .*"), path + ": " + response);
      assertFalse(response.contains("SECRET"), response);
    }
  }

  @Test
  void givesEveryPageAndPicture() throws Exception {
    for (String path : List.of(
        "/README.md",
        "/docs/README.md",
        "/docs/step05-threads.md",
        "/docs/images/load-rate.svg",
        "/docs/images/step04-browser.png",
        "/live/app.js",
        "/live/page.css",
        "/step04-html/src/main/java/listings/Listing07.java",
        "/live/highlight/core.js",
        "/docs/README%2emd")) {
      assertEquals("200", site.status(site.own("GET", path)), path);
    }
  }

  /** A page of the reader's would run in the book, with the book's token. */
  @Test
  void showsAPageOfTheReadersAsText() throws Exception {
    String path = "/step04-html/src/main/resources/hello.html";
    Files.writeString(root.resolve(path.substring(1)), "<script>alert(1)</script>");
    String html = LiveSite.body(site.ask(site.own("GET", path)));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
    assertFalse(html.contains("<script>"), html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/do/1/again/",
        "/do/1/again/x",
        "/do/1/AGAIN",
        "/do//1/again",
        "/do/./1/again",
        "/do/1/mine/start/22",
        "/do/1/..%2fmine/start/0",
        "/do/6/again",
        "/do/1/again;x",
        "/",
        "/README.md",
        "/state",
        "/events"
      })
  void doesNothingThatIsNotListed(String path) throws Exception {
    assertEquals("404", site.status(site.action(path, "")));
    assertEquals(List.of(), site.done);
  }

  @Test
  void showsAnEditAtOnce() throws Exception {
    String text =
        "# Words\n\n## A *new* word: `x`\n\n<details><summary>S</summary>\n\n</details>\n";
    Files.writeString(root.resolve("docs/glossary.md"), text);
    String html = LiveSite.body(site.ask(site.own("GET", "/docs/glossary.md")));
    assertTrue(html.contains("<title>Words</title>"), html);
    assertTrue(html.contains("<h2 id=\"a-new-word-x\">A <em>new</em> word: <code>x</code></h2>"));
    assertTrue(html.contains("<details><summary>S</summary>"), html);
  }
}
