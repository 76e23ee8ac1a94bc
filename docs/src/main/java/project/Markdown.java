package project;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text of a Markdown node as it was written, code marks included. */
public final class Markdown {

  private Markdown() {}

  public static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(new AbstractVisitor() {
      @Override
      public void visit(Text words) {
        text.append(words.getLiteral());
      }

      @Override
      public void visit(Code code) {
        text.append('`').append(code.getLiteral()).append('`');
      }

      @Override
      public void visit(SoftLineBreak end) {
        text.append(' ');
      }
    });
    return text.toString();
  }
}
