package watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import judge.seen.Environment;

/** The terminal that this program prints to, if it is one: then its lines are drawn anew. */
final class Window {

  private static final String HOME = "\u001b[H";
  private static final String CLEAR = "\u001b[2J\u001b[3J";
  private static final String TO_END_OF_LINE = "\u001b[K";
  private static final String TO_END = "\u001b[J";
  private static final String KEEP_PLACE = "\u001b7";
  private static final String BACK = "\u001b8";
  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)\\s*");
  private static final Pattern WORD = Pattern.compile("\\b(FAILED|BROKEN|passed|done)\\b");

  private final boolean isTerminal = isTerminal();
  private final boolean hasColors = isTerminal && System.getenv("NO_COLOR") == null;
  private boolean isClear;
  private volatile Layout layout = Layout.unknown();

  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try { // from Java 22 on there is a console without a terminal, too
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  boolean isReal() {
    return isTerminal;
  }

  /** Its size, as it was when it was last measured. */
  Layout layout() {
    return layout;
  }

  /** Asks the system for its size; whether it is another one. */
  boolean measure() {
    Layout before = layout;
    if (isTerminal) {
      layout = size();
    }
    return !layout.equals(before);
  }

  private Layout size() {
    try {
      Process stty = Environment.command(List.of("stty", "size"))
          .redirectInput(ProcessBuilder.Redirect.INHERIT)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      String answer = new String(stty.getInputStream().readAllBytes(), US_ASCII);
      Matcher size = SIZE.matcher(answer);
      if (size.matches() && !size.group(2).equals("0")) {
        // One line less: the keys.
        return new Layout(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)) - 1);
      }
    } catch (IOException e) {
      // Windows has no stty.
    }
    return Layout.unknown();
  }

  /** Shows these lines, and the cursor behind the last one. */
  synchronized void draw(List<String> lines, String last) {
    if (!isTerminal) {
      lines.forEach(System.out::println);
      System.out.println();
      return;
    }
    boolean fits = lines.size() <= layout.rows();
    StringBuilder all = new StringBuilder(HOME).append(isClear && fits ? "" : CLEAR);
    lines.forEach(line -> all.append(colored(line)).append(TO_END_OF_LINE).append('\n'));
    all.append(last).append(' ').append(TO_END);
    System.out.print(all);
    System.out.flush();
    isClear = fits;
  }

  /** Shows another first line. */
  synchronized void drawFirst(String line) {
    if (isTerminal && isClear) {
      System.out.print(KEEP_PLACE + HOME + colored(line) + TO_END_OF_LINE + BACK);
      System.out.flush();
    }
  }

  /** The learner has typed: what they see may have moved. */
  synchronized void typed() {
    isClear = false;
  }

  private String colored(String line) {
    return hasColors ? WORD.matcher(line).replaceAll(found -> color(found.group())) : line;
  }

  private static String color(String word) {
    String code = word.equals(word.toUpperCase(Locale.ROOT)) ? "1;31" : "32";
    return "\u001b[" + code + "m" + word + "\u001b[0m";
  }
}
