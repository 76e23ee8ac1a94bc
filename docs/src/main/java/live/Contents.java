package live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import project.Anchors;
import project.ChapterTasks;
import project.Markdown;
import project.Questions;
import project.Questions.Question;
import project.Step;
import rendering.Html;
import rendering.Library;
import rendering.Library.Item;

/** What stands on the pages: each is read again when its file has changed. */
final class Contents {

  /**
   * A page.
   *
   * @param time when it was changed
   * @param headings by their anchors
   * @param step whose chapter it is, if it is one
   * @param tasks of the chapter by their numbers; other pages have none
   */
  record Page(
      String name,
      long time,
      String title,
      Map<String, String> headings,
      List<Question> questions,
      Optional<Step> step,
      Map<String, ChapterTasks.Task> tasks) {

    Optional<Question> question(String name) {
      return questions.stream().filter(one -> one.name().equals(name)).findFirst();
    }
  }

  private final Library library;
  private final Map<String, Page> known = new ConcurrentHashMap<>();

  Contents(Library library) {
    this.library = library;
  }

  /** All pages, in the order in which they are read. */
  List<Page> pages() {
    return Html.inOrder(library).stream().map(this::page).toList();
  }

  Optional<Page> page(String name) {
    return library.find(name).filter(Item::isPage).map(this::page);
  }

  private Page page(Item item) {
    long time = item.file().toFile().lastModified();
    return known.compute(
        item.name(),
        (name, before) -> before != null && before.time == time ? before : read(item, time));
  }

  private static Page read(Item item, long time) {
    Node document = Html.document(item);
    Optional<Step> step = Stream.of(Step.values())
        .filter(one -> item.name().equals("docs/" + one.module() + ".md"))
        .findFirst();
    return new Page(
        item.name(),
        time,
        Html.shortTitle(item),
        headings(document),
        List.copyOf(Questions.of(document).values()),
        step,
        step.isPresent() ? ChapterTasks.read(item.file()).tasks() : Map.of());
  }

  private static Map<String, String> headings(Node document) {
    Anchors anchors = new Anchors();
    Map<String, String> headings = new LinkedHashMap<>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        headings.put(anchors.next(heading), Markdown.text(heading).replace("`", ""));
      }
    }
    return headings;
  }
}
