package exercise;

import static judge.words.Fresh.path;
import static judge.words.Fresh.word;

import java.util.List;
import judge.Answer;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.words.Fresh;
import site.Allow;
import site.Greeting;
import site.NewFiles;
import site.Site;
import site.Types;
import site.WaysOut;

/** Judges your own server; docs/step04-html.md has the tasks and their hints. */
@TaskList(value = "Step 4: send a page", module = "step04-html", next = "docs/step05-threads.md")
class Exercise {

  private static final String STILL_FIRST = "- / is still hello.html.";

  private static Site open() {
    return Site.open(WebServer.class, WebServer::serve);
  }

  @Core("4.1 Send hello.html for `/`")
  void sendsTheFirstPage() {
    try (Site site = open()) {
      site.expectFirstPage(
          "/",
          "- Is the page found? A path such as src/main/resources/... begins in the folder where"
              + " the program is started, and the tests are started in another one.");
      site.expectFirstPage("/", "- It was right the first time: what is used up after that?");
    }
  }

  @Core("4.2 Answer `404 Not Found` with 404.html to every other path")
  void answersNotFoundToOtherPaths() {
    try (Site site = open()) {
      for (String path :
          List.of("/HELLO", "/index.html", "/hello", path(), path() + path() + ".html")) {
        site.expectNotFound(
            path,
            "- The words on the page are for people. Programs see the status alone.",
            "- Only / is the first page, and " + path + " begins with / too: compare the whole"
                + " path.");
      }
      site.expectNotFound(site.getAsItIs("//"), "- Only / is the first page: // is another path.");
      site.expectOnlyInItsLetters("/hello.html");
      site.expectFirstPage("/", "- The path / has a page: hello.html.");
    }
  }

  @Core("4.3 Let the query be no part of the path")
  void ignoresTheQuery() {
    try (Site site = open()) {
      String deep = word() + "?" + word() + "/?";
      for (String query : List.of(word() + "=1", "", "a=/b?c", deep)) {
        site.expectFirstPage("/?" + query, theQueryIsNoPartOf("/"));
      }
      String path = path();
      site.expectNotFound(path + "?/", theQueryIsNoPartOf(path));
      site.expectNotFound(path + "?/?/", theQueryIsNoPartOf(path));
      site.expectFirstPage("/", "- A target without a question mark is all path.");
    }
  }

  private static String[] theQueryIsNoPartOf(String path) {
    return new String[] {
      "- The path is " + path + " here. It ends before the first question mark; the query is all"
          + " that follows, and may have question marks of its own.",
      "- The path alone chooses the page, whatever the query is."
    };
  }

  @Core("4.4 Serve every file in `pages/`, so that a new page needs no new code")
  void servesEveryFile() {
    try (Site site = open()) {
      for (String file : List.of("hello.html", "style.css", "server.png")) {
        site.expectFile("/" + file, file);
      }
      site.expectFile("/sub/one.html?v=2", "sub/one.html");
      NewFiles.expectEach(site);
      site.expectFile(
          "/404.html",
          "404.html",
          "- It is a file in pages/, and here somebody asks for it. What makes a 404 is that there"
              + " is no file, and not the name of what is sent.");
      for (String folder : List.of("/sub", "/sub/")) {
        expectNoFolder(site, folder);
      }
      site.expectOnlyInItsLetters("/sub/one.html");
      for (String path : List.of(path() + ".html", "/sub" + path() + ".png")) {
        site.expectNotFound(path, "- There is no such file in pages/.");
      }
      site.expectFirstPage("/", STILL_FIRST);
    }
  }

  private static void expectNoFolder(Site site, String folder) {
    Answer answer = site.get(folder);
    site.expectNotFound(
        answer,
        answer.text().contains("one.html")
            ? "- This is the list of the names in the folder: getResourceAsStream takes a folder"
                + " for a file, and lists it."
            : "- A folder is no file.",
        "- A file's name has a dot, here: look at what follows the last slash of the path.");
  }

  @Further("4.5 Give each file its own Content-Type")
  void sendsEachFilesType() {
    try (Site site = open()) {
      Types.expect(site, "/", "hello.html", Site.HTML);
      Types.expect(site, "/sub/one.html", "sub/one.html", Site.HTML);
      Types.expect(site, "/style.css", "style.css", Types.CSS);
      Types.expect(site, "/server.png", "server.png", "image/png");
      Types.expect(site, "/server.png?as=" + word() + ".html", "server.png", "image/png");
      Types.expectOfNew(site, word() + ".svg", "image/svg+xml");
      Types.expectOfNew(site, word() + "-1.2.css", Types.CSS);
      Types.expectOfNew(site, word() + ".html.png", "image/png");
      for (String end : List.of(word(), "xhtml", "scss")) {
        Types.expectOfNew(site, word() + "." + end, "application/octet-stream");
      }
      site.expectFile(
              site.get(path() + ".png"), "404 Not Found", "404.html", "- There is no such picture.")
          .expectHeader(
              "Content-Type",
              Site.HTML,
              "- You send 404.html, an HTML page, whatever was asked for: the type is that of the"
                  + " file you send.");
    }
  }

  @Further("4.6 Refuse other methods with `405`, and let `Allow` say the truth")
  void refusesOtherMethods() {
    try (Site site = open()) {
      for (String method : List.of("POST", "PUT", "DELETE")) {
        for (String path : List.of("/", path(), "/hello.html", "/greet?name=a")) {
          Allow.expectRefusal(site, method, path);
        }
      }
      for (String allowed : Allow.expectIn(site.request("POST", "/"))) {
        site.request(allowed, "/")
            .expectStatus(
                "200 OK",
                "- Allow names " + allowed + " as a method that works: name"
                    + " only what your server can do.");
      }
      site.expectFirstPage("/", "- GET still works.");
      expectHeadIfAllowed(site);
    }
  }

  private static void expectHeadIfAllowed(Site site) {
    if (Allow.expectIn(site.request("DELETE", "/")).contains("HEAD")) {
      for (String path : List.of("/", "/style.css", path() + ".html")) {
        Answer get = site.get(path);
        site.request("HEAD", path).expectHeadOf(get);
      }
    }
  }

  @Further("4.7 Greet by name at `/greet?name=Ada`, and let no name become a script")
  void greetsByName() {
    try (Site site = open()) {
      new Greeting("Ada" + word()).expectFrom(site);
      new Greeting("Ada " + word()).expectFrom(site);
      new Greeting("Ада").expectFrom(site);
      new Greeting("<script>alert(" + Fresh.number(0, 1_000) + ")</script>").expectFrom(site);
      new Greeting("\"><b" + word()).expectFrom(site);
      new Greeting("'" + word() + "'").expectFrom(site);
      new Greeting("&lt;" + word()).expectFrom(site);
      new Greeting("a&b=+" + word()).expectFrom(site);
      new Greeting(word() + "&name=" + word()).expectFrom(site);
      new Greeting("100% $1 \\ %s" + word()).expectFrom(site);
      new Greeting("lastname=" + word() + "&name=", word()).expectFrom(site);
      new Greeting("x&" + word() + "=name=1&name=", word()).expectFrom(site);
      expectGreetingOfNobody(site);
      for (String value : List.of("%zz", word() + "%4")) {
        site.expectMalformed("/greet?name=" + value, value, ": nobody can say what it means");
      }
      site.expectFirstPage("/", STILL_FIRST);
      expectGreetingNowhereElse(site);
    }
  }

  private static void expectGreetingNowhereElse(Site site) {
    for (String path : List.of("/greet" + word(), "/GREET", "/greet/", "/greet%3F")) {
      site.expectNotFound(
          path + "?name=" + word(),
          "- The path is /greet and no more: one that only begins so is another, and so is"
              + " /GREET, since upper and lower case count in a path.",
          "- %3F is a question mark that divides nothing: take path and query apart, then decode.");
    }
  }

  private static void expectGreetingOfNobody(Site site) {
    for (String query : List.of("", "?", "?name", "?name=", "?" + word() + "=1", "?=", "?&")) {
      site.get("/greet" + query)
          .expectStatus("200 OK", "- There is no name here, and that is no mistake.")
          .expectLength(Site.LENGTH);
    }
  }

  @Further("4.8 Decode `%20` in paths, and let no path out of the folder")
  void letsNoPathOutOfTheFolder() {
    try (Site site = open()) {
      String blank = site.add(word() + " " + word() + ".html");
      expectDecoded(site, "/" + blank.replace(" ", "%20"), blank);
      WaysOut.expectNone(site);
      for (String path : List.of("/.", "/sub/..", "/%2e", "/sub/%2e%2e", "/sub/.")) {
        site.expectNoListOfNames(path);
      }
      String plus = site.add(word() + "+" + word() + ".html");
      expectDecoded(site, "/" + plus, plus);
      expectDecoded(site, "/sub%2Fone.html", "sub/one.html");
      String percent = site.add(word() + "%41.html");
      expectDecoded(site, "/" + percent.replace("%", "%25"), percent);
      for (String path : List.of("/%zz", path() + "%4", "/%-1")) {
        site.expectMalformed(path, path, "");
      }
      site.expectNotFound(
          "/hello.html%3Fa=1",
          "- %3F is a question mark in a name, and divides nothing: take path and query apart, then"
              + " decode.");
      site.expectRefused(site.getAsItIs("/hello.html%00"));
      site.expectFirstPage("/", STILL_FIRST);
    }
  }

  private static void expectDecoded(Site site, String path, String file) {
    site.expectFile(
        path,
        file,
        "- The file is pages/" + file
            + "; what the tests have put there is gone when the task ends.",
        path.contains("%")
            ? "- Decode the path, once: % and two digits are one byte, %20 is a blank."
            : "- A + is a plus in a path. URLDecoder makes a blank of it, because it is made for"
                + " queries: give it %2B instead.");
  }
}
