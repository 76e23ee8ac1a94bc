package book;

import java.util.List;
import java.util.stream.IntStream;

/** A block says something that could be untrue: it is not made of "..." alone. */
public final class Substance {

  private static final String SHOW = "show at least one line that counts, or leave the block out";

  private Substance() {}

  /** Whether there is something in the block that could be untrue. */
  public static boolean isIn(Fence fence) {
    try {
      require(fence);
      return true;
    } catch (Mismatch e) {
      return false;
    }
  }

  static void require(Fence fence) throws Mismatch {
    List<String> lines = fence.lines();
    if (fence.isSketch()) {
      requireReason(fence);
      return;
    }
    switch (fence.language()) {
      case "console" -> requireOutput(Part.of(lines, "$ ", "^C"));
      case "jshell" -> requireOutput(Part.of(lines, Lab.PROMPT, Lab.MORE));
      case "http" -> requireAnswers(Exchange.in(lines));
      case "diff" -> requireChange(lines);
      default -> {
        if (lines.stream().noneMatch(line -> saysSomething(line.replace("// ...", "")))) {
          throw new Mismatch(1, String.join("\n", lines), "nothing that can be compared", SHOW);
        }
      }
    }
  }

  private static void requireReason(Fence fence) throws Mismatch {
    List<String> info = fence.info();
    if (info.indexOf("sketch") >= info.size() - 2) {
      throw new Mismatch(
          0,
          String.join(" ", info),
          "no reason why nothing proves it",
          "say why in the words after sketch, or say what it is");
    }
  }

  private static boolean saysSomething(String line) {
    return new Shown(line).saysSomething();
  }

  /** A command may print nothing; what it prints is not all left out. */
  private static void requireOutput(List<Part> parts) throws Mismatch {
    if (parts.isEmpty()) {
      throw new Mismatch(0, "(an empty block)", "nothing that can be compared", SHOW);
    }
    int line = 1;
    for (Part part : parts) {
      line += part.input().isEmpty() ? 0 : 1;
      List<String> output = part.strippedOutput();
      if (!output.isEmpty() && output.stream().noneMatch(Substance::saysSomething)) {
        throw new Mismatch(line, "...", "all that is printed is left out", SHOW);
      }
      line += part.output().size();
    }
  }

  private static void requireAnswers(List<Exchange> exchanges) throws Mismatch {
    for (Exchange exchange : exchanges) {
      boolean isSilent = exchange.expected().isEmpty();
      if (!isSilent && exchange.expected().stream().noneMatch(Substance::saysSomething)) {
        throw new Mismatch(exchange.line(), "...", "all of the answer is left out", SHOW);
      }
      requireStatus(exchange);
    }
  }

  /** The status is what an answer claims, whatever else of it is left out. */
  private static void requireStatus(Exchange exchange) throws Mismatch {
    List<String> answer = exchange.expected();
    for (int i = 0; i < answer.size(); i++) {
      boolean isStatus = i == 0 || answer.get(i).startsWith("HTTP/");
      if (isStatus && answer.get(i).contains("...")) {
        int line = exchange.line() + exchange.sent().size() + i;
        throw new Mismatch(
            line, answer.get(i), "a status that is left out", "show the status line as it comes");
      }
    }
  }

  private static void requireChange(List<String> lines) throws Mismatch {
    boolean hasChange = IntStream.range(0, lines.size())
        .mapToObj(lines::get)
        .anyMatch(line -> line.matches("[-+].*") && saysSomething(line));
    if (!hasChange) {
      throw new Mismatch(1, String.join("\n", lines), "no line that differs", SHOW);
    }
  }
}
