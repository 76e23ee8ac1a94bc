package book;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fenced block of a page.
 *
 * @param page its name
 * @param line the number of its first line, the one with the info string, from 1
 * @param indent what stands before the fence in that line: blanks, in a list
 * @param info the words of its info string; the first is the language
 * @param lines what is between the fences
 */
public record Fence(String page, int line, String indent, List<String> info, List<String> lines) {

  public String language() {
    return info.get(0);
  }

  /** Whether it is compared with nothing; why, say the words after that one. */
  public boolean isSketch() {
    return info.contains("sketch");
  }

  /** Whether it is code that {@code proof} puts into a program: a third hint, or a puzzle. */
  public boolean isTried() {
    return info.stream().anyMatch(Set.of("hint", "puzzle", "order")::contains);
  }

  /** Whether it is compared with a file, or with two. */
  public boolean isQuoted() {
    return option("file").isPresent()
        || option("from").isPresent() && option("to").isPresent();
  }

  /** Whether it changes a file. */
  public boolean isEdit() {
    return option("edit").isPresent() || option("new").isPresent();
  }

  /** The value of {@code name=value} in the info string. */
  public Optional<String> option(String name) {
    return info.stream()
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst();
  }

  /** The terminal in which its commands are typed. */
  public String terminal() {
    return info.stream().skip(1).filter(word -> !word.contains("=")).findFirst().orElse("client");
  }

  /** The same with other lines. */
  public Fence with(List<String> others) {
    return new Fence(page, line, indent, info, others);
  }

  /** Where it is, as an editor finds it. */
  public String place() {
    return page + ":" + line;
  }
}
