package book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of a block that stand in a file without a gap. The file may indent all of them more. */
record Piece(List<Row> rows) {

  /**
   * A line of a block.
   *
   * @param number its place in the block, from 1
   */
  record Row(int number, String text) {}

  /** Where a piece was found. */
  record Place(int line, String indent) {}

  List<String> lines() {
    return rows.stream().map(Row::text).toList();
  }

  int size() {
    return rows.size();
  }

  /** The first place, not before that line of the text. */
  Optional<Place> find(List<String> text, int from) {
    for (int line = from; line + size() <= text.size(); line++) {
      Optional<String> indent = indent(text.subList(line, line + size()));
      if (indent.isPresent()) {
        return Optional.of(new Place(line, indent.get()));
      }
    }
    return Optional.empty();
  }

  /** What the text has before each line of the piece, if it is the same text otherwise. */
  private Optional<String> indent(List<String> text) {
    String indent = null;
    for (int i = 0; i < size(); i++) {
      String line = rows.get(i).text();
      if (!text.get(i).stripTrailing().endsWith(line)) {
        return Optional.empty();
      }
      String before = text.get(i).stripTrailing();
      before = before.substring(0, before.length() - line.length());
      indent = indent == null && !line.isEmpty() ? before : indent;
      if (!before.isBlank() || !line.isEmpty() && !before.equals(indent)) {
        return Optional.empty();
      }
    }
    return Optional.of(indent == null ? "" : indent);
  }

  /** The lines of the text that are most like it, with its own indent; empty if none are. */
  List<String> closest(List<String> text) {
    return Closest.in(text, lines())
        .map(like -> indented(text.subList(like.from(), like.to())))
        .orElse(List.of());
  }

  private List<String> indented(List<String> others) {
    int more = leastIndent(others) - leastIndent(lines());
    List<String> indented = new ArrayList<>();
    for (String line : others) {
      String blanks = " ".repeat(Math.max(0, -more));
      String cut = line.substring(Math.min(Math.max(0, more), line.length()));
      indented.add(line.isBlank() ? "" : (blanks + cut).stripTrailing());
    }
    return indented;
  }

  private static int leastIndent(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .min()
        .orElse(0);
  }

  /** The first row in which others differ. */
  Row differingFrom(List<String> others) {
    int row = 0;
    while (row < size() - 1
        && row < others.size()
        && rows.get(row).text().equals(others.get(row))) {
      row++;
    }
    return rows.get(row);
  }
}
