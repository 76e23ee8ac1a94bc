package book;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** What is wrong with it; empty if nothing. Pages of other sites are not asked for. */
  public String problem() {
    URI address = URI.create(target);
    if (address.getScheme() != null) {
      return address.getScheme().matches("https?|mailto") ? "" : " has an odd scheme";
    }
    String path = URLDecoder.decode(target.split("#", 2)[0], StandardCharsets.UTF_8);
    Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return " is not there";
    }
    if (!target.contains("#")) {
      return "";
    }
    return anchors(Page.read(file)).contains(target.split("#", 2)[1]) ? "" : " is not in that page";
  }

  /** The names that headings have on GitHub. */
  private static Set<String> anchors(Page page) {
    Anchors names = new Anchors();
    Set<String> anchors = new HashSet<>();
    page.headings().forEach(heading -> anchors.add(names.next(heading)));
    return anchors;
  }
}
