package proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Fence;
import book.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import project.Markdown;
import project.Project;
import project.Step;

/** The form of the pages: their headings, and that no listing is left out. */
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

  /** How many blocks of a page nothing proves; each says why. */
  private static final Map<String, Integer> SKETCHES = Map.of(
      "docs/beyond.md", 1,
      "docs/step02-read-request.md", 1,
      "docs/step03-respond.md", 1,
      "docs/step04-html.md", 1,
      "docs/step05-threads.md", 2);

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  static Stream<Page> chapters() {
    return pages().filter(Page::isChapter);
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

  /** A block that could be proven becomes none unseen. */
  @ParameterizedTest
  @MethodSource("pages")
  void noMoreBlocksAreSketches(Page page) {
    List<Fence> sketches = page.fences().stream().filter(Fence::isSketch).toList();
    assertEquals(
        SKETCHES.getOrDefault(page.name(), 0),
        sketches.size(),
        () -> sketches.stream()
            .map(sketch -> "\n" + sketch.place() + "\n  ```" + String.join(" ", sketch.info()))
            .collect(Collectors.joining("", "sketches of the page", "\n")));
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

  private static List<String> headings(Page page, int level) {
    return page.headings().stream()
        .filter(heading -> heading.getLevel() == level)
        .map((Heading heading) -> Markdown.text(heading))
        .toList();
  }
}
