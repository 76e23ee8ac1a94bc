package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines that a file should have: pieces in order, each without a gap. The file may indent them
 * more, all of them by the same number of blanks.
 */
record Snippet(List<List<String>> pieces) {

  /** Where a piece was found. */
  private record Place(int line, String indent) {}

  /** Code in which {@code // ...} stands for lines left out. */
  static Snippet ofCode(List<String> lines) {
    return new Snippet(pieces(lines, "// ..."));
  }

  /**
   * One side of a diff in which {@code ...} stands for lines left out.
   *
   * @param sign what the lines of this side alone begin with, minus or plus
   */
  static Snippet ofDiff(List<String> lines, char sign) {
    return new Snippet(pieces(lines, "...").stream()
        .map(piece -> piece.stream()
            .filter(line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == sign)
            .map(line -> line.isEmpty() ? line : line.substring(1))
            .toList())
        .toList());
  }

  private static List<List<String>> pieces(List<String> lines, String leftOut) {
    List<List<String>> pieces = new ArrayList<>();
    pieces.add(new ArrayList<>());
    for (String line : lines) {
      if (line.strip().equals(leftOut)) {
        pieces.add(new ArrayList<>());
      } else {
        pieces.get(pieces.size() - 1).add(line.stripTrailing());
      }
    }
    return pieces;
  }

  /** Compares with a file. */
  void requireIn(Path file) throws Mismatch {
    List<String> text = lines(file);
    int from = 0;
    for (List<String> piece : pieces) {
      Optional<Place> place = find(piece, text, from);
      if (place.isEmpty()) {
        throw new Mismatch(String.format(
            "%s does not have these lines%s:%n%s",
            file.getFileName(),
            from > 0 ? " after its line " + from : "",
            String.join("\n", piece)));
      }
      from = place.get().line() + piece.size();
    }
  }

  /** Puts these pieces in place of the others, each of which must be in the file exactly once. */
  static void replace(Path file, Snippet before, Snippet after) throws Mismatch {
    List<String> text = new ArrayList<>(lines(file));
    for (int i = 0; i < before.pieces.size(); i++) {
      List<String> old = before.pieces.get(i);
      Place place = find(old, text, 0)
          .orElseThrow(() -> new Mismatch(
              file.getFileName() + " does not have these lines:\n" + String.join("\n", old)));
      if (find(old, text, place.line() + 1).isPresent()) {
        throw new Mismatch(
            file.getFileName() + " has these lines more than once:\n" + String.join("\n", old));
      }
      List<String> lines = text.subList(place.line(), place.line() + old.size());
      lines.clear();
      after.pieces.get(i).forEach(line -> lines.add(line.isEmpty() ? "" : place.indent() + line));
    }
    try {
      Files.write(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lines(Path file) throws Mismatch {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new Mismatch("there is no file " + file);
    }
  }

  private static Optional<Place> find(List<String> piece, List<String> text, int from) {
    for (int line = from; line + piece.size() <= text.size(); line++) {
      Optional<String> indent = indent(piece, text.subList(line, line + piece.size()));
      if (indent.isPresent()) {
        return Optional.of(new Place(line, indent.get()));
      }
    }
    return Optional.empty();
  }

  /** What the text has before each line of the piece, if it is the same text otherwise. */
  private static Optional<String> indent(List<String> piece, List<String> text) {
    String indent = null;
    for (int i = 0; i < piece.size(); i++) {
      String line = piece.get(i);
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
}
