package project;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/**
 * The questions of a page, each with the node that asks it: a paragraph in bold type before an
 * answer or options that are folded, and what is numbered under "Predict".
 */
public final class Questions {

  /**
   * A question.
   *
   * @param name made of its words; another question of the page has another one
   * @param options the letters of which one is chosen; empty if the reader writes
   */
  public record Question(String name, String options) {}

  private static final int MOST_OF_A_NAME = 70;
  private static final String ANSWER = "<details><summary>Answer</summary>";
  private static final Pattern OPTION = Pattern.compile("<details><summary>([A-Z]): ");

  private Questions() {}

  public static Map<Node, Question> of(Node document) {
    Map<Node, Question> questions = new LinkedHashMap<>();
    boolean isPrediction = false;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        isPrediction = Markdown.text(heading).startsWith("Predict");
      } else if (node instanceof OrderedList list && isPrediction) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
          questions.put(item, new Question(name(item), ""));
        }
      } else if (isInBold(node) && node.getNext() instanceof HtmlBlock html) {
        String options = options(html);
        if (!options.isEmpty() || html.getLiteral().startsWith(ANSWER)) {
          questions.put(node, new Question(name(node), options));
        }
      }
    }
    return questions;
  }

  private static boolean isInBold(Node node) {
    return node instanceof Paragraph
        && node.getFirstChild() instanceof StrongEmphasis
        && node.getFirstChild() == node.getLastChild();
  }

  /** The letters of the options that begin here; an explanation is in between. */
  private static String options(HtmlBlock first) {
    StringBuilder letters = new StringBuilder();
    boolean isHere = OPTION.matcher(first.getLiteral()).lookingAt();
    for (Node node = first; isHere && node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock html) {
        Matcher option = OPTION.matcher(html.getLiteral());
        if (option.find()) {
          letters.append(option.group(1));
        }
      }
      isHere = !(node instanceof Heading) && !isInBold(node);
    }
    return letters.toString();
  }

  private static String name(Node node) {
    Node words = node instanceof ListItem ? node.getFirstChild() : node;
    String name = Markdown.text(words)
        .replaceFirst("^\\d+\\. ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    return name.substring(0, Math.min(name.length(), MOST_OF_A_NAME));
  }
}
