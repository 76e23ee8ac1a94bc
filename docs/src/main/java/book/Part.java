package book;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a terminal's text: what is typed, and what is printed after it.
 *
 * @param input the line with its prompt; empty for a text that goes on from an earlier block
 */
record Part(String input, List<String> output) {

  /** Its output without the empty lines at the end. */
  List<String> strippedOutput() {
    int end = output.size();
    while (end > 0 && output.get(end - 1).isBlank()) {
      end--;
    }
    return output.subList(0, end);
  }

  /** Takes lines apart before each that begins with one of the prompts. */
  static List<Part> of(List<String> lines, String... prompts) {
    List<Part> parts = new ArrayList<>();
    for (String line : lines) {
      if (List.of(prompts).stream().anyMatch(line::startsWith)) {
        parts.add(new Part(line, new ArrayList<>()));
      } else {
        if (parts.isEmpty()) {
          parts.add(new Part("", new ArrayList<>()));
        }
        parts.get(parts.size() - 1).output().add(line);
      }
    }
    return parts;
  }
}
