package live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.Project;
import rendering.Library;
import watch.Notes;

/** A page of the book, and nobody else, writes down what the reader says, and only what it asks. */
class NotebookTest {

  private static final String PAGE = "docs/step01-listen.md";
  private static final String QUESTION =
      PAGE + "/where-does-the-client-s-port-number-come-from-do-you-choose-it-the-ser";
  private static final String QUIZ =
      PAGE + "/your-server-stands-in-a-debugger-before-accept-a-browser-connects-what";
  private static final String WRITE = "/do/note/write/" + QUESTION;

  @TempDir
  Path folder;

  private LiveSite site;

  @BeforeEach
  void start() throws Exception {
    site = new LiveSite(Project.ROOT, feed -> {
      Notes notes = new Notes(folder.resolve("notes"));
      Notebook notebook =
          new Notebook(new Library(Project.ROOT), notes, feed, (step, task) -> task.equals("1.2"));
      notebook.tell();
      return notebook::find;
    });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private String post(String path, String text) throws Exception {
    String typed = URLEncoder.encode(text, UTF_8).replace("+", "%20");
    return site.status(site.action(path, "X-Workbook-Text: " + typed + "\r\n"));
  }

  private boolean tells(String text) {
    return site.feed.all().contains(text);
  }

  @Test
  void keepsWhatIsWritten() throws Exception {
    assertTrue(tells("\"core\":{\"done\":1,\"all\":3},\"further\":{\"done\":0,\"all\":4}"));
    assertEquals("204", post(WRITE, "the system; \"±\"\n<b>"));
    assertTrue(tells("{\"text\":\"the system; \\u0022±\\u0022\\u000a<b>\",\"choice\":\"\""));
    assertEquals("204", post("/do/note/choose/" + QUIZ, "C"));
    assertTrue(tells("{\"text\":\"\",\"choice\":\"C\",\"isOpen\":false}"));
    assertTrue(tells("\"questions\":{\"done\":2,\"all\":11}"), site.feed.all());
    assertEquals("204", post("/do/note/place/" + PAGE, "predict"));
    assertTrue(tells("\"last\":\"" + PAGE + "\""));
    assertTrue(tells("\"place\":\"predict\",\"heading\":\"Predict\""));
    assertEquals("204", post(WRITE, "x".repeat(Notebook.MOST_OF_A_NOTE)));
    assertEquals("204", post(WRITE, "я".repeat(Notebook.MOST_OF_A_NOTE)));
  }

  @Test
  void takesNoMoreThanThePageAsksFor() throws Exception {
    String before = site.feed.all();
    assertEquals("404", post(WRITE, "x".repeat(Notebook.MOST_OF_A_NOTE + 1)));
    assertEquals("404", post("/do/note/choose/" + QUIZ, "D"));
    assertEquals("404", post("/do/note/choose/" + QUIZ, "AB"));
    assertEquals("404", post("/do/note/choose/" + QUIZ, ""));
    assertEquals("404", post("/do/note/choose/" + QUESTION, "A"));
    assertEquals("404", post("/do/note/write/" + QUIZ, "x"));
    assertEquals("404", post("/do/note/place/" + PAGE, "no-such-heading"));
    assertEquals(before, site.feed.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/do/note/write/" + PAGE + "/no-such-question",
        "/do/note/write/" + PAGE,
        "/do/note/place/" + QUESTION,
        "/do/note/place/docs/no-such-page.md",
        "/do/note/place/docs/../README.md",
        "/do/note/place/docs/src/test/labs/step01.md",
        "/do/note/place/docs%2fstep01-listen.md%2f",
        "/do/note/delete/" + QUESTION,
        "/do/note/write/" + QUESTION + "/",
        "/do/note/WRITE/" + QUESTION
      })
  void knowsWhatItsPagesHave(String path) throws Exception {
    assertEquals("404", post(path, "predict"));
  }

  @Test
  void refusesWhoeverIsNoPageOfTheBook() throws Exception {
    String text = "X-Workbook-Text: SECRET\r\n";
    for (String path : List.of(WRITE, "/do/note/place/" + PAGE)) {
      String good = site.action(path, text);
      site.assertRefused(site.own("POST", path) + "Origin: " + site.origin() + "\r\n" + text);
      site.assertRefused(LiveSite.withToken(site.own("POST", path)) + text);
      site.assertRefused(good.replace("Host: 127.0.0.1", "Host: evil.example"));
      site.assertRefused(good.replace("Origin: http://127", "Origin: http://evil.example#127"));
      site.assertRefused(good.replace("Site: same-origin", "Site: cross-site"));
      site.assertRefused(good.replaceFirst("POST", "GET"));
    }
    assertFalse(tells("SECRET"));
  }
}
