package rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/** Puts HTML in place of the blocks that a page shows in a way of their own. */
final class Blocks extends AbstractVisitor {

  private static final List<String> FILES = List.of("file=", "edit=", "new=", "from=");

  private final Library library;
  private int count;

  Blocks(Library library) {
    this.library = library;
  }

  @Override
  public void visit(FencedCodeBlock block) {
    count++;
    List<String> info = List.of(block.getInfo().strip().split("\\s+"));
    boolean isPicture = info.get(0).equals("mermaid");
    Optional<String> picture = isPicture ? picture(block.getLiteral()) : Optional.empty();
    block.insertBefore(html(picture.orElseGet(() -> code(info, block.getLiteral()))));
    block.unlink();
  }

  /** With its number among all blocks of the page, so that what is done with it can be named. */
  private String code(List<String> info, String text) {
    return code(count, info.get(0), caption(info), text);
  }

  static String code(int number, String language, String caption, String text) {
    return String.format(
        "<figure class=\"code\" data-block=\"%d\" data-language=\"%s\">%s"
            + "<pre><code>%s</code></pre></figure>",
        number,
        Escape.html(language),
        caption.isEmpty() ? "" : "<figcaption>" + breakable(caption) + "</figcaption>",
        Escape.html(text));
  }

  /** In a narrow window a path goes on in a new line after a slash, not within a name. */
  private static String breakable(String path) {
    return Escape.html(path).replace("/", "/<wbr>");
  }

  private static String caption(List<String> info) {
    for (String kind : FILES) {
      for (String word : info) {
        if (word.startsWith(kind)) {
          return word.substring(kind.length());
        }
      }
    }
    return info.equals(List.of("console", "server")) ? "The server's terminal" : "";
  }

  /** The picture in two themes, of which the styles show one; empty if it is not drawn yet. */
  private Optional<String> picture(String text) {
    try {
      String name = name(text);
      Optional<String> light = library.drawing(name + "-light");
      Optional<String> dark = library.drawing(name + "-dark");
      return light.isPresent() && dark.isPresent()
          ? Optional.of("<figure class=\"drawing\">" + light.get() + dark.get() + "</figure>")
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name that a picture with this text has: no other text's. */
  static String name(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      block.insertBefore(html("<div class=\"table\">"));
      block.insertAfter(html("</div>"));
    }
  }

  private static Node html(String text) {
    HtmlBlock html = new HtmlBlock();
    html.setLiteral(text);
    return html;
  }
}
