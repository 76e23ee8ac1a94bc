package book;

import java.util.ArrayList;
import java.util.List;

/** What a block should say, collected part by part. */
final class Blocks {

  private final List<String> lines = new ArrayList<>();

  void add(Part part, List<String> output) {
    if (!part.input().isEmpty()) {
      lines.add(part.input());
    }
    lines.addAll(output);
  }

  void require(Fence fence) throws Mismatch {
    require(fence, lines);
  }

  /** Compares a block with what it should say. */
  static void require(Fence fence, List<String> lines) throws Mismatch {
    List<String> written = fence.lines().stream().map(String::stripTrailing).toList();
    if (!written.equals(lines.stream().map(String::stripTrailing).toList())) {
      throw new Mismatch(Transcript.difference(written, lines), lines);
    }
  }
}
