package rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import project.ChapterTasks;
import project.Project;
import project.Step;
import rendering.Library.Item;

/** Each page is whole as HTML: its pictures, its links, its tasks. */
class PagesTest {

  private static final Library LIBRARY = new Library(Project.ROOT);
  private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  static List<Item> pages() {
    return LIBRARY.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void bringsNothingThatTheBrowserRefuses(Item page) throws Exception {
    String html = Html.of(LIBRARY, page);
    assertFalse(html.contains(" style="), "a style in a tag");
    assertFalse(html.contains("<style"), "styles in the page");
    assertFalse(Pattern.compile(" on\\w+=\"").matcher(html).find(), "a script in a tag");
    assertEquals(1, html.split("<script").length - 1, "scripts");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasEveryPictureDrawn(Item page) throws Exception {
    String html = Html.of(LIBRARY, page);
    assertFalse(html.contains("data-language=\"mermaid\""), "draw it: bash .ci/drawings");
    assertEquals(html.split("<svg ").length, 1 + 2 * (html.split("class=\"drawing\"").length - 1));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadsOnlyWhereSomethingIs(Item page) throws Exception {
    URI here = URI.create("/" + page.name());
    assertEquals(
        List.of(),
        targets(Html.of(LIBRARY, page))
            .map(here::resolve)
            .filter(target -> target.getScheme() == null && !isThere(target))
            .toList());
  }

  private static Stream<String> targets(String html) {
    return TARGET.matcher(html).results().map((MatchResult found) -> found.group(1));
  }

  private static boolean isThere(URI target) {
    Item item = LIBRARY.find(target.getPath().substring(1)).orElse(null);
    try {
      return item != null
          && (target.getFragment() == null
              || Html.of(LIBRARY, item).contains(" id=\"" + target.getFragment() + "\""));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("project.Step#values")
  void namesTheTasksOfAStep(Step step) throws Exception {
    String name = "docs/" + step.page().getFileName();
    String html = Html.of(LIBRARY, LIBRARY.find(name).orElseThrow());
    assertTrue(html.contains("<body data-step=\"" + step.number() + "\">"));
    for (String number : ChapterTasks.read(step.page()).tasks().keySet()) {
      assertTrue(html.contains("data-task=\"" + number + "\""), number);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadsToTheListings(Item page) throws Exception {
    String html = Html.of(LIBRARY, page);
    assertFalse(Pattern.compile("class=\"file\"[^>]*/Listing").matcher(html).find());
    for (String name :
        targets(html).filter(target -> target.contains("/Listing")).toList()) {
      Item listing = LIBRARY.find(name.replaceFirst("^(\\.\\./)?", "")).orElseThrow();
      String source = Html.ofSource(LIBRARY, listing);
      assertTrue(
          source.replace("<wbr>", "").contains("<figcaption>" + listing.name() + "</figcaption>"));
      assertTrue(source.contains("class Listing"), listing.name());
      assertTrue(source.contains("<body data-step=\"" + listing.name().charAt(5) + "\">"));
    }
  }
}
