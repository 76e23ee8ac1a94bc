package said;

import book.Fence;
import book.Finding;
import book.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page without its fenced blocks, which are proven by themselves.
 *
 * @param text as long as the page's: each line of a block is empty
 */
record Prose(Page page, String text) {

  private static final Pattern CODE =
      Pattern.compile("(?s)(`+)(?!`)(.+?)(?<!`)\\1(?!`)|<code>(.+?)</code>");

  static Prose of(Page page) {
    List<String> lines = new ArrayList<>(page.text().lines().toList());
    for (Fence fence : page.fences()) {
      int end = Math.min(fence.line() + fence.lines().size() + 1, lines.size());
      for (int line = fence.line() - 1; line < end; line++) {
        lines.set(line, "");
      }
    }
    return new Prose(page, String.join("\n", lines) + "\n");
  }

  /** The same without code inside of sentences, each sign of which becomes a blank. */
  Prose withoutCode() {
    return new Prose(
        page, CODE.matcher(text).replaceAll(code -> code.group().replaceAll("[^\n]", " ")));
  }

  /** What sentences have in code marks, with single blanks. */
  List<Said> code() {
    return CODE.matcher(text)
        .results()
        .map(found -> new Said(line(found.start()), plain(found)))
        .toList();
  }

  private static String plain(MatchResult code) {
    return (code.group(2) == null ? code.group(3) : code.group(2)).strip().replaceAll("\\s+", " ");
  }

  /** A text, and the line in which it begins. */
  record Said(int line, String text) {}

  Stream<MatchResult> find(Pattern pattern) {
    return pattern.matcher(text).results();
  }

  int line(int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  /** The paragraph, or the row of a table, around that place. */
  String paragraph(int offset) {
    int begin = text.lastIndexOf("\n\n", offset) + 1;
    int end = text.indexOf("\n\n", offset);
    String paragraph = text.substring(begin, end < 0 ? text.length() : end);
    return paragraph.strip().startsWith("|")
        ? text.substring(text.lastIndexOf('\n', offset) + 1, text.indexOf('\n', offset))
        : paragraph;
  }

  /** The paragraph above a line of the page, which is empty in this text. */
  String before(int line) {
    List<String> lines = text.lines().toList().subList(0, line - 1);
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    int begin = end;
    while (begin > 0 && !lines.get(begin - 1).isBlank()) {
      begin--;
    }
    return String.join("\n", lines.subList(begin, end));
  }

  /** The heading before that place. */
  String heading(int offset) {
    int begin = Math.max(0, text.lastIndexOf("\n#", offset));
    return text.substring(begin, text.indexOf('\n', begin + 1));
  }

  /** The heading above a line. */
  String headingAbove(int line) {
    List<String> lines = text.lines().toList().subList(0, line);
    return lines.stream().filter(one -> one.startsWith("#")).reduce("", (a, b) -> b);
  }

  Finding finding(int offset, String says, String found, String mend) {
    return new Finding(page.name(), line(offset), says.replaceAll("\\s+", " "), found, mend);
  }
}
