package site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;
import judge.Answer;
import judge.verdict.Failure;
import judge.words.Meaning;

/**
 * The greeting of somebody, as it is asked for and as it must stand in the page.
 *
 * @param before what comes before the name in the query: {@code name=}, or more
 */
public record Greeting(String before, String name) {

  public Greeting(String name) {
    this("name=", name);
  }

  private String value() {
    return URLEncoder.encode(name, UTF_8);
  }

  /** Makes sure that the site greets, and that the name does no harm anywhere in the page. */
  public void expectFrom(Site site) {
    Answer answer = site.get("/greet?" + before + value())
        .expectStatus("200 OK", "- The path is /greet, and the name is in the query.");
    String page = answer.text();
    if (!isIn(page)) {
      throw Failure.because(isAnother(page));
    }
    boolean isHarmless = name.equals(escape(name)) || !page.contains(name);
    if (!isHarmless) {
      throw Failure.because(
          "The greeting is right, but elsewhere in the page the name stands as it is: " + name,
          "- It is HTML there: a title, an attribute or a comment is a part of the page too.");
    }
    answer
        .expectHeader("Content-Type", Site.HTML, "- The page is HTML, and its text is UTF-8.")
        .expectLength(Site.LENGTH);
  }

  /** Whichever way the five characters are written. */
  private boolean isIn(String page) {
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

  /** What it means that a page greets somebody else. */
  Meaning isAnother(String page) {
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
        cause(came.substring("Hello, ".length())));
  }

  private String cause(String came) {
    if (came.startsWith(name + "!")) {
      return "- The name has become a part of the page's HTML. Write &lt; for <, and so on, after"
          + " you have decoded: in %3C there is no < yet.";
    }
    if (came.startsWith(value() + "!") || came.startsWith(name.replace(' ', '+') + "!")) {
      return "- The value is not decoded, or not as that of a query: + is a blank, and % with two"
          + " digits is a byte. URLDecoder.decode(value, UTF_8) does both.";
    }
    boolean isTwice = came.startsWith(escape(escape(name)));
    if (isTwice || came.matches(".*&amp;(lt|gt|quot);.*")) {
      return "- An & is replaced that was yours: replace & first, or you replace the & of &lt; as"
          + " well. And replace once, not twice.";
    }
    return causeInDecoding(came);
  }

  private String causeInDecoding(String came) {
    boolean isLost = name.equals("Ада") && came.matches("[?\uFFFD]+!.*");
    if (isLost || came.startsWith(new String(name.getBytes(UTF_8), ISO_8859_1))) {
      return "- The bytes of the name are UTF-8, and so are those of the page: name the charset,"
          + " in URLDecoder.decode(value, UTF_8) and in getBytes(UTF_8).";
    }
    if (name.contains("&") && came.startsWith(name.split("&")[0] + "!")) {
      return "- The name ends at its own &, or =. First take the query apart, then decode each"
          + " value: %26 is no & that divides.";
    }
    if (!before.equals("name=")) {
      return "- The query is " + before + value() + ". A parameter's name is all that stands before"
          + " its first =, and parameters have & between them: lastname= is not name=.";
    }
    return "- Only the five characters & < > \" ' are written differently, each wherever it"
        + " stands, and nothing is left out. To remove <script> is not enough.";
  }
}
