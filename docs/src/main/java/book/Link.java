package book;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import project.Anchors;
import project.Markdown;

/** A link of a page, or a picture in it. */
public record Link(Page page, int line, String target, String text, boolean isPicture) {

  public static List<Link> in(Page page) {
    List<Link> links = new ArrayList<>();
    page.document().accept(new AbstractVisitor() {
      @Override
      public void visit(org.commonmark.node.Link link) {
        links.add(new Link(page, line(link), link.getDestination(), Markdown.text(link), false));
        visitChildren(link);
      }

      @Override
      public void visit(Image image) {
        links.add(new Link(page, line(image), image.getDestination(), Markdown.text(image), true));
      }
    });
    return links;
  }

  private static int line(Node node) {
    return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex() + 1;
  }

  /** What is wrong with it, if anything. Pages of other sites are not asked for. */
  public Optional<Finding> problem() {
    try {
      URI address = URI.create(target);
      if (address.getScheme() != null) {
        return address.getScheme().matches("https?|mailto")
            ? Optional.empty()
            : wrong("an odd scheme", "write a path, or an address with http or https");
      }
      return inProject();
    } catch (IllegalArgumentException e) {
      return wrong("no address: " + e.getMessage(), "write a path or an address");
    }
  }

  private Optional<Finding> inProject() {
    String path = URLDecoder.decode(target.split("#", 2)[0], StandardCharsets.UTF_8);
    Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    if (!path.isEmpty() && !Files.exists(file)) {
      return wrong("there is no " + file, "name what is there, as seen from the page's folder");
    }
    if (!target.contains("#")) {
      return Optional.empty();
    }
    Set<String> anchors = anchors(path.isEmpty() ? page : Page.read(file)).keySet();
    String anchor = target.split("#", 2)[1];
    return anchors.contains(anchor)
        ? Optional.empty()
        : wrong(
            "that page has no heading " + anchor + ", but " + String.join(", ", anchors),
            "write one of these, such as " + mostLike(anchor, anchors));
  }

  private Optional<Finding> wrong(String found, String mend) {
    return Optional.of(new Finding(page.name(), line, target, found, mend));
  }

  private static String mostLike(String anchor, Set<String> anchors) {
    return Closest.in(List.copyOf(anchors), List.of(anchor))
        .map(like -> List.copyOf(anchors).get(like.from()))
        .orElse("one more heading");
  }

  /** The names that headings have on GitHub, in order, each with the words of its heading. */
  public static Map<String, String> anchors(Page page) {
    Anchors names = new Anchors();
    Map<String, String> anchors = new LinkedHashMap<>();
    page.headings().forEach(heading -> anchors.put(names.next(heading), Markdown.text(heading)));
    return anchors;
  }
}
