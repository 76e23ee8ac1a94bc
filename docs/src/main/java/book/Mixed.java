package book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What threads print at the same time: paragraphs, each in its order, mixed in any way. */
record Mixed(List<List<String>> paragraphs) implements Expected {

  /** Takes lines apart where one is empty. */
  static Mixed of(List<String> lines) throws Mismatch {
    if (lines.contains("...")) {
      throw new Mismatch(
          lines.indexOf("...") + 1,
          "...",
          "whose is this line, in a mixed block?",
          "write all of its lines");
    }
    List<List<String>> paragraphs = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : lines) {
      if (line.isBlank()) {
        paragraphs.add(new ArrayList<>());
      } else {
        paragraphs.get(paragraphs.size() - 1).add(line);
      }
    }
    return new Mixed(paragraphs);
  }

  @Override
  public boolean matches(List<String> found) {
    if (found.isEmpty()) {
      return paragraphs.stream().allMatch(List::isEmpty);
    }
    List<String> rest = found.subList(1, found.size());
    return beginningWith(found.get(0)).anyMatch(i -> without(i).matches(rest));
  }

  /** The paragraphs whose first line stands for this one. */
  private IntStream beginningWith(String found) {
    return IntStream.range(0, paragraphs.size())
        .filter(i -> !paragraphs.get(i).isEmpty())
        .filter(i -> stands(paragraphs.get(i).get(0), found));
  }

  private static boolean stands(String line, String found) {
    return new Transcript(List.of(line)).matches(List.of(found));
  }

  /** The same without the first line of one paragraph. */
  private Mixed without(int paragraph) {
    List<List<String>> rest = new ArrayList<>(paragraphs);
    rest.set(paragraph, rest.get(paragraph).subList(1, rest.get(paragraph).size()));
    return new Mixed(rest);
  }

  /** A line that no paragraph has is put into one more. */
  @Override
  public List<String> mendedBy(List<String> found) {
    List<String> left = new ArrayList<>(found);
    List<String> mended = new ArrayList<>();
    for (List<String> paragraph : paragraphs) {
      List<String> lines = new Transcript(paragraph).mendedBy(take(paragraph, left));
      mended.addAll(lines);
      if (!lines.isEmpty()) {
        mended.add("");
      }
    }
    mended.addAll(left);
    return new Part("", mended).strippedOutput();
  }

  /** Takes the lines of a paragraph out of those found, as they come. */
  private static List<String> take(List<String> paragraph, List<String> found) {
    List<String> wanted = new ArrayList<>(paragraph);
    List<String> taken = new ArrayList<>();
    for (String line : List.copyOf(found)) {
      Optional<String> own = wanted.stream().filter(any -> stands(any, line)).findFirst();
      if (own.isPresent()) {
        wanted.remove(own.get());
        found.remove(line);
        taken.add(line);
      }
    }
    return taken;
  }
}
