package rendering;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import project.Anchors;
import project.Markdown;
import project.Project;
import project.Questions;
import project.Questions.Question;
import project.Source;
import project.Step;
import rendering.Library.Item;

/** A page of the book as HTML, made of its Markdown as that is now. */
public final class Html {

  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final Pattern TASK = Pattern.compile("(\\d\\.\\d+) .*");

  private Html() {}

  /** The whole page, in its frame. */
  public static String of(Library library, Item page) throws IOException {
    Node document = document(page);
    Map<Node, Question> questions = Questions.of(document);
    String title = document.getFirstChild() instanceof Heading heading
        ? Markdown.text(heading).replace("`", "")
        : page.name();
    document.accept(new Levels());
    document.accept(new Links(library, page));
    document.accept(new Blocks(library));
    return framed(library, page, title, renderer(questions).render(document));
  }

  /** The text of a step's file, to be read: what is shown of it is never run. */
  public static String ofSource(Library library, Item file) throws IOException {
    String title = file.name().substring(file.name().lastIndexOf('/') + 1);
    String block = Blocks.code(1, file.ending(), file.name(), Source.read(file.file()));
    return framed(library, file, title, "<h1>" + Escape.html(title) + "</h1>\n" + block);
  }

  private static String framed(Library library, Item page, String title, String text)
      throws IOException {
    return library
        .frame()
        .replace("{title}", Escape.html(title))
        .replace("{step}", step(page))
        .replace("{contents}", contents(library, page))
        .replace("{page}", text);
  }

  /** What the page says, as its Markdown says it. */
  public static Node document(Item page) {
    return PARSER.parse(Source.read(page.file()).replace("\r\n", "\n"));
  }

  private static HtmlRenderer renderer(Map<Node, Question> questions) {
    Anchors anchors = new Anchors();
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .attributeProviderFactory(context -> (node, tag, attributes) -> {
          if (questions.containsKey(node)) {
            attributes.put("data-question", questions.get(node).name());
          } else if (node instanceof Heading heading) {
            attributes.put("id", anchors.next(heading));
            var task = TASK.matcher(Markdown.text(heading));
            if (task.matches()) {
              attributes.put("data-task", task.group(1));
            }
          }
        })
        .build();
  }

  /** The number of the step whose chapter or file it is; empty for any other page. */
  private static String step(Item page) {
    for (Step step : Step.values()) {
      if (page.name().equals(name(step)) || page.name().startsWith(step.module() + "/")) {
        return "" + step.number();
      }
    }
    return "";
  }

  private static String name(Step step) {
    return Project.ROOT.relativize(step.page()).toString().replace('\\', '/');
  }

  /** The links to all pages: short, since they stand on every one of them. */
  private static String contents(Library library, Item here) {
    return inOrder(library).stream()
        .map(item -> String.format(
            "<li><a href=\"/%s\"%s>%s</a></li>",
            item.name(),
            item.equals(here) ? " aria-current=\"page\"" : "",
            Escape.html(shortTitle(item))))
        .collect(Collectors.joining("\n"));
  }

  /** All pages, in the order in which they are read. */
  public static List<Item> inOrder(Library library) {
    return library.pages().stream().sorted(Comparator.comparing(Html::rank)).toList();
  }

  /** First how to begin, then the steps, then what one looks up. */
  private static int rank(Item item) {
    return item.name().endsWith("README.md") ? 0 : item.name().startsWith("docs/step") ? 1 : 2;
  }

  /** What a page is called where there is little room. */
  public static String shortTitle(Item item) {
    if (!item.name().startsWith("docs/")) {
      return "Start";
    }
    String first = Source.read(item.file()).lines().findFirst().orElse(item.name());
    return first
        .replaceFirst("^#+ ", "")
        .replaceFirst("^Step (\\d): ", "$1 ")
        .replaceFirst(":.*", "");
  }
}
