package drawn;

import book.Fence;
import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A diagram that tells who did what to whom, in order. */
record Sequence(Fence fence, List<Arrow> arrows) {

  /** {@code A->>B: text}; the arrow of something in vain ends in an x. */
  private static final Pattern ARROW = Pattern.compile("\\s*(\\w+)-+(>>|x)(\\w+): (.*)");

  /**
   * One of its arrows.
   *
   * @param line its line on the page
   */
  record Arrow(int line, String from, String to, String text) {

    boolean tells(Event event) {
      return event.from().equals(from) && event.to().equals(to) && text.contains(event.what());
    }

    @Override
    public String toString() {
      return from + " to " + to + ": " + text;
    }
  }

  static List<Sequence> in(Page page) {
    return page.fences().stream()
        .filter(fence -> fence.language().equals("mermaid"))
        .filter(fence -> fence.lines().stream().anyMatch(line -> line.equals("sequenceDiagram")))
        .map(fence -> new Sequence(fence, arrows(fence)))
        .toList();
  }

  private static List<Arrow> arrows(Fence fence) {
    List<Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < fence.lines().size(); i++) {
      Matcher arrow = ARROW.matcher(fence.lines().get(i));
      if (arrow.matches()) {
        String text = (arrow.group(2).equals("x") ? "in vain: " : "") + arrow.group(4);
        arrows.add(new Arrow(fence.line() + 1 + i, arrow.group(1), arrow.group(3), text));
      }
    }
    return arrows;
  }

  /** The first arrow that is not so, or that is missing. */
  Optional<Finding> compare(List<Event> events) {
    for (int i = 0; i < Math.max(arrows.size(), events.size()); i++) {
      if (i >= arrows.size()) {
        return finding(
            fence.line() + fence.lines().size(), "(no more)", events.get(i).toString());
      }
      Arrow arrow = arrows.get(i);
      if (i >= events.size()) {
        return finding(arrow.line, arrow.toString(), "nothing more happens");
      }
      if (!arrow.tells(events.get(i))) {
        return finding(arrow.line, arrow.toString(), events.get(i).toString());
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> finding(int line, String says, String found) {
    return Optional.of(new Finding(
        fence.page(), line, says, found, "draw what happens; docs/src/test/java/drawn runs it"));
  }
}
