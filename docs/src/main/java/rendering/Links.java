package rendering;

import java.net.URI;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import rendering.Library.Item;

/** Takes out the links to files that are no pages: their place is the reader's editor. */
final class Links extends AbstractVisitor {

  private final Library library;
  private final URI page;

  Links(Library library, Item page) {
    this.library = library;
    this.page = URI.create("/" + page.name());
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    URI target = page.resolve(link.getDestination());
    if (isOutside(target)) {
      String path = target.getPath().substring(1);
      replace(link, "<span class=\"file\" title=\"" + Escape.html(path) + "\">", "</span>");
    } else if (target.getScheme() != null) {
      // Another site, or a server of the reader's, which may not answer.
      String open = "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"";
      replace(link, open + Escape.html(target.toString()) + "\">", "</a>");
    }
  }

  private boolean isOutside(URI target) {
    return target.getScheme() == null
        && library.find(target.getPath().substring(1)).isEmpty();
  }

  private static void replace(Link link, String before, String after) {
    link.insertBefore(html(before));
    for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
      link.insertBefore(child);
    }
    link.insertBefore(html(after));
    link.unlink();
  }

  private static HtmlInline html(String tag) {
    HtmlInline html = new HtmlInline();
    html.setLiteral(tag);
    return html;
  }
}
