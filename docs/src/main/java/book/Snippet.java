package book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lines that a file should have: pieces in order. */
record Snippet(List<Piece> pieces) {

  static final String CODE_LEFT_OUT = "// ...";
  static final String LEFT_OUT = "...";

  /** Code in which {@code // ...} stands for lines left out. */
  static Snippet ofCode(List<String> lines) {
    return new Snippet(pieces(lines, CODE_LEFT_OUT, line -> true, 0));
  }

  /**
   * One side of a diff in which {@code ...} stands for lines left out.
   *
   * @param sign what the lines of this side alone begin with, minus or plus
   */
  static Snippet ofDiff(List<String> lines, char sign) {
    Predicate<String> isOfThisSide =
        line -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == sign;
    return new Snippet(pieces(lines, LEFT_OUT, isOfThisSide, 1));
  }

  private static List<Piece> pieces(
      List<String> lines, String leftOut, Predicate<String> isWanted, int marks) {
    List<Piece> pieces = new ArrayList<>(List.of(new Piece(new ArrayList<>())));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.strip().equals(leftOut)) {
        pieces.add(new Piece(new ArrayList<>()));
      } else if (isWanted.test(line)) {
        String text = line.substring(Math.min(marks, line.length())).stripTrailing();
        pieces.get(pieces.size() - 1).rows().add(new Piece.Row(i + 1, text));
      }
    }
    return pieces;
  }

  /** Compares with a file. */
  void requireIn(Path file) throws Mismatch {
    List<List<String>> real = real(file);
    if (!isEach(real)) {
      throw mismatch(file, real, isKnown(real) ? joined(real) : List.of());
    }
  }

  private static List<String> joined(List<List<String>> pieces) {
    List<String> lines = new ArrayList<>();
    for (List<String> piece : pieces) {
      if (piece != pieces.get(0)) {
        lines.add(CODE_LEFT_OUT);
      }
      lines.addAll(piece);
    }
    return lines;
  }

  /** For each piece the lines of the file that it stands for; none if nothing is like it. */
  List<List<String>> real(Path file) throws Mismatch {
    List<String> text = lines(file);
    List<List<String>> real = new ArrayList<>();
    int from = 0;
    for (Piece piece : pieces) {
      Optional<Piece.Place> place = piece.find(text, from);
      from = place.map(found -> found.line() + piece.size()).orElse(from);
      real.add(place.isPresent() ? piece.lines() : piece.closest(text.subList(from, text.size())));
    }
    return real;
  }

  boolean isEach(List<List<String>> real) {
    return pieces.stream().map(Piece::lines).toList().equals(real);
  }

  /** Whether the file has something like each piece. */
  boolean isKnown(List<List<String>> real) {
    return pieces.stream()
        .allMatch(piece -> piece.size() == 0 || !real.get(pieces.indexOf(piece)).isEmpty());
  }

  /** Tells of all pieces that are not in the file. */
  Mismatch mismatch(Path file, List<List<String>> real, List<String> mended) {
    Piece.Row first = null;
    StringBuilder found = new StringBuilder(file.getFileName() + " does not have these lines");
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!piece.lines().equals(real.get(i))) {
        first = first == null ? piece.differingFrom(real.get(i)) : first;
        found
            .append("\n\n")
            .append(
                real.get(i).isEmpty()
                    ? String.join("\n", piece.lines())
                        + "\nnor any like them below the piece before"
                    : Transcript.difference(piece.lines(), real.get(i)));
      }
    }
    return mended.isEmpty()
        ? new Mismatch(
            first.number(),
            first.text(),
            found.toString(),
            "show the lines that the file has, in their order")
        : new Mismatch(first.number(), first.text(), found.toString(), mended);
  }

  /** Puts these pieces in place of the others, each of which must be in the file exactly once. */
  static void replace(Path file, Snippet before, Snippet after) throws Mismatch {
    List<List<String>> real = before.real(file);
    if (!before.isEach(real)) {
      throw before.mismatch(file, real, List.of());
    }
    List<String> text = new ArrayList<>(lines(file));
    for (int i = 0; i < before.pieces.size(); i++) {
      Piece old = before.pieces.get(i);
      Piece.Place place = old.find(text, 0).orElseThrow();
      requireOnce(file, old, place.line(), old.find(text, place.line() + 1));
      List<String> lines = text.subList(place.line(), place.line() + old.size());
      lines.clear();
      for (String line : after.pieces.get(i).lines()) {
        lines.add(line.isEmpty() ? "" : place.indent() + line);
      }
    }
    write(file, text);
  }

  private static void requireOnce(Path file, Piece piece, int line, Optional<Piece.Place> second)
      throws Mismatch {
    if (second.isPresent()) {
      throw new Mismatch(
          piece.rows().get(0).number(),
          String.join("\n", piece.lines()),
          file.getFileName() + " has these lines more than once, in its lines " + (line + 1)
              + " and " + (second.get().line() + 1),
          "show some more lines around, so that a reader knows which are meant");
    }
  }

  private static void write(Path file, List<String> text) {
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
      throw new Mismatch(
          0,
          "a block of " + file.getFileName(),
          "there is no file " + file,
          "name a file by its path from the project's folder");
    }
  }
}
