package exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import judge.Answer;
import judge.Server;
import judge.tasks.Core;
import judge.tasks.Further;
import judge.tasks.TaskList;
import judge.verdict.Failure;
import judge.words.Meaning;

/** Judges your own server; docs/step04-html.md has the tasks and their hints. */
@TaskList(value = "Step 4: send a page", module = "step04-html", next = "docs/step05-threads.md")
class Exercise {

  private static final Random RANDOM = new Random();
  private static final String HTML = "text/html; charset=utf-8";

  /** Whatever a web server sends, a client must know where it ends. */
  private static final String LENGTH =
      "- All responses of this step have it. Without it a client cannot tell a page from a part of"
          + " it.";

  private static final String FOUND =
      "- Is the page found? A path such as src/main/resources/... begins in the folder where the"
          + " program is started, and the tests are started in another one.";

  @Core("4.1 Send hello.html for `/`")
  void sendsTheFirstPage() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      expectFirstPage(server.get("/"), site, FOUND);
      expectFirstPage(
          server.get("/"), site, "- It was right the first time: what is used up after that?");
    }
  }

  private static void expectFirstPage(Answer answer, Site site, String... why) {
    expectPage(answer, "200 OK", "hello.html", site, why);
  }

  /** The status, the file's bytes and length, and the type of an HTML page. */
  private static void expectPage(
      Answer answer, String status, String file, Site site, String... why) {
    expectFile(answer, status, file, site, why);
    expectType(
        answer,
        HTML,
        "- A page in UTF-8 says so here: a browser that must guess gets it" + " wrong.");
  }

  /** The status, and the file's bytes and length. */
  private static void expectFile(
      Answer answer, String status, String file, Site site, String... why) {
    answer.expectStatus(status, why);
    String other = site.nameOf(answer.body());
    String which = other == null || other.equals(file)
        ? "Asked for is the file pages/" + file + ", byte by byte."
        : "- These are the bytes of " + other + "; asked for is " + file + ".";
    if (site.isListings(file, answer.body())) {
      which = "- These are the bytes of /" + file + ", which belongs to the listings: yours is"
          + " /pages/" + file + ".";
    }
    answer.expectBody(site.bytes(file), which).expectLength(LENGTH);
  }

  private static void expectType(Answer answer, String type, String... why) {
    answer.expectHeader("Content-Type", type, why);
  }

  @Core("4.2 Answer `404 Not Found` with 404.html to every other path")
  void answersNotFoundToOtherPaths() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      for (String path : List.of("/HELLO", "/" + word(), "/" + word() + "/" + word() + ".html")) {
        expectNotFound(
            server.get(path),
            site,
            "- The words on the page are for people. Programs see the status alone.",
            "- Only / is the first page, and " + path + " begins with / too: compare the whole"
                + " path.");
      }
      expectFirstPage(server.get("/"), site, "- The path / has a page: hello.html.");
    }
  }

  private static void expectNotFound(Answer answer, Site site, String... why) {
    expectPage(answer, "404 Not Found", "404.html", site, why);
  }

  @Core("4.3 Let the query be no part of the path")
  void ignoresTheQuery() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      expectFirstPage(server.get("/?" + word() + "=1"), site, query("/"));
      expectFirstPage(server.get("/?"), site, query("/"));
      for (String query : List.of("a=/b?c", word() + "?" + word() + "/?")) {
        expectFirstPage(server.get("/?" + query), site, query("/"));
      }
      String word = word();
      expectNotFound(server.get("/" + word + "?/"), site, query("/" + word));
      expectNotFound(server.get("/" + word + "?/?/"), site, query("/" + word));
      expectFirstPage(server.get("/"), site, "- A target without a question mark is all path.");
    }
  }

  private static String[] query(String path) {
    return new String[] {
      "- The path is " + path + " here. It ends before the first question mark; the query is all"
          + " that follows, and may have question marks of its own.",
      "- The path alone chooses the page, whatever the query is."
    };
  }

  @Core("4.4 Serve every file in `pages/`, so that a new page needs no new code")
  void servesEveryFile() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      for (String file : List.of("hello.html", "style.css", "server.png")) {
        expectFile(server.get("/" + file), "200 OK", file, site, isFile(file));
      }
      String inFolder = "sub/one.html";
      expectFile(server.get("/sub/one.html?v=2"), "200 OK", inFolder, site, isFile(inFolder));
      expectNewPages(server, site);
      for (String folder : List.of("/sub", "/sub/")) {
        expectNoFolder(server.get(folder), site);
      }
      for (String path : List.of("/" + word() + ".html", "/sub/" + word() + ".png")) {
        expectNotFound(server.get(path), site, "- There is no such file in pages/.");
      }
      expectFirstPage(server.get("/"), site, "- / is still hello.html.");
    }
  }

  private static String isFile(String file) {
    return "- The file is pages/" + file + ".";
  }

  /** They come when the server runs already, as pages do. */
  private static void expectNewPages(Server server, Site site) {
    for (String file : List.of(word() + ".html", "sub/" + word() + ".html", word() + "/a.html")) {
      site.add(file);
      expectFile(server.get("/" + file), "200 OK", file, site, isNew(file));
    }
    byte[] bytes = new byte[20_000 + RANDOM.nextInt(50_000)];
    RANDOM.nextBytes(bytes);
    String file = word() + ".jpg";
    site.add(file, bytes);
    expectFile(server.get("/" + file), "200 OK", file, site, isNew(file));
  }

  private static String[] isNew(String file) {
    return new String[] {
      "- The tests have put this file, " + file
          + ", into pages/ on the class path while your server"
          + " ran, and taken it away again at the end.",
      "- A list of names in your code, or one made when the program started, has no new page: look"
          + " for the file when it is asked for.",
      "- To read src/main/resources is to read another folder: Maven copies it to the class path."
    };
  }

  private static void expectNoFolder(Answer answer, Site site) {
    expectNotFound(
        answer,
        site,
        answer.text().contains("one.html")
            ? "- This is the list of the names in the folder: getResourceAsStream takes a folder"
                + " for a file, and lists it."
            : "- A folder is no file.",
        "- A file's name has a dot, here: look at what follows the last slash of the path.");
  }

  @Further("4.5 Give each file its own Content-Type")
  void sendsEachFilesType() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      expectTyped(server, "/", "hello.html", HTML, site);
      expectTyped(server, "/sub/one.html", "sub/one.html", HTML, site);
      String css = "text/css; charset=utf-8";
      expectTyped(server, "/style.css", "style.css", css, site);
      expectTyped(server, "/server.png", "server.png", "image/png", site);
      String query = "/server.png?as=" + word() + ".html";
      expectTyped(server, query, "server.png", "image/png", site);
      expectNewTyped(server, word() + ".svg", "image/svg+xml", site);
      expectNewTyped(server, word() + "-1.2.css", css, site);
      expectNewTyped(server, word() + ".html.png", "image/png", site);
      expectNewTyped(server, word() + "." + word(), "application/octet-stream", site);
      Answer missing = server.get("/" + word() + ".png");
      expectFile(missing, "404 Not Found", "404.html", site, "- There is no such picture.");
      expectType(
          missing,
          HTML,
          "- You send 404.html, an HTML page, whatever was asked for: the type is that of the file"
              + " you send.");
    }
  }

  private static void expectNewTyped(Server server, String file, String type, Site site) {
    site.add(file);
    expectTyped(server, "/" + file, file, type, site);
  }

  private static void expectTyped(
      Server server, String target, String file, String type, Site site) {
    Answer answer = server.get(target);
    expectFile(answer, "200 OK", file, site, isFile(file));
    expectType(answer, type, whyType(target, file));
  }

  private static String[] whyType(String target, String file) {
    String end = file.substring(file.lastIndexOf('.'));
    if (target.contains("?")) {
      return new String[] {
        "- The file is " + file + ". The query, what follows the question mark, is no part of a"
            + " file's name."
      };
    }
    return switch (end) {
      case ".html", ".css", ".svg", ".png" ->
        new String[] {
          "- The name " + file + " ends in " + end + ": the last dot decides.",
          "- The type of a text says how its bytes are to be read: charset=utf-8. Java's own"
              + " guessContentTypeFromName does not say it."
        };
      default ->
        new String[] {
          "- Nothing is known of " + end
              + ", and application/octet-stream says that: bytes. A browser"
              + " saves such a file, and does not take it for a page."
        };
    };
  }

  @Further("4.6 Refuse other methods with `405`, and let `Allow` say the truth")
  void refusesOtherMethods() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      for (String method : List.of("POST", "PUT", "DELETE")) {
        for (String path : List.of("/", "/" + word(), "/hello.html")) {
          expectRefusal(server, method, path);
        }
      }
      for (String allowed : expectAllow(server.request("POST", "/"))) {
        Answer answer = server.request(allowed, "/");
        answer.expectStatus(
            "200 OK",
            "- Allow names " + allowed + " as a method that works: name"
                + " only what your server can do.");
      }
      expectFirstPage(server.get("/"), site, "- GET still works.");
      expectHeadIfAllowed(server);
    }
  }

  private static void expectRefusal(Server server, String method, String path) {
    Answer answer = server.request(method, path);
    answer.expectStatus(
        "405 Method Not Allowed",
        switch (answer.status()) {
          case 501 ->
            "- 501 is for a method that your server has never heard of. " + method
                + " is well known:" + " it is just not allowed here.";
          case 404 -> "- Look at the method before you look for a file.";
          default ->
            "- The method is the first part of the request line: everything but GET, and HEAD if"
                + " you like, is refused, not POST alone.";
        });
    answer.expectLength(LENGTH + " Content-Length: 0 is one, too.");
    expectAllow(answer);
  }

  /** The methods that Allow names (RFC 9110 section 10.2.1). */
  private static List<String> expectAllow(Answer answer) {
    if (answer.headers("Allow").isEmpty()) {
      throw Failure.because(
          "The header Allow is missing.",
          "- \"You may not do this\" is half an answer: Allow says which methods would have worked"
              + " (RFC 9110 section 15.5.6).");
    }
    String value = String.join(",", answer.headers("Allow"));
    List<String> methods = Stream.of(value.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
    for (String method : methods) {
      if (!method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw Failure.because(
            "In Allow, this is no method: " + method,
            "- It has names of methods, with commas between them: Allow: GET, HEAD");
      }
    }
    if (!methods.contains("GET")) {
      throw Failure.because(
          "Allow does not name GET; it says: " + value,
          "- It names the methods that would have worked, in capital letters: get is another"
              + " method.");
    }
    return methods;
  }

  private static void expectHeadIfAllowed(Server server) {
    if (expectAllow(server.request("DELETE", "/")).contains("HEAD")) {
      for (String path : List.of("/", "/style.css", "/" + word() + ".html")) {
        Answer get = server.get(path);
        server.request("HEAD", path).expectHeadOf(get);
      }
    }
  }

  @Further("4.7 Greet by name at `/greet?name=Ada`, and let no name become a script")
  void greetsByName() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      expectGreeting(server, "name=", "Ada" + word());
      expectGreeting(server, "name=", "Ada " + word());
      expectGreeting(server, "name=", "Ада");
      expectGreeting(server, "name=", "<script>alert(" + RANDOM.nextInt(1_000) + ")</script>");
      expectGreeting(server, "name=", "\"><b" + word());
      expectGreeting(server, "name=", "'" + word() + "'");
      expectGreeting(server, "name=", "&lt;" + word());
      expectGreeting(server, "name=", "a&b=+" + word());
      expectGreeting(server, "name=", word() + "&name=" + word());
      expectGreeting(server, "name=", "100% $1 \\ %s" + word());
      expectGreeting(server, "lastname=" + word() + "&name=", word());
      expectGreeting(server, "x&" + word() + "=name=1&name=", word());
      expectGreetingOfNobody(server);
      for (String value : List.of("%zz", word() + "%4")) {
        server
            .getAsItIs("/greet?name=" + value)
            .expectStatus(
                "400 Bad Request",
                "- The % in " + value + " is not followed by two hexadecimal digits: nobody can say"
                    + " what it means. URLDecoder throws an IllegalArgumentException for it.")
            .expectLength(LENGTH);
      }
      expectFirstPage(server.get("/"), site, "- / is still hello.html.");
      expectNotFound(
          server.get("/greet" + word()),
          site,
          "- The path is /greet and no more: one that only begins so is another.");
    }
  }

  private static void expectGreeting(Server server, String before, String name) {
    String value = URLEncoder.encode(name, UTF_8);
    Answer answer = server.get("/greet?" + before + value);
    answer.expectStatus("200 OK", "- The path is /greet, and the name is in the query.");
    if (!hasGreeting(answer.text(), name)) {
      throw Failure.because(Greeting.isAnother(answer.text(), name, value, before));
    }
    boolean isHarmless = name.equals(escape(name)) || !answer.text().contains(name);
    if (!isHarmless) {
      throw Failure.because(
          "The greeting is right, but elsewhere in the page the name stands as it is: " + name,
          "- It is HTML there: a title, an attribute or a comment is a part of the page too.");
    }
    expectType(answer, HTML, "- The page is HTML, and its text is UTF-8.");
    answer.expectLength(LENGTH);
  }

  /** Whichever way the five characters are written. */
  private static boolean hasGreeting(String page, String name) {
    StringBuilder pattern = new StringBuilder("Hello, ");
    for (String character : name.split("")) {
      pattern.append(
          switch (character) {
            case "&" -> "&(amp|#0*38|#[xX]0*26);";
            case "<" -> "&(lt|#0*60|#[xX]0*3[cC]);";
            case ">" -> "&(gt|#0*62|#[xX]0*3[eE]);";
            case "\"" -> "&(quot|#0*34|#[xX]0*22);";
            case "'" -> "&(apos|#0*39|#[xX]0*27);";
            default -> Pattern.quote(character);
          });
    }
    return Pattern.compile(pattern + "!").matcher(page).find();
  }

  private static String escape(String name) {
    return name.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static void expectGreetingOfNobody(Server server) {
    for (String query : List.of("", "?", "?name", "?name=", "?" + word() + "=1", "?=", "?&")) {
      server
          .get("/greet" + query)
          .expectStatus("200 OK", "- There is no name here, and that is no mistake.")
          .expectLength(LENGTH);
    }
  }

  /** What it means that a page greets somebody else. */
  private static final class Greeting {

    private Greeting() {}

    static Meaning isAnother(String page, String name, String value, String before) {
      String asked = "Hello, " + escape(name) + "!";
      int start = page.indexOf("Hello, ");
      if (start < 0) {
        return Meaning.of(
            "The page has no \"Hello, \" in it; asked for is: " + asked,
            "- The greeting is this very text, with the name between the blank and the !");
      }
      String came = page.substring(start, Math.min(page.length(), start + 80)).split("\\R", 2)[0];
      return Meaning.of(
          "The page should have: " + asked,
          "It has: " + came,
          cause(came.substring("Hello, ".length()), name, value, before));
    }

    private static String cause(String came, String name, String value, String before) {
      if (came.startsWith(name + "!")) {
        return "- The name has become a part of the page's HTML. Write &lt; for <, and so on, after"
            + " you have decoded: in %3C there is no < yet.";
      }
      if (came.startsWith(value + "!") || came.startsWith(name.replace(' ', '+') + "!")) {
        return "- The value is not decoded, or not as that of a query: + is a blank, and % with two"
            + " digits is a byte. URLDecoder.decode(value, UTF_8) does both.";
      }
      if (came.contains("&amp;lt;")
          || came.contains("&amp;gt;")
          || came.contains("&amp;quot;")
          || came.startsWith(escape(escape(name)))) {
        return "- An & is replaced that was yours: replace & first, or you replace the & of &lt; as"
            + " well. And replace once, not twice.";
      }
      if (came.startsWith(new String(name.getBytes(UTF_8), ISO_8859_1))
          || name.equals("Ада") && came.matches("[?\uFFFD]+!.*")) {
        return "- The bytes of the name are UTF-8, and so are those of the page: name the charset,"
            + " in URLDecoder.decode(value, UTF_8) and in getBytes(UTF_8).";
      }
      if (name.contains("&") && came.startsWith(name.split("&")[0] + "!")) {
        return "- The name ends at its own &, or =. First take the query apart, then decode each"
            + " value: %26 is no & that divides.";
      }
      if (!before.equals("name=")) {
        return "- The query is " + before + value + ". A parameter's name is all that stands before"
            + " its first =, and parameters have & between them: lastname= is not name=.";
      }
      return "- Only the five characters & < > \" ' are written differently, each wherever it"
          + " stands, and nothing is left out. To remove <script> is not enough.";
    }
  }

  @Further("4.8 Decode `%20` in paths, and let no path out of the folder")
  void letsNoPathOutOfTheFolder() {
    try (Site site = Site.open();
        Server server = Server.start(WebServer::serve)) {
      String blank = site.add(word() + " " + word() + ".html");
      expectDecoded(server, "/" + blank.replace(" ", "%20"), blank, site);
      expectNoWayOut(server, site);
      expectNoListOfNames(server, site);
      String plus = site.add(word() + "+" + word() + ".html");
      expectDecoded(server, "/" + plus, plus, site);
      expectDecoded(server, "/sub%2Fone.html", "sub/one.html", site);
      String percent = site.add(word() + "%41.html");
      expectDecoded(server, "/" + percent.replace("%", "%25"), percent, site);
      for (String path : List.of("/%zz", "/" + word() + "%4")) {
        server
            .getAsItIs(path)
            .expectStatus(
                "400 Bad Request",
                "- The % in " + path + " is not followed by two hexadecimal digits. URLDecoder"
                    + " throws an IllegalArgumentException for it.")
            .expectLength(LENGTH);
      }
      expectFirstPage(server.get("/"), site, "- / is still hello.html.");
    }
  }

  private static void expectDecoded(Server server, String path, String file, Site site) {
    expectFile(
        server.get(path),
        "200 OK",
        file,
        site,
        "- The file is pages/" + file
            + "; what the tests have put there is gone when the task ends.",
        path.contains("%")
            ? "- Decode the path, once: % and two digits are one byte, %20 is a blank."
            : "- A + is a plus in a path. URLDecoder makes a blank of it, because it is made for"
                + " queries: give it %2B instead.");
  }

  /** Each is caught by the first spelling that tells its mistake from others. */
  private static void expectNoWayOut(Server server, Site site) {
    String secret = site.addBeside("secret.txt");
    String inSibling = site.addBeside("pages-secret/" + word() + ".txt");
    String name = inSibling.substring("pages-secret/".length());
    Burglar burglar = new Burglar(server, site.secrets(secret, inSibling));
    String none =
        "The path still has .. when it is opened, and nothing refuses it. What startsWith says of"
            + " such a path is worth nothing: normalize it first, or refuse every path with ..";
    burglar.tries("/../" + secret, none);
    burglar.tries("/sub/../../" + secret, none + ", also in the middle");
    burglar.tries(
        "/%252e%252e/" + secret,
        "It was decoded twice: %252e is %2e, and that is where it ends. Decode exactly once.");
    burglar.tries("/..%252f" + secret, "It was decoded twice. Decode exactly once.");
    String early =
        "The path is checked before it is decoded: %2e%2e has no dots then. Decode, check, and open"
            + " that very string.";
    burglar.tries("/%2e%2e/" + secret, early);
    burglar.tries("/%2E./" + secret, early);
    burglar.tries("/..%2f" + secret, early);
    burglar.tries("/%2e%2e%2f" + secret, early);
    burglar.tries("/..%5c" + secret, "On Windows a backslash is a slash, too.");
    String removed =
        "Something was taken out of the path, and what was left is a way out: ....// without ../ is"
            + " ../ again. Refuse such a path instead.";
    burglar.tries("/....//" + secret, removed);
    burglar.tries("/..././" + secret, removed);
    burglar.tries("//../" + secret, "The second slash has hidden the .. from your check.");
    burglar.tries("/./../" + secret, "The detour over . has hidden the .. from your check.");
    burglar.tries(
        "/" + site.absolute(secret),
        "After the first slash stands a second: the rest is a path from the top of the file system,"
            + " and resolve takes it instead of yours. Ask whether the result begins with the"
            + " folder.");
    String sibling =
        "The name pages-secret begins with pages, but it is another folder: compare with the slash"
            + " at the end, or with the startsWith of Path.";
    burglar.tries("/../pages-secret/" + name, sibling);
    burglar.tries("/%2e%2e/pages-secret/" + name, sibling);
    burglar.tries(
        "-secret/" + name,
        "This target has no slash at its beginning: \"/pages\" and -secret/ together are another"
            + " folder. A path begins with a slash, or it is none.");
    burglar.tries("/../exercise/WebServer.class", none);
    burglar.tries("/%2e%2e/exercise/WebServer.class", early);
  }

  /** Asks for what must not be had. */
  private static final class Burglar {

    private final Server server;
    private final List<byte[]> secrets;

    Burglar(Server server, List<byte[]> secrets) {
      this.server = server;
      this.secrets = secrets;
    }

    void tries(String target, String why) {
      Answer answer = server.getAsItIs(target);
      if (secrets.stream().anyMatch(secret -> Arrays.equals(secret, answer.body()))) {
        throw Failure.because(
            "A file that is not in pages/ was sent, to whoever asks for " + target + ".",
            "- " + why,
            "The file is gone when the task ends. To try it yourself, ask for the one that stays,"
                + " exercise/WebServer.class.");
      }
      if (answer.status() != 404 && answer.status() != 400) {
        throw Failure.because(
            "The status is " + answer.status() + "; asked for is 404 Not Found or 400 Bad Request.",
            "- There is no such page, whatever else this path may lead to.");
      }
      answer.expectLength(LENGTH);
    }
  }

  /** To take {@code /sub/..} for {@code /} is no mistake. */
  private static void expectNoListOfNames(Server server, Site site) {
    for (String path : List.of("/.", "/sub/..", "/%2e", "/sub/%2e%2e", "/sub/.")) {
      Answer answer = server.getAsItIs(path);
      boolean isFirstPage = Arrays.equals(answer.body(), site.bytes("hello.html"));
      if (answer.status() == 200 && !isFirstPage) {
        throw Failure.because(
            answer.text().contains("html")
                ? "The answer is a list of the names in a folder."
                : "The status is 200, but " + path + " is no file.",
            "- It has a dot, and is a folder all the same: . is the folder itself, and .. the one"
                + " above. Let no part of a path be one of these.");
      }
      if (answer.status() != 200) {
        expectRefused(answer);
      }
    }
  }

  private static void expectRefused(Answer answer) {
    if (answer.status() != 404 && answer.status() != 400) {
      throw Failure.because(
          "The status is " + answer.status() + "; asked for is 404 Not Found or 400 Bad Request.",
          "- There is no such page, whatever else this path may lead to.");
    }
    answer.expectLength(LENGTH);
  }

  private static String word() {
    return RANDOM
        .ints(8, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The pages on the class path, and what a task adds to them until it ends. */
  private static final class Site implements AutoCloseable {

    private static final List<String> FILES =
        List.of("hello.html", "404.html", "style.css", "server.png", "sub/one.html");

    private final Path folder;
    private final Deque<Path> added = new ArrayDeque<>();

    private Site(Path folder) {
      this.folder = folder;
    }

    /**
     * The pages as they are.
     *
     * @throws Failure if one is missing
     */
    static Site open() {
      URL page = WebServer.class.getResource("/pages/hello.html");
      if (page == null) {
        throw missing("hello.html");
      }
      try {
        Site site = new Site(Path.of(page.toURI()).getParent());
        FILES.forEach(site::bytes);
        return site;
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Failure missing(String file) {
      String path = "src/main/resources/pages/" + file;
      return Failure.because(
          "The tests need the file " + path + ", and it is not there.",
          "- Change it as you like, but keep it: git checkout step04-html/" + path + " brings it"
              + " back.",
          "- Your IDE or Maven copies it to the class path when it builds the step.");
    }

    byte[] bytes(String file) {
      try {
        return Files.readAllBytes(folder.resolve(file));
      } catch (IOException e) {
        throw missing(file);
      }
    }

    /** Which of the pages has these bytes; null if none has. */
    String nameOf(byte[] bytes) {
      return FILES.stream()
          .filter(file -> Arrays.equals(bytes(file), bytes))
          .findFirst()
          .orElse(null);
    }

    /** Whether it is the page of this name that the listings of the chapter send. */
    boolean isListings(String file, byte[] bytes) {
      Path other = folder.resolveSibling(file);
      return Files.exists(other)
          && Arrays.equals(read(other), bytes)
          && !Arrays.equals(bytes(file), bytes);
    }

    /** Adds a small page, and returns its name. */
    String add(String file) {
      String page = "<!DOCTYPE html>\n<title>Ё</title>\n<p>" + file + " " + word() + "</p>\n";
      add(file, page.getBytes(UTF_8));
      return file;
    }

    void add(String file, byte[] bytes) {
      put(folder.resolve(file), bytes);
    }

    /** Adds a file next to the folder. */
    String addBeside(String file) {
      put(folder.resolveSibling(file), ("secret " + word() + "\n").getBytes(UTF_8));
      return file;
    }

    private void put(Path file, byte[] bytes) {
      try {
        if (Files.notExists(file.getParent())) {
          Files.createDirectory(file.getParent());
          keepForTheEnd(file.getParent());
        }
        keepForTheEnd(file);
        Files.write(file, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Also for the end of the program, if the task does not come to its own. */
    private void keepForTheEnd(Path file) {
      added.push(file);
      file.toFile().deleteOnExit();
    }

    /** What must not be sent: the files next to the folder, and the program itself. */
    List<byte[]> secrets(String... files) {
      try (var program = WebServer.class.getResourceAsStream("WebServer.class")) {
        return Stream.concat(
                Stream.of(files).map(file -> folder.resolveSibling(file)).map(Site::read),
                Stream.of(program.readAllBytes()))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** As a path that begins at the top of the file system. */
    String absolute(String file) {
      return folder.resolveSibling(file).toUri().getRawPath();
    }

    @Override
    public void close() {
      for (Path file : added) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          // Somebody has it open; it goes when the program ends.
        }
      }
    }
  }
}
