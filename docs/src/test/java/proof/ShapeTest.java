package proof;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Count;
import book.Link;
import book.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import load.Report;
import org.commonmark.node.Heading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import project.Markdown;
import project.Project;
import project.Step;

/** The form of the pages: links, pictures, headings, and that no listing is left out. */
class ShapeTest {

  private static final List<String> SECTIONS = List.of(
      "Predict",
      "Run",
      "Your turn",
      "One way to write it",
      "Break it",
      "Further tasks",
      "Check yourself",
      "Next");
  private static final Pattern IMAGE = Pattern.compile("<img\\s[^>]*>");
  private static final Pattern ALT = Pattern.compile("alt=\"[^\"]+\"");

  @AfterAll
  static void count() throws Exception {
    Count.write();
  }

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  static Stream<Page> chapters() {
    return pages().filter(Page::isChapter);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Page page) {
    List<Link> links = Link.in(page);
    Count.LINKS.add(links.size());
    assertAll(links.stream().map(link -> () -> {
      String problem = link.problem();
      assertTrue(problem.isEmpty(), page + ":" + link.line() + ": " + link.target() + problem);
    }));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPictureHasWordsInItsPlace(Page page) {
    assertAll(Link.in(page).stream()
        .filter(Link::isPicture)
        .map(picture -> () -> assertTrue(
            !picture.text().isBlank(), page + ":" + picture.line() + " has no alternative text")));
    assertAll(IMAGE
        .matcher(page.text())
        .results()
        .map(image -> () -> assertTrue(ALT.matcher(image.group()).find(), image.group())));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("chapters")
  void aChapterHasItsSectionsInOrder(Page page) {
    List<String> sections = headings(page, 2);
    int from = 0;
    for (String wanted : SECTIONS) {
      int found = from;
      while (found < sections.size() && !sections.get(found).startsWith(wanted)) {
        found++;
      }
      assertTrue(found < sections.size(), page + " has no \"" + wanted + "\" here: " + sections);
      from = found + 1;
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("chapters")
  void aChapterAsksSixQuestionsAtItsEnd(Page page) {
    String end = page.text().replaceFirst("(?s).*\n## Check yourself", "");
    String questions = end.split("\n## ", 2)[0];
    int answers = questions.split("<details>", -1).length - 1;
    assertTrue(answers >= 6, page + " has " + answers + " answers");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("listingsOfThePages")
  void everyListingIsInItsChapterAndInTheList(int number) {
    String listing = "20-" + number;
    Page list = Page.read(Project.ROOT.resolve("docs/listings.md"));
    assertTrue(
        Stream.of(3, 4)
            .flatMap(level -> headings(list, level).stream())
            .anyMatch(heading -> heading.startsWith(listing + ":")),
        list + " has no heading for " + listing);

    Page chapter = Page.read(step(number).page());
    String file = number == 4 ? "hello.html" : number == 8 ? "404.html" : name(number);
    Matcher mention = Pattern.compile("\\b" + listing + "\\b").matcher(chapter.text());
    assertTrue(mention.find(), chapter + " does not speak of " + listing);
    assertTrue(chapter.text().contains(file), chapter + " does not show " + file);
  }

  static IntStream listingsOfThePages() {
    List<Step> steps = chapters().map(Page::step).toList();
    return listings().filter(number -> steps.contains(step(number)));
  }

  private static IntStream listings() {
    return IntStream.rangeClosed(1, 25);
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "Listing%02d.java", number);
  }

  private static Step step(int number) {
    return number < 4 ? Step.values()[number - 1] : number < 10 ? Step.STEP4 : Step.STEP5;
  }

  /** 20-4 and 20-8 are pages; 20-12 does not compile and lies in src/broken. */
  @Test
  void thereAreNoOtherListings() throws Exception {
    List<String> names = new ArrayList<>();
    for (Step step : Step.values()) {
      for (String folder : List.of("main", "broken")) {
        Path path = step.folder().resolve("src/" + folder + "/java/listings");
        if (Files.exists(path)) {
          try (Stream<Path> files = Files.list(path)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
          }
        }
      }
    }
    List<String> expected = listings()
        .filter(number -> number != 4 && number != 8)
        .mapToObj(ShapeTest::name)
        .toList();
    assertEquals(expected, names.stream().sorted().toList());
  }

  /** Run load.Report again if they differ. */
  @Test
  void theTablesOfMeasurementsAreThoseOfTheResults() throws Exception {
    Page beyond = Page.read(Project.ROOT.resolve("docs/beyond.md"));
    for (String table : Report.tables()) {
      assertTrue(beyond.text().contains(table), table);
    }
  }

  private static List<String> headings(Page page, int level) {
    return page.headings().stream()
        .filter(heading -> heading.getLevel() == level)
        .map((Heading heading) -> Markdown.text(heading))
        .toList();
  }
}
