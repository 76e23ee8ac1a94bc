package site;

import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import judge.words.Fresh;

/** Files that a task puts into pages/. */
public final class NewFiles {

  private NewFiles() {}

  /** They come when the server runs already, as pages do. */
  public static void expectEach(Site site) {
    for (String file : List.of(word() + ".html", "sub" + path() + ".html", word() + "/a.html")) {
      expect(site, site.add(file));
    }
    expect(site, site.add("A-" + word() + ".html"));
    String late = word() + ".html";
    site.expectNotFound("/" + late, "- There is no such file in pages/ yet.");
    expect(site, site.add(late));
    expect(site, site.add(word() + ".txt", new byte[0]));
    byte[] picture = new byte[Fresh.number(20_000, 70_000)];
    ThreadLocalRandom.current().nextBytes(picture);
    expect(site, site.add(word() + ".jpg", picture));
  }

  private static void expect(Site site, String file) {
    site.expectFile(
        "/" + file,
        file,
        "- The tests have put this file, " + file
            + ", into pages/ on the class path while your server"
            + " ran, and taken it away again at the end.",
        "- A list of names in your code, or one made when the program started, has no new page:"
            + " look for the file when it is asked for.",
        "- What has not been there once may be there now, and a file may be empty.",
        "- Its name stays as it is: upper and lower case count in its name.",
        "- To read src/main/resources is to read another folder: Maven copies it to the class"
            + " path.");
  }
}
