package said;

import book.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.Project;
import project.Source;

/**
 * Numbers that a sentence says and the project determines. A line of {@code
 * docs/src/test/numbers.txt} has the words of the sentence with {@code {}} in place of the number,
 * {@code <-}, and how the number is had; {@code {*}} is a number that another line compares. Its
 * first lines say how.
 */
record Numbers(String words, String source, int line) {

  private static final Path FILE = Project.ROOT.resolve("docs/src/test/numbers.txt");
  private static final String NUMBER = "(0x[0-9a-f]+|-?[\\d,.]*\\d|[A-Za-z-]+)";
  private static final String MEND =
      "say this again, if that is the place, or mend docs/src/test/numbers.txt:";
  private static final String TEXT = "{`}";
  private static final Pattern LINE = Pattern.compile("(.+?) <- (.+)");

  static List<Numbers> all() {
    List<Numbers> all = new ArrayList<>();
    List<String> lines = Source.read(FILE).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!lines.get(i).startsWith("#") && line.matches()) {
        all.add(new Numbers(line.group(1), line.group(2), i + 1));
      }
    }
    return all;
  }

  /** Where a page says so. */
  List<MatchResult> in(Prose prose) {
    return prose.find(pattern()).toList();
  }

  private Pattern pattern() {
    StringBuilder pattern = new StringBuilder();
    for (String word : words.split(" ")) {
      pattern.append(pattern.length() == 0 ? "" : "\\s+");
      pattern.append(Pattern.quote(word)
          .replace("{}", "\\E" + NUMBER + "\\Q")
          .replace(TEXT, "\\E`([^`]+)`\\Q")
          .replace("{*}", "\\E[\\d,.]*\\d\\Q"));
    }
    return Pattern.compile(pattern.toString());
  }

  List<Finding> wrong(Prose prose) {
    List<MatchResult> all = in(prose);
    if (all.isEmpty()) {
      return List.of();
    }
    try {
      if (words.contains(TEXT)) {
        return others(prose, all, new NumberSource(source).words(), String::equals);
      }
      double right = new NumberSource(source).value();
      String number = right == Math.rint(right) ? "" + (long) right : "" + right;
      return others(prose, all, number, (said, unused) -> NumberWords.value(said) == right);
    } catch (IllegalArgumentException e) {
      return List.of(new Finding(
          "docs/src/test/numbers.txt", line, source, e.getMessage(), "say how it is had now"));
    }
  }

  /** No page says this: the place at which most of its words stand together. */
  Finding unsaid(List<Prose> pages) {
    Finding nearest = null;
    long most = -1;
    for (Prose prose : pages) {
      List<String> lines = prose.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String two = lines.get(i) + " " + (i + 1 < lines.size() ? lines.get(i + 1) : "");
        long common =
            Stream.of(words.split(" ")).filter((" " + two + " ")::contains).count();
        if (common > most) {
          most = common;
          nearest = new Finding(prose.page().name(), i + 1, two.strip(), words, MEND + line);
        }
      }
    }
    return nearest;
  }

  private List<Finding> others(
      Prose prose, List<MatchResult> all, String right, BiPredicate<String, String> isSo) {
    return all.stream()
        .filter(said -> !isSo.test(said.group(1), right))
        .map(said -> prose.finding(
            said.start(1),
            said.group(),
            "it is " + right,
            "say " + right + "; docs/src/test/numbers.txt:" + line + " says where it comes from"))
        .toList();
  }
}
