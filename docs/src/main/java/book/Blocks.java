package book;

import java.util.ArrayList;
import java.util.List;

/** What a block should say, collected part by part. */
final class Blocks {

  private final List<String> lines = new ArrayList<>();
  private final List<Mismatch> problems = new ArrayList<>();

  void add(Part part, List<String> output) {
    if (!part.input().isEmpty()) {
      lines.add(part.input());
    }
    lines.addAll(output);
  }

  void addAll(List<String> more) {
    lines.addAll(more);
  }

  /** Something that is wrong besides what is printed. */
  void add(Mismatch problem) {
    problems.add(problem);
  }

  /** Tells of all that is wrong in the block, at once. */
  void require(Fence fence) throws Mismatch {
    try {
      require(fence, lines);
    } catch (Mismatch e) {
      problems.add(0, e);
    }
    requireNone();
  }

  /** Tells of what is wrong besides what is printed. */
  void requireNone() throws Mismatch {
    if (!problems.isEmpty()) {
      problems.subList(1, problems.size()).forEach(problems.get(0)::addSuppressed);
      throw problems.get(0);
    }
  }

  /** Compares a block with what it should say. */
  static void require(Fence fence, List<String> lines) throws Mismatch {
    List<String> written = stripped(fence.lines());
    List<String> right = stripped(lines);
    int wrong = 0;
    while (wrong < Math.min(written.size(), right.size())
        && written.get(wrong).equals(right.get(wrong))) {
      wrong++;
    }
    if (wrong < Math.max(written.size(), right.size())) {
      String shown = wrong < written.size() ? written.get(wrong) : "(the end of the block)";
      String found = wrong < right.size() ? right.get(wrong) : "(nothing more)";
      String difference = Transcript.difference(written, right);
      throw new Mismatch(wrong + 1, shown, found + "\n\n" + difference, lines);
    }
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::stripTrailing).toList();
  }
}
