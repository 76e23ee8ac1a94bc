package project;

import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;

/** The names that a page's headings have on GitHub, asked for in their order. */
public final class Anchors {

  private final IdGenerator generator = IdGenerator.builder().build();

  public String next(Heading heading) {
    String text = Markdown.text(heading).replace("`", "");
    return generator.generateId(text.replaceAll("[^\\p{L}\\p{M}\\p{N}_\\s-]", ""));
  }
}
